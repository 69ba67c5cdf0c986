"""Long work: started once, shown while it runs, resumed after a stop. procrastinate stays behind this door.

A job is a function that may be run again from the start at any time without doing anything twice. That is asked of
every job, because a worker can be killed at any instruction.
"""
