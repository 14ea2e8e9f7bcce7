1385 bytes
