"""The server's part of publishing: takes a release in, makes it live, goes back (bên nhận).

Of Python's standard library alone, packed into one file for the server (`inv server-config`) and
named in the deploy key's forced command; a folder of the same machine is published to by it too.
"""
