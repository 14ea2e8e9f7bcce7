233 bytes
