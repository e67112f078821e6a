"""Includes run one way: a stage may know the stages named beside it here, and no others."""

import re

import rule

ALLOWED = {
    "source": set(),
    "yaml": {"source"},
    "scene": {"source"},
    "draft": {"source", "yaml"},
    "story": {"source", "yaml", "draft"},
    "time": {"source", "story"},
    "check": {"source", "story", "time"},
    "theme": {"source", "yaml", "scene"},
    "text": {"source", "scene", "theme"},
    "solve/storyline": {"source"},
    "solve/arcs": set(),
    "view": {"source", "story", "time", "theme", "scene", "text", "solve/storyline", "solve/arcs"},
    "print": {"source", "scene", "theme", "text"},
    "paint": {"source", "scene"},
    "json_schema": {"source", "yaml", "story", "time", "check", "theme", "scene", "text", "view"},
    "render": {"source", "story", "time", "theme", "scene", "text", "view", "print", "paint"},
}

# What an include of ours begins with.
FOLDERS = {"fabula", *(stage.split("/")[0] for stage in ALLOWED)}

# The public header of each stage, where it has another name.
STAGE_OF_HEADER = {
    "ages": "time",
    "builder": "draft",
    "calendar": "story",
    "diagnostic": "source",
    "document": "scene",
    "explanation": "time",
    "phrase": "story",
    "specimen": "view",
    "structure": "story",
    "subject": "scene",
    "timetable": "time",
    "version": "source",
}

# Which stages may include a library, by the start of its headers' names.
LIBRARIES = {
    "yaml-cpp/": {"yaml"},
    "cairo": {"text", "paint"},
    "pango/": {"text", "paint"},
    "fontconfig/": {"text", "paint"},
    "ft2build": {"text", "paint"},
    "hb": {"text", "paint"},
    "glib": {"source", "text", "paint"},
    "cadical": {"solve/storyline"},
    "lemon/": {"solve/storyline"},
    "Eigen/": {"solve/storyline"},
    "png": {"paint"},
    "qpdf/": {"paint"},
    "lcms2": {"paint"},
    "unicode/": {"story", "time", "view", "text"},
    "CLI/": set(),
    "nlohmann/": {"view", "json_schema"},
    "iostream": set(),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def stage_of_file(path):
    """The stage that a file of lib/ belongs to; None for the header of everything."""
    if path.parts[0] != "include":
        return stage_of_folder(path.parts)
    return stage_of_public_header(path.stem)


def stage_of_folder(parts):
    """The stage in whose folder `parts` lead: the first two where several stages share a roof, else the first."""
    two = "/".join(parts[:2])
    return two if two in ALLOWED else parts[0]


def stage_of_public_header(stem):
    stage = STAGE_OF_HEADER.get(stem, stem)
    return stage if stage in ALLOWED else None


def fault_of_include(stage, quote, name):
    """What is wrong with including `name` in `stage`, or None."""
    if quote == "<" or "/" in name and name.split("/")[0] not in FOLDERS:
        library = next((start for start in LIBRARIES if name.startswith(start)), None)
        return f"{stage} may not use {name}" if library and stage not in LIBRARIES[library] else None
    folder, _, rest = name.partition("/")
    if not rest:
        return f'"{name}" has to be included by its stage: "{stage}/{name}"'
    other = (
        stage_of_public_header(rest.removesuffix(".hpp")) if folder == "fabula" else stage_of_folder(name.split("/"))
    )
    if other is None:
        return f'"{name}" is for users: include the stages that are meant'
    return None if other == stage or other in ALLOWED[stage] else f"{stage} may not know {other} ({name})"


def check(root):
    faults = []
    for file in rule.sources(root, "lib"):
        path = file.relative_to(root / "lib")
        stage = stage_of_file(path)
        if stage is None:
            continue
        if stage not in ALLOWED:
            faults.append(f"lib/{path}: there is no stage '{stage}'")
            continue
        text = file.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            fault = fault_of_include(stage, *match.groups())
            if fault:
                faults.append(f"lib/{path}:{text.count(chr(10), 0, match.start(2)) + 1}: {fault}")
    return faults


VIOLATIONS = {
    "a view that knows painters": {"lib/view/arcs.cpp": '#include "fabula/paint.hpp"\n'},
    "a view that knows Cairo": {"lib/view/arcs.cpp": "#include <cairo.h>\n"},
    "a painter that knows stories": {"lib/paint/svg.cpp": '#include "fabula/story.hpp"\n'},
    "a painter that knows views": {"lib/paint/svg.cpp": '#include "view/pictures.hpp"\n'},
    "a story that knows scenes": {"lib/story/reader.cpp": '#include "fabula/scene.hpp"\n'},
    "a story that knows when": {"lib/story/reader.cpp": '#include "fabula/timetable.hpp"\n'},
    "a public header that looks ahead": {"lib/include/fabula/story.hpp": '#include "fabula/view.hpp"\n'},
    "a part that includes everything": {"lib/render/pipeline.cpp": '#include "fabula/fabula.hpp"\n'},
    "a private header without its stage": {"lib/time/solve.cpp": '#include "network.hpp"\n'},
    "a stage that prints": {"lib/story/reader.cpp": "#include <iostream>\n"},
    "a folder that is no stage": {"lib/extra/thing.cpp": "\n"},
    "a file beside the stages under one roof": {"lib/solve/order.cpp": "\n"},
    "a solver that knows its neighbour": {"lib/solve/arcs/order.cpp": '#include "solve/storyline/order.hpp"\n'},
    "a painter that knows solvers": {"lib/paint/svg/page.cpp": '#include "solve/arcs/order.hpp"\n'},
}

INNOCENTS = {
    "each stage with those before it": {
        "lib/view/arcs.cpp": '#include "fabula/timetable.hpp"\n#include "view/pictures.hpp"\n#include <vector>\n',
        "lib/view/arcs/graph.cpp": '#include "solve/arcs/order.hpp"\n',
        "lib/solve/storyline/exact/order.cpp": '#include "solve/storyline/order.hpp"\n#include <cadical.hpp>\n',
        "lib/paint/pdf.cpp": '#include <cairo-pdf.h>\n#include "fabula/scene.hpp"\n#include "source/number.hpp"\n',
        "lib/include/fabula/fabula.hpp": '#include "fabula/view.hpp"\n',
    },
}

if __name__ == "__main__":
    rule.main(check, VIOLATIONS, INNOCENTS)
