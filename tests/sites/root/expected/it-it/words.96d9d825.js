1443 bytes
