1624 bytes
