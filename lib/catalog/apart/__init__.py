"""Files of strangers are read in a process of its own, which may take so much time, memory and output and no more."""
