319 bytes
