"""The half of the extractor that starts from quotation marks: direct speech, and mixed speech that ends in marks."""
