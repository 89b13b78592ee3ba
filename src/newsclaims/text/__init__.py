"""How a text is seen: paragraphs, sentences, tokens, quotation marks. Nothing here changes the text."""
