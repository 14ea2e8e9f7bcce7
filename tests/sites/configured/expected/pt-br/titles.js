1666 bytes
