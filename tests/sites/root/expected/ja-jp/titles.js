1807 bytes
