"""Where cases stand, who they wait for and what comes next: reckoned from the facts, stored nowhere."""
