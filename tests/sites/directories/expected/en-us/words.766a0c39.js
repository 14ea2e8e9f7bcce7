1423 bytes
