129 bytes
