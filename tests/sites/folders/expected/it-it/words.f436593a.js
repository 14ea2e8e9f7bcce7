1480 bytes
