"""The sentences this subject adds to a case's timeline."""

from fotfeste.grunnmur.logg.setninger import registrer

registrer({})
