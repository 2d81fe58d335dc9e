"""Settings of the whole suite: the laws try the same examples in every run.

A gate that fails by chance teaches nobody anything. `HYPOTHESIS_PROFILE=search` looks for new
examples; what it finds becomes an `@example` of its law.
"""

import os

from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))
