371 bytes
