1466 bytes
