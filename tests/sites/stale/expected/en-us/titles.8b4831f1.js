378 bytes
