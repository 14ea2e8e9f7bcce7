1405 bytes
