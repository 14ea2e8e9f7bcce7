260 bytes
