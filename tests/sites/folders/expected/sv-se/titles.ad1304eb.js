138 bytes
