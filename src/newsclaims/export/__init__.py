"""Ways out of an Article: the wire format and what is made from it."""
