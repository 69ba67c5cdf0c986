"""Money out: the bank's payment file (ISO 20022 pain.001) and the payroll basis for the municipality's wage system.

The functions turn a released payment run, given as plain values, into the bytes of a file. They never read or write a
case, decide an amount, a date or who is paid, and they send nothing anywhere. That a run is paid once only is the
run's own promise (`fag/utbetaling`); here a file refuses to carry the same payment twice, and the same run always
gives the same bytes, so that a file made anew is recognised by the bank as the one it has.
"""
