1362 bytes
