116 bytes
