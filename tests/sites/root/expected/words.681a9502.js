1351 bytes
