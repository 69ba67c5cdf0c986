"""What all surfaces share: the frame, components, styles, the way from request to actor and from refusal to page."""
