1700 bytes
