"""The half of the extractor that starts from cues: indirect and mixed speech, thoughts."""
