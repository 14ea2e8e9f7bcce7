299 bytes
