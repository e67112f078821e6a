"""YAML as editors read it: plain scalars become what the core schema of YAML 1.2 (10.3.2) says, and names stay texts."""

import re

import yaml


class CoreLoader(yaml.SafeLoader):
    """PyYAML reads by YAML 1.1, where `no` is false and 2001-09-11 is a date: none of its rules are kept."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern in (("null", r"null|Null|NULL|~|"), ("bool", r"true|True|TRUE|false|False|FALSE"),
                     ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
                     ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), None)


def whole_number(loader, node):
    text = node.value
    return int(text, 8 if text.startswith("0o") else 16 if text.startswith("0x") else 10)


def map_with_texts_for_keys(loader, node):
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


CoreLoader.add_constructor("tag:yaml.org,2002:int", whole_number)
CoreLoader.add_constructor("tag:yaml.org,2002:map", map_with_texts_for_keys)


def load(text):
    return yaml.load(text, CoreLoader)
