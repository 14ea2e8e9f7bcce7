246 bytes
