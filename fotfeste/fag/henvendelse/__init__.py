"""Enquiries: by telephone, NKS task, e-mail or on the web. Received, routed, answered, never lost."""
