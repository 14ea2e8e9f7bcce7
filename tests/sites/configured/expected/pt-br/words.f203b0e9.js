1401 bytes
