1632 bytes
