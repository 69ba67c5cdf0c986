/* Small helps on top of pages that work without: the search key, drafts as you type, lists by keyboard, focus on errors. */
(() => {
  "use strict";
  const finn = (velger, rot = document) => rot.querySelector(velger);
  const alle = (velger, rot = document) => [...rot.querySelectorAll(velger)];
  const skriver = (el) => el.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

  /* Keys: / searches, j k move in a list, Enter opens, l logs a conversation */
  let valgt = -1;
  const rader = () => alle("[data-liste] [data-rad]");
  const flytt = (steg) => {
    const liste = rader();
    if (!liste.length) return;
    valgt = Math.min(Math.max(valgt + steg, 0), liste.length - 1);
    liste.forEach((rad, i) => rad.classList.toggle("valgt", i === valgt));
    const lenke = finn("a, button", liste[valgt]);
    if (lenke) lenke.focus();
    liste[valgt].scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || skriver(e.target)) return;
    if (e.key === "/") {
      const sok = finn("[data-sok]");
      if (sok) { e.preventDefault(); sok.focus(); sok.select(); }
    } else if (e.key === "j") flytt(1);
    else if (e.key === "k") flytt(-1);
    else {
      const mal = finn(`[data-tast="${CSS.escape(e.key)}"]`);
      if (mal) { e.preventDefault(); mal.click(); }
    }
  });

  /* Focus goes to the summary of what must be mended */
  const feil = finn("[data-feilsum]");
  if (feil) feil.focus();

  /* Drafts */
  const adresse = document.body.dataset.utkastAdresse;
  const bruker = document.body.dataset.bruker;
  const UTENOM = new Set(["csrfmiddlewaretoken", "innsending"]);
  const lokal = (skjema) => `fotfeste:${bruker}:${skjema.dataset.utkast}`;

  const les = (skjema) => {
    const felter = {};
    for (const el of skjema.elements) {
      if (!el.name || UTENOM.has(el.name) || ["password", "file", "submit", "button"].includes(el.type)) continue;
      if (el.type === "radio" || el.type === "checkbox") {
        const naa = felter[el.name] ? felter[el.name].split("\n") : [];
        felter[el.name] = (el.checked ? [...naa, el.value] : naa).join("\n");
      } else felter[el.name] = el.value;
    }
    return felter;
  };
  const fyll = (skjema, felter) => {
    for (const el of skjema.elements) {
      if (!(el.name in felter) || UTENOM.has(el.name) || el.name === "versjon" || el.type === "file") continue;
      if (el.type === "radio" || el.type === "checkbox") el.checked = felter[el.name].split("\n").includes(el.value);
      else el.value = felter[el.name];
    }
  };
  const send = (skjema, metode, kropp) => fetch(
    metode === "POST" ? adresse : `${adresse}?nokkel=${encodeURIComponent(skjema.dataset.utkast)}`,
    {
      method: metode,
      headers: { "Content-Type": "application/json", "X-CSRFToken": skjema.elements.csrfmiddlewaretoken.value },
      body: kropp, keepalive: metode === "POST" && kropp.length < 60000,
    });
  const ta_vare = (skjema, felter) => {
    try { localStorage.setItem(lokal(skjema), JSON.stringify(felter)); } catch { /* full or forbidden: nothing to do */ }
  };
  const glem_lokalt = (skjema) => { try { localStorage.removeItem(lokal(skjema)); } catch { /* forbidden */ } };

  const lagre = async (skjema) => {
    const felter = les(skjema), ut = finn("[data-lagret-tekst]", skjema);
    try {
      const svar = await send(skjema, "POST", JSON.stringify({ nokkel: skjema.dataset.utkast, felter }));
      const data = await svar.json();
      if (!svar.ok) { ut.textContent = data.feil || ""; return; }
      ut.textContent = `${skjema.dataset.lagret} ${data.lagret}`;
      glem_lokalt(skjema);
    } catch {
      ta_vare(skjema, felter);
      ut.textContent = skjema.dataset.frakoblet;
    }
  };

  const vis_funn = (skjema, felter, gammelt) => {
    const boks = document.createElement("div");
    boks.className = "varsel rad";
    boks.setAttribute("role", "status");
    const tekst = document.createElement("span");
    tekst.textContent = gammelt ? skjema.dataset.fantGammelt : skjema.dataset.fant;
    const knapp = (ord, gjor) => {
      const k = document.createElement("button");
      k.type = "button"; k.className = "ds-button"; k.dataset.variant = "secondary"; k.textContent = ord;
      k.addEventListener("click", gjor);
      return k;
    };
    boks.append(tekst);
    const opprinnelig = les(skjema);
    if (gammelt) boks.append(knapp(skjema.dataset.hent, () => { fyll(skjema, felter); boks.remove(); }));
    else fyll(skjema, felter);
    boks.append(knapp(skjema.dataset.forkast, async () => {
      fyll(skjema, opprinnelig);
      glem_lokalt(skjema);
      boks.remove();
      try { await send(skjema, "DELETE"); } catch { /* it is overwritten by the next save */ }
    }));
    skjema.prepend(boks);
  };

  const hent = async (skjema) => {
    let felter = null;
    try { felter = JSON.parse(localStorage.getItem(lokal(skjema))); } catch { /* forbidden or broken */ }
    if (!felter) {
      try { felter = (await (await send(skjema, "GET")).json()).felter; } catch { return; }
    }
    if (!felter) return;
    const naa = les(skjema);
    const ulike = Object.keys(felter).some((n) => n in naa && n !== "versjon" && felter[n] !== naa[n]);
    if (ulike) vis_funn(skjema, felter, (felter.versjon || "") !== (naa.versjon || ""));
  };

  if (adresse) for (const skjema of alle("form[data-utkast]")) {
    let tid, sendt = false;
    skjema.addEventListener("input", () => {
      clearTimeout(tid);
      tid = setTimeout(() => { if (!sendt) lagre(skjema); }, 900);
    });
    skjema.addEventListener("submit", () => {
      sendt = true;
      clearTimeout(tid);
      if (navigator.onLine) glem_lokalt(skjema);
      else { ta_vare(skjema, les(skjema)); }
    });
    window.addEventListener("pageshow", (e) => { if (e.persisted) sendt = false; });
    window.addEventListener("online", () => { if (!sendt) lagre(skjema); });
    if (!("sendt" in skjema.dataset)) hent(skjema);
  }

  /* A shared machine keeps nothing after logging out */
  for (const knapp of alle("[data-logg-ut]")) knapp.addEventListener("click", () => {
    try {
      Object.keys(localStorage).filter((n) => n.startsWith(`fotfeste:${bruker}:`)).forEach((n) => localStorage.removeItem(n));
    } catch { /* forbidden */ }
  });
})();
