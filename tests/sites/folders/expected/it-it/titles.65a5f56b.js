165 bytes
