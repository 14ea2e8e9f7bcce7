174 bytes
