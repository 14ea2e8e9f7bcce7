229 bytes
