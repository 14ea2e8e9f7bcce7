1437 bytes
