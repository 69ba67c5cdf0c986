"""The two logs. Hendelseslogg: what happened in a case, as sentences the participant may read. Sporingslogg: who looked
at whom, for the participant, the leader and the auditor. Both only grow; neither is a substitute for the other.
"""
