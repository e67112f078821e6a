"""Looks at the site as it was built: every link and picture leads to a file and an anchor that are there, and nothing is loaded from elsewhere."""

import logging
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

log = logging.getLogger("mkdocs.hooks.built_links")

# What a browser loads without being asked.
LOADED = {("img", "src"), ("script", "src"), ("link", "href"), ("iframe", "src"), ("object", "data"), ("source", "src")}


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids |= {given[key] for key in ("id", "name") if given.get(key)}
        # Where a page would stand if it had an address of its own is nothing that is loaded.
        if tag == "link" and given.get("rel") in ("canonical", "prev", "next"):
            return
        self.links += [(tag, key, given[key]) for key in ("href", "src", "data") if given.get(key)]


def on_post_build(config):
    site = Path(config.site_dir)
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    for path, page in pages.items():
        # The page of errors is shown at any address, and so its links are those of the root.
        if path.name == "404.html":
            continue
        for tag, key, link in page.links:
            address = urlsplit(link)
            if address.scheme or address.netloc:
                if (tag, key) in LOADED and address.scheme != "data":
                    log.warning("%s loads '%s' from elsewhere", path.relative_to(site.resolve()), link)
                continue
            target = (path.parent / unquote(address.path)).resolve() if address.path else path
            if not target.is_file():
                log.warning("%s leads to '%s', which is not there", path.relative_to(site.resolve()), link)
            elif address.fragment and target in pages and unquote(address.fragment) not in pages[target].ids | {"__skip"}:
                log.warning("%s leads to '%s', which has no such anchor", path.relative_to(site.resolve()), link)
