"""What both sides of the trust boundary speak: messages, wire format, connection."""
