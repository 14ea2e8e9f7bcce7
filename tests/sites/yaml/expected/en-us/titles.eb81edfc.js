406 bytes
