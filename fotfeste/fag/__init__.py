"""What the office does, one app a subject. Commands write (services), queries read (selectors); no pages here."""
