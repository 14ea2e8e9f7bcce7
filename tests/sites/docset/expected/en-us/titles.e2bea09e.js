134 bytes
