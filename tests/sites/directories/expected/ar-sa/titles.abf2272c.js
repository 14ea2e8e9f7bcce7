153 bytes
