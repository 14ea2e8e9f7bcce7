252 bytes
