1441 bytes
