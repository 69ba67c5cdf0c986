"""What leaves and enters Fotfeste, one self-contained package each, with a fake for a service at the other end."""
