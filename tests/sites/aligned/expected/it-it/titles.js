1630 bytes
