1837 bytes
