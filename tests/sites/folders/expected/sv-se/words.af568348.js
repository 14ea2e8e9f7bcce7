1515 bytes
