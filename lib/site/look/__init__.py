"""How pages look, whichever way they reach a reader: the style of blocks, of documents, of slides and of paper."""
