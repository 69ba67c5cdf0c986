"""The commands of the contract: one JSON object a line in, one a line out. Only here do the rules do I/O."""
