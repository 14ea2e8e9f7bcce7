1595 bytes
