"""Settings of the whole suite: the laws try the same examples in every run.

A gate that fails by chance teaches nobody anything. `HYPOTHESIS_PROFILE=search` looks for new
examples, and for more; what it finds becomes an `@example` of its law.
"""

import os

from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None, max_examples=30)
settings.register_profile("search", deadline=None, max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))

# The commands that tests start keep what Python compiles, as those of a user do.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
