237 bytes
