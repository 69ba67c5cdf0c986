/* Small helps on top of pages that work without: the search key, drafts as you type, lists by keyboard, focus on errors. */
(() => {
  "use strict";
  const finn = (velger, rot = document) => rot.querySelector(velger);
  const alle = (velger, rot = document) => [...rot.querySelectorAll(velger)];
  const skriver = (el) => el.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

  /* Keys: / searches, j k move in a list, Enter opens, x selects, g and a letter goes to a page, ? tells them all */
  let valgt = -1, ga_til = 0;
  const synlig = (el) => el.checkVisibility ? el.checkVisibility() : el.offsetParent !== null;
  const rader = () => alle("[data-liste] [data-rad]").filter(synlig);
  const flytt = (steg) => {
    const liste = rader();
    if (!liste.length) return;
    valgt = Math.min(Math.max(valgt + steg, 0), liste.length - 1);
    alle("[data-rad].valgt").forEach((rad) => rad.classList.remove("valgt"));
    liste[valgt].classList.add("valgt");
    const lenke = finn("a.ds-button", liste[valgt]) || finn("a, button", liste[valgt]);
    if (lenke) lenke.focus();
    liste[valgt].scrollIntoView({ block: "nearest" });
  };
  const kryss = () => {
    const boks = finn("[data-rad].valgt [data-velg]");
    if (boks) boks.click();
  };
  const hjelp = finn("[data-hjelp]");
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || skriver(e.target) || (hjelp && hjelp.open)) return;
    if (ga_til && Date.now() - ga_til < 1500) {
      ga_til = 0;
      const sted = finn(`[data-ga="${CSS.escape(e.key)}"]`);
      if (sted) { e.preventDefault(); sted.click(); }
    } else if (e.key === "/") {
      const sok = finn("[data-sok]");
      if (sok) { e.preventDefault(); sok.focus(); sok.select(); }
    } else if (e.key === "g") ga_til = Date.now();
    else if (e.key === "j") flytt(1);
    else if (e.key === "k") flytt(-1);
    else if (e.key === "x") kryss();
    else {
      const mal = finn(`[data-tast="${CSS.escape(e.key)}"]`);
      if (mal && synlig(mal)) { e.preventDefault(); mal.click(); }
    }
  });
  for (const knapp of alle("[data-apne-hjelp]")) {
    knapp.hidden = !hjelp;
    knapp.addEventListener("click", () => hjelp.showModal());
  }

  /* Lists: how many rows are chosen, all of them, and only those with a word in them */
  const bokser = alle("[data-velg]");
  const tell = () => {
    const antall = bokser.filter((boks) => boks.checked).length;
    for (const ut of alle("[data-antall-valgt]")) ut.textContent = antall ? `(${antall})` : "";
    for (const knapp of alle("[data-krever-valg]")) knapp.hidden = !antall;
  };
  if (bokser.length || finn("[data-krever-valg]")) {
    bokser.forEach((boks) => boks.addEventListener("change", tell));
    tell();
  }
  for (const boks of alle("[data-velg-alle]")) {
    boks.closest("[data-velg-alle-boks]").hidden = false;
    boks.addEventListener("change", () => { bokser.forEach((b) => { b.checked = boks.checked; }); tell(); });
  }
  for (const felt of alle("[data-listesok]")) {
    felt.hidden = false;
    const ingen = finn("[data-ingen-treff]");
    felt.addEventListener("input", () => {
      const ord = felt.value.trim().toLowerCase();
      if (ord) alle("[data-liste] details.daggruppe").forEach((del) => { del.open = true; });
      let treff = 0;
      for (const rad of alle("[data-liste] [data-rad]")) {
        const passer = rad.textContent.toLowerCase().includes(ord);
        rad.hidden = !passer;
        treff += passer;
      }
      if (ingen) ingen.hidden = treff > 0;
    });
  }

  /* What is folded out stays folded out on this machine */
  for (const del of alle("details[data-husk]")) {
    const nokkel = `fotfeste:${document.body.dataset.bruker}:husk:${del.dataset.husk}`;
    try { if (localStorage.getItem(nokkel)) del.open = localStorage.getItem(nokkel) === "apen"; } catch { /* forbidden */ }
    del.addEventListener("toggle", () => {
      try { localStorage.setItem(nokkel, del.open ? "apen" : "lukket"); } catch { /* forbidden */ }
    });
  }

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
  /* Of a draft, what its writer changed: the rest of the page may have become another since. Without the list, all. */
  const ENDRET = "utkast_endret";
  const bare_endret = (felter) => ENDRET in felter
    ? Object.fromEntries(felter[ENDRET].split("\n").filter((n) => n in felter).map((n) => [n, felter[n]]))
    : felter;
  const fyll = (skjema, felter) => {
    for (const el of skjema.elements) {
      if (!(el.name in felter) || UTENOM.has(el.name) || el.name === "versjon" || el.type === "file") continue;
      if (el.type === "radio" || el.type === "checkbox") el.checked = felter[el.name].split("\n").includes(el.value);
      else el.value = felter[el.name];
    }
    skjema.dispatchEvent(new CustomEvent("utkast-fylt"));
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

  const les_utkast = (skjema, grunn) => {
    const felter = les(skjema);
    if (grunn) felter[ENDRET] = Object.keys(felter).filter((n) => felter[n] !== grunn[n]).join("\n");
    return felter;
  };
  const lagre = async (skjema, grunn) => {
    const felter = les_utkast(skjema, grunn), ut = finn("[data-lagret-tekst]", skjema);
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
    const naa = les(skjema), skrevet = bare_endret(felter);
    const ulike = Object.keys(skrevet).some((n) => n in naa && n !== "versjon" && skrevet[n] !== naa[n]);
    if (ulike) vis_funn(skjema, skrevet, (felter.versjon || "") !== (naa.versjon || ""));
  };

  if (adresse) for (const skjema of alle("form[data-utkast]")) {
    let tid, sendt = false;
    // A form that was refused shows what was sent, and not what stands: all of it is the writer's.
    const grunn = "sendt" in skjema.dataset ? null : les(skjema);
    skjema.addEventListener("input", () => {
      clearTimeout(tid);
      tid = setTimeout(() => { if (!sendt) lagre(skjema, grunn); }, 900);
    });
    skjema.addEventListener("submit", () => {
      sendt = true;
      clearTimeout(tid);
      if (navigator.onLine) glem_lokalt(skjema);
      else { ta_vare(skjema, les_utkast(skjema, grunn)); }
    });
    window.addEventListener("pageshow", (e) => { if (e.persisted) sendt = false; });
    window.addEventListener("online", () => { if (!sendt) lagre(skjema, grunn); });
    if (!("sendt" in skjema.dataset)) hent(skjema);
  }

  /* A shared machine keeps nothing after logging out */
  for (const knapp of alle("[data-logg-ut]")) knapp.addEventListener("click", () => {
    try {
      Object.keys(localStorage).filter((n) => n.startsWith(`fotfeste:${bruker}:`)).forEach((n) => localStorage.removeItem(n));
    } catch { /* forbidden */ }
  });
})();
