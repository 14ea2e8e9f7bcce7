1942 bytes
