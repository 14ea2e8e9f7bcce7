1683 bytes
