1386 bytes
