1507 bytes
