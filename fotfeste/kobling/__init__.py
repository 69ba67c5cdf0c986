"""What leaves and enters Fotfeste, one self-contained package for each, with a fake where the other end is a service."""
