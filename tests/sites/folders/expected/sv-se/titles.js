1609 bytes
