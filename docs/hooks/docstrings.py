"""The package's docstrings for the site: a code block that `::` announces there is announced by a colon here."""

import re

import griffe


class Announcements(griffe.Extension):
    def on_object(self, *, obj, **kwargs):
        if obj.docstring:
            obj.docstring.value = re.sub(r"(?m)(?<=\w)::$", ":", re.sub(r"(?m)^::\n\n", "", obj.docstring.value))
