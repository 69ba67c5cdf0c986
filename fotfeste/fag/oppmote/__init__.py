"""Attendance: the month's timesheet, absence with reason and documentation, approved by the veileder (sotjl § 39).

What absence does to the stønad is reckoned in regelverk/fravaer; nothing is paid from a sheet nobody approved.
"""
