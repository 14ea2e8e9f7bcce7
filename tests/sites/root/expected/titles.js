1490 bytes
