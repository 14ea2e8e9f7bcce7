1426 bytes
