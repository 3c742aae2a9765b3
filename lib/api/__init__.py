"""By address: what other programs read. Bytes and what is said with them; how they travel is the server's."""
