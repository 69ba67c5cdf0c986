"""Logging in through ID-porten (participants) or the municipality's own OpenID provider (employees).

The authorization code flow with PKCE, state and nonce; the client proves itself with a signed JWT (private_key_jwt), as
ID-porten asks. Set up by environment (oppsett.py); where it is not, the addresses do not exist.
"""
