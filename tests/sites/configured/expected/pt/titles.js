1639 bytes
