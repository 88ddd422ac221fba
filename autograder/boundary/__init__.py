"""All that the judge and the worker share: typed messages, their encoding on the wire, and the connection.

Imports ``course.files`` and ``records`` only: whatever is imported here is also imported beside the student's code.
Use ``messages`` for the types, ``wire`` for the encoding and its errors, ``connection`` to talk to a worker.
"""

__all__ = ["connection", "messages", "wire"]
