369 bytes
