128 bytes
