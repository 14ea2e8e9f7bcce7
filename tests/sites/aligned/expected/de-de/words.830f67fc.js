1428 bytes
