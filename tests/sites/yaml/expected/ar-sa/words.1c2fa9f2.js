1893 bytes
