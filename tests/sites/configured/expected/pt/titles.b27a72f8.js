135 bytes
