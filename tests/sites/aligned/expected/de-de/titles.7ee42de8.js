288 bytes
