1520 bytes
