"""The right to egenmelding withdrawn and given back (forskriften § 8), and an oral one confirmed in writing (§ 7)."""
