1548 bytes
