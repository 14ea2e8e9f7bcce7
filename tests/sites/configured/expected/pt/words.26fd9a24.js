1487 bytes
