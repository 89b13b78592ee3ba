"""The errors that newsclaims raises: for bad arguments and bad plugins, never for bad text."""


class NewsclaimsError(Exception):
    """Base of every error of this library."""


class ArgumentError(NewsclaimsError, ValueError):
    """An argument has a wrong value or form; the message says which, and the mend."""


class PipelineError(NewsclaimsError):
    """A pipeline cannot be made: a missing provider, a cycle, a duplicate or unknown name, a bad option."""


class AnnotationError(NewsclaimsError):
    """An extractor broke its contract: a span that is not in the text, or a kind it did not declare."""


class SchemaError(NewsclaimsError, ValueError):
    """A dictionary is not an article in the wire format ``newsclaims/1``."""
