1992 bytes
