"""Publishing: what was built becomes the live site, whole or not at all, and can be taken back.

The publisher's side makes a signed manifest and sends what changed; `receiver` is the server's.
"""
