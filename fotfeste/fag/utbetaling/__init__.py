"""Money: the frozen reckoning of a month, the payment run, and each payment in it.

The reckoning is regelverk/stonad's; this room gathers its facts, keeps its trace and sees that nothing is paid twice.
"""
