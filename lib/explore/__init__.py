"""Any figure of the record against any other: what can be asked, and the card that answers."""
