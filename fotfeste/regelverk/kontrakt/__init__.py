"""The commands of the contract: one JSON object a line in, one a line out. The only part of the rules that reads or writes."""
