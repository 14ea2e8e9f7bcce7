206 bytes
