"""The sandbox: knows processes, users, files and sockets, and nothing about grading.

One file a mechanism; ``ladder.py`` is the visible list of the steps that a worker climbs down before it runs code
that nobody here trusts, ``levels.py`` says how far down this machine lets it go, ``server.py`` forks the workers.
"""
