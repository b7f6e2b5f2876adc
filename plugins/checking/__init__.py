"""Checking (kiểm tra): every rule over the whole content, and one list of all that is wrong.

An editor runs `inv check`; the build asks the same rules before it writes anything.
"""
