1366 bytes
