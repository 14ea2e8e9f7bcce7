144 bytes
