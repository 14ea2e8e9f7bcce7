222 bytes
