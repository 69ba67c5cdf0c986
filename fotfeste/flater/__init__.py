"""What people see. No rule of law, no query logic and no money in here: pages call services and selectors."""
