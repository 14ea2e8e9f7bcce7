1471 bytes
