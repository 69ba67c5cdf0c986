"""Long work: started once, shown while it runs, resumed after a stop. procrastinate stays behind this door."""
