"""One name, one thing.

A type is defined once in its namespace: of two the linker keeps the members of one, and says nothing. A function of one
file alone is not called as one that another header of its stage declares: where several sources are compiled as one, it
would hide the other from its neighbours.
"""

import re

import rule

# As .clang-format lays the sources out: namespaces and what stands in them begin in the first column.
OPENS = re.compile(r"^(?:inline )?namespace\s*([\w:]*)\s*\{")
CLOSES = re.compile(r"^\}(?!;)")
# One that another type declares as its own, `Solver::State`, is that type's matter.
TYPE = re.compile(r"^(?:struct|class|union|enum(?: class| struct)?)\s+(?:\[\[\w+\]\]\s*)?(\w+)(?!\w|::)[^;()]*(?:\{|$)")


def types_of(text):
    """The line and whole name of each type that is defined in `text` and has a name outside its file."""
    namespaces = []
    for number, line in enumerate(rule.without_comments(text).split("\n"), start=1):
        opened = OPENS.match(line)
        if opened:
            namespaces.append(opened.group(1))
            continue
        if CLOSES.match(line) and namespaces:
            # A function of the namespace ends so, too; only the comment that was blanked tells the two apart.
            if "namespace" in text.split("\n")[number - 1]:
                namespaces.pop()
            continue
        defined = TYPE.match(line)
        if defined and "" not in namespaces:
            yield number, "::".join([*namespaces, defined.group(1)])


# The name before the first bracket of a declaration that begins in the first column.
FUNCTION = re.compile(r"^(?!struct|class|enum|union|using|template|namespace|return)[\w\[][^=()]*?[\s&*>](\w+)\(")


def functions_of(text):
    """The line, namespaces and name of each function that `text` declares outside of types."""
    namespaces = []
    lines = text.split("\n")
    for number, line in enumerate(rule.without_comments(text).split("\n"), start=1):
        opened = OPENS.match(line)
        if opened:
            namespaces.append(opened.group(1))
        elif CLOSES.match(line) and namespaces and "namespace" in lines[number - 1]:
            namespaces.pop()
        elif declared := FUNCTION.match(line):
            yield number, tuple(namespaces), declared.group(1)


def hiding(root):
    """Functions of one file alone that hide those of a header of the same stage."""
    declared, alone = {}, []
    for file in rule.sources(root, "lib", "examples"):
        name = file.relative_to(root)
        for number, namespaces, function in functions_of(file.read_text(encoding="utf-8")):
            space = "::".join(part for part in namespaces if part)
            if "" in namespaces:
                alone.append((name, number, space, function))
            elif file.suffix == ".hpp":
                declared.setdefault((name.parts[:2], space, function), set()).add(name)
    for name, number, space, function in alone:
        headers = declared.get((name.parts[:2], space, function), set()) - {name.with_suffix(".hpp")}
        for header in sorted(headers):
            yield f"{name}:{number}: {function} hides that of {header} where sources are compiled as one; rename it"


def check(root):
    faults, first = list(hiding(root)), {}
    for file in rule.sources(root, "lib"):
        name = file.relative_to(root)
        for number, whole_name in types_of(file.read_text(encoding="utf-8")):
            place = f"{name}:{number}"
            if whole_name in first:
                faults.append(f"{place}: {whole_name} is defined at {first[whole_name]}, too")
            first.setdefault(whole_name, place)
    return faults


def within(namespace, text):
    return f"namespace {namespace} {{\n\n{text}\n}}  // namespace {namespace}\n".replace("namespace  ", "namespace ")


VIOLATIONS = {
    "two types of one name": {
        "lib/include/fabula/story.hpp": within("fabula", "struct Word {\n    int key;\n};\n"),
        "lib/paint/words.hpp": within("fabula", "struct Word {\n    double x;\n};\n"),
    },
    "a type of a file alone that does not say so": {
        "lib/paint/svg.hpp": within("fabula", "class Writer final : Base {\n};\n"),
        "lib/paint/pdf.cpp": within("fabula", "void f() {\n}\n\nclass Writer\n{\n};\n"),
    },
    "a function that hides one of a header": {
        "lib/paint/words.hpp": within("fabula", "[[nodiscard]] std::string name_of(Form form);\n"),
        "lib/paint/svg.cpp": within("fabula", within("", "std::string_view name_of(Kind kind) {\n    return {};\n}\n")),
    },
    "two lists of choices of one name": {
        "lib/paint/svg.hpp": within("fabula::paint", "enum class Form { text };\n"),
        "lib/paint/pdf.hpp": within("fabula::paint", "enum class Form : char { tagged };\n"),
    },
}
INNOCENTS = {
    "types of files alone": {
        "lib/paint/svg.cpp": within("fabula", within("", "struct State {\n};\n")),
        "lib/paint/pdf.cpp": within("fabula", within("", "struct State {\n};\n")),
    },
    "a type that is announced": {
        "lib/paint/svg.hpp": within("fabula", "struct State;\nstruct State* begin(int);\n"),
        "lib/paint/state.hpp": within("fabula", "struct State {\n};\n"),
    },
    "what is behind a type, in two builds": {
        "lib/solve/storyline/solver_some.cpp": within("fabula", "struct Solver::State {\n};\n"),
        "lib/solve/storyline/solver_none.cpp": within("fabula", "struct Solver::State {\n};\n"),
    },
    "a function beside one of its own header, of another stage or of another namespace": {
        "lib/paint/words.hpp": within("fabula", "std::string name_of(Form form);\n"),
        "lib/paint/words.cpp": within("fabula", within("", "std::string name_of(int form) {\n}\n")),
        "lib/view/svg.cpp": within("fabula", within("", "std::string name_of(int form) {\n}\n")),
        "lib/paint/svg.cpp": within("fabula::svg", within("", "std::string name_of(int form) {\n}\n")),
    },
    "other namespaces": {
        "lib/time/state.hpp": within("fabula::time", "struct State {\n};\n"),
        "lib/paint/state.hpp": within("fabula::paint", "struct State {\n};\n"),
    },
}

if __name__ == "__main__":
    rule.main(check, VIOLATIONS, INNOCENTS)
