1464 bytes
