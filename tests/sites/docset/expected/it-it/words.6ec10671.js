1566 bytes
