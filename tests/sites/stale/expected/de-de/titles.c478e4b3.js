418 bytes
