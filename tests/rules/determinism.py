"""Nothing that differs from run to run or from machine to machine gets into the library, as far as its text shows it; symbols.py
looks at what was made of it.

A hash table that is only looked things up in may be used where its line says why: `// looked up, never walked: ...`.
"""

import re

import rule

# The one place where numbers become text.
NUMBERS = "lib/source/number.cpp"
EXCUSE = "looked up, never walked:"

ANYWHERE = {
    "a clock": r"\b(?:system|steady|high_resolution|utc|tai|gps|file)_clock\b|\b(?:gettimeofday|clock_gettime|timespec_get"
    r"|localtime|gmtime|strftime|mktime)\w*\s*\(|\btime\s*\(\s*(?:nullptr|NULL|0|&)|\bstd::clock\s*\(|#\s*include\s*<(?:ctime|time\.h|sys/time\.h)>|__DATE__|__TIME__",
    "chance": r"\bs?rand\s*\(|\brandom_device\b|\bdefault_random_engine\b|\b[dl]rand48\s*\(|\bgetrandom\s*\(|\barc4random",
    "an address": r'\bfmt::ptr\b|u?intptr_t|\b(?:set|map)<\s*(?:const\s+)?[\w:]+\s*\*',
    "a random name": r"\bstd::hash\b|\bthis_thread::get_id\b|\bgetpid\s*\(",
}
HASH_TABLE = r"\bunordered_(?:multi)?(?:map|set)\b|\bg_hash_table_(?:foreach|iter)"
IN_STRINGS = {
    "an address": r"%p|\{[^{}]*:p\}",
    "a number printed past " + NUMBERS: r"\{\w*:(?: ?[<>^])?[^{}\s]*(?:\.[\d{]|[aefgAEFG]\})",
    "the machine's locale": r":L\}",
}
STRING = re.compile(r'"((?:\\.|[^"\\])*)"')
IN_THE_LIBRARY = {
    "a number printed past " + NUMBERS: r"\bto_chars\b|\b(?:v?s?n?|f|d|as)printf\s*\(|\bstringstream\b"
    r'|\bostringstream\b|\bostream\b|\bcout\b|\bcerr\b',
    "the machine's locale": r"\bsetlocale\s*\(|\bstd::locale\b|\bsto[df]\s*\(|\bstrto[df]\s*\(|\batof\s*\(",
}


def faults_of_file(name, raw):
    rules = dict(ANYWHERE)
    if name.startswith("lib/") and name != NUMBERS:
        rules.update(IN_THE_LIBRARY)
    for number, (line, bare) in enumerate(zip(raw.split("\n"), rule.without_comments(raw).split("\n")), 1):
        for what, pattern in rules.items():
            if re.search(pattern, bare):
                yield f"{name}:{number}: {what}: {line.strip()}"
        for what, pattern in IN_STRINGS.items():
            if any(re.search(pattern, string) for string in STRING.findall(bare)):
                yield f"{name}:{number}: {what}: {line.strip()}"
        if re.search(HASH_TABLE, bare) and not bare.lstrip().startswith("#") and EXCUSE not in line:
            yield f"{name}:{number}: a hash table; where its order is never seen, say so in the line: // {EXCUSE} ..."


def check(root):
    faults = []
    for file in rule.sources(root, "lib", "examples/cli", "bindings"):
        faults += faults_of_file(str(file.relative_to(root)), file.read_text(encoding="utf-8"))
    return faults


def in_library(line):
    return {"lib/view/page.cpp": line + "\n"}


VIOLATIONS = {
    line: in_library(line)
    for line in (
        "const auto now = std::chrono::system_clock::now();",
        "seed = time(nullptr);",
        "gettimeofday(&now, nullptr);",
        "const char* built = __DATE__;",
        "order = rand() % 7;",
        "std::random_device seed;",
        'text = fmt::format("{}", fmt::ptr(node));',
        'text = fmt::format("{:p}", node);',
        "std::map<const Node*, int> places;",
        "std::unordered_map<std::string, int> places;",
        "#include <ctime>",
        'text = fmt::format("{: >8.2f}", width);',
        'std::snprintf(buffer, 9, "%f", width);',
        'text = fmt::format("{:.2f}", width);',
        'text = fmt::format("{:g}", width);',
        "std::ostringstream out;",
        "const double width = std::stod(text);",
    )
}
VIOLATIONS["a clock in the program"] = {"examples/cli/main.cpp": "auto t = std::chrono::steady_clock::now();\n"}
VIOLATIONS["a number printed elsewhere in the numbers' stage"] = {"lib/source/source.cpp": "std::to_chars(a, b, 1.5);\n"}

INNOCENTS = {
    "words in comments": in_library("// rand() and time(nullptr) are not used /* nor std::ostringstream */"),
    "a comment over lines": in_library("/* std::random_device\n std::stod(x) */ int x = 0;"),
    "words that only look alike": in_library("solve_time(story); brand(); const auto end_time = lifetime(life);"),
    "calendars of chrono": in_library("std::chrono::year_month_day day;"),
    "braces that hold no format": in_library("const Stroke ends{colour, a::b, 1.5}; f({.a = g(x), .size = 0.5});"),
    "the one place for numbers": {NUMBERS: "std::to_chars(begin, end, value);\n"},
    "text and whole numbers": in_library('fmt::format("{:>4}: {} {:02}", line, name, minutes);'),
    "a hash table with its reason": in_library(f"std::unordered_map<Key, Line> cache;  // {EXCUSE} a cache"),
    "a clock of the story's own": in_library('if (take("at")) return clock(); help("time: {clock: minute}, {a: 1.5}");'),
    "a link in a string": in_library('const char* space = "http://www.w3.org/2000/svg";'),
}

if __name__ == "__main__":
    rule.main(check, VIOLATIONS, INNOCENTS)
