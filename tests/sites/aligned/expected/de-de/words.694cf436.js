1550 bytes
