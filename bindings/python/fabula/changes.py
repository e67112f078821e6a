"""Values that were written and values that are new, reached and changed in the same way."""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence, Union

from .document import Alias, Entry, Mapping, Node, plain
from .document import Sequence as WrittenList
from .values import as_plain
from .writing import Plain

Place = Union[Node, Plain]
"""Something in a story file, or on its way into one."""

def get(place: Place, key: str) -> Place:
    """The value of a key, None where it has none. What an alias stands for is what it was written as."""
    if isinstance(place, Alias):
        return get(place.target, key)
    if isinstance(place, dict):
        return place.get(key)
    if isinstance(place, Mapping):
        entry = _entry(place, key)
        if entry is None:
            return place.added.get(key)
        return entry.replacement if entry.replaced else entry.value
    return None


def keys_of(place: Place) -> List[str]:
    """The keys of a mapping."""
    if isinstance(place, Alias):
        return keys_of(place.target)
    if isinstance(place, dict):
        return list(place)
    if isinstance(place, Mapping):
        return [*(entry.key for entry in place.entries if not entry.removed), *place.added]
    return []


def put(place: Place, key: str, value: Plain) -> None:
    """Sets a key."""
    if isinstance(place, Alias):
        put(place.target, key, value)
    elif isinstance(place, dict):
        place[key] = value
    elif isinstance(place, Mapping):
        entry = _entry(place, key)
        if entry is None:
            place.added[key] = value
        else:
            entry.replaced, entry.replacement = True, value
    else:
        _refuse(place, key)


def id_of_entry(place: Place) -> Optional[str]:
    """The id of an entry of a list."""
    id = plain(get(place, "id"))
    return id if isinstance(id, str) else None


def items(place: Place) -> List[Place]:
    """The items of a list."""
    if isinstance(place, Alias):
        return items(place.target)
    if isinstance(place, list):
        return list(place)
    if isinstance(place, WrittenList):
        return [item.value for item in place.items if not item.removed] + list(place.added)
    return []


def append_to(place: Place, key: str, entry: Dict[str, Plain]) -> Dict[str, Plain]:
    """Appends an entry to the list that the key has, or will have."""
    part = get(place, key)
    if isinstance(part, Alias):
        part = part.target
    if part is None or plain(part) is None:
        put(place, key, [entry])
    elif isinstance(part, list):
        part.append(entry)
    elif isinstance(part, WrittenList):
        part.added.append(entry)
    else:
        _refuse(part, key)
    return entry


def cut(part: Place, at: Union[str, int], keys: Sequence[str]) -> None:
    """Removes an entry of a mapping or list, or keys of it."""
    if isinstance(part, Alias):
        cut(part.target, at, keys)
    elif keys:
        entry = get(part, at) if isinstance(at, str) else items(part)[at]
        for key in map(yaml_key, keys):
            if key not in keys_of(entry):
                raise KeyError(key)
            cut(entry, key, ())
    elif isinstance(part, dict) and isinstance(at, str):
        del part[at]
    elif isinstance(part, list) and isinstance(at, int):
        del part[at]
    elif isinstance(part, Mapping) and isinstance(at, str):
        written = _entry(part, at)
        if written is None:
            del part.added[at]
        else:
            written.removed = True
    elif isinstance(part, WrittenList) and isinstance(at, int):
        kept = [item for item in part.items if not item.removed]
        if at < len(kept):
            kept[at].removed = True
        else:
            del part.added[at - len(kept)]
    else:
        _refuse(part, str(at))


def _entry(mapping: Mapping, key: str) -> Optional[Entry]:
    return next((entry for entry in mapping.entries if entry.key == key and not entry.removed), None)


def change(entry: Place, **keys: object) -> None:
    """Sets those keys whose value is given."""
    for key, value in keys.items():
        if value is not None:
            put(entry, yaml_key(key), as_plain(value))


def _refuse(place: Place, key: str) -> None:
    written = plain(place)
    raise ValueError(f"‘{key}’ cannot be reached: {written!r} stands where keys and values or a list should")


def yaml_key(key: str) -> str:
    """As the file spells it: `from_` is from, `acts_on` is acts-on."""
    return key.rstrip("_").replace("_", "-")


def mapping_of(value: Plain) -> Dict[str, Plain]:
    """The value where it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def list_of(value: Plain) -> List[Plain]:
    """The value where it is a list, else an empty one."""
    return value if isinstance(value, list) else []
