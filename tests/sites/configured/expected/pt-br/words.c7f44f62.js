1483 bytes
