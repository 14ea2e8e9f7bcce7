1841 bytes
