"""What the compiled library calls: no clock, no chance, no printing or reading of numbers that goes by the locale.

The text of the sources hides some of it: std::to_string prints whole numbers plainly and fractions through vsnprintf.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FORBIDDEN = {
    "a clock": r"(?:clock|time|times|gettimeofday|clock_gettime|timespec_get|localtime|gmtime|mktime|strftime)(?:_r)?"
    r"|std::chrono::.*::now\(\)",
    "chance": r"s?rand|d?rand48|lrand48|random|getrandom|arc4random\w*|std::random_device::.*",
    "printing past lib/source/number.cpp": r"(?:__)?v?(?:s|sn|f|d|as)?printf(?:_chk)?|__gnu_cxx::__to_xstring.*"
    r"|std::ostream& std::ostream::_M_insert<(?:long )?double>.*|std::basic_ostream<.*operator<<\((?:float|(?:long )?double)\)",
    "reading that goes by the locale": r"strto(?:d|f|ld)|atof|std::istream& std::istream::_M_extract<(?:float|(?:long )?double)>.*"
    r"|setlocale",
}

# Object and symbol that may be there.
EXCUSED = {
    ("format_time.cpp.o", "snprintf"),  # fmt's way with long doubles, which it brings along where it writes to an iterator
    ("json_text.cpp.o", "snprintf"),  # nlohmann-json: bytes that are not UTF-8, in its error messages
}


def faults(library):
    """What `library`, an archive or an object, calls that it may not."""
    listed = subprocess.run(["nm", "-A", "-u", "-C", library], capture_output=True, text=True, check=True).stdout
    for line in listed.splitlines():
        place, _, symbol = line.partition(" U ")
        place = place.strip(": ").rpartition(":")[2]
        symbol = re.sub(r"@.*", "", symbol.strip())
        if (Path(place).name, symbol) in EXCUSED:
            continue
        for what, pattern in FORBIDDEN.items():
            if re.fullmatch(pattern, symbol):
                yield f"{place}: {what}: {symbol}"


VIOLATIONS = {
    "#include <string>\nstd::string text(double width) { return std::to_string(width); }": "printing",
    "#include <cstdio>\nint text(char* to, double width) { return std::snprintf(to, 9, \"%f\", width); }": "printing",
    "#include <sstream>\nstd::string text(double width) { std::ostringstream out; out << width; return out.str(); }": "printing",
    "#include <string>\ndouble width(const std::string& text) { return std::stod(text); }": "reading",
    "#include <chrono>\nauto now() { return std::chrono::steady_clock::now(); }": "a clock",
    "#include <ctime>\nlong now() { return static_cast<long>(std::time(nullptr)); }": "a clock",
    "#include <cstdlib>\nint any() { return std::rand(); }": "chance",
    "#include <random>\nunsigned any() { return std::random_device()(); }": "chance",
}
INNOCENT = "#include <string>\nstd::string text(int number) { return std::to_string(number); }"


def found_in(text, folder):
    source = folder / "planted.cpp"
    source.write_text(text, encoding="utf-8")
    subprocess.run([os.environ["CXX"], "-std=c++20", "-O2", "-c", source, "-o", folder / "planted.o"], check=True)
    return list(faults(folder / "planted.o"))


def self_test():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for text, what in VIOLATIONS.items():
            if not any(what in fault for fault in found_in(text, folder)):
                yield f"not found:\n{text}"
        for fault in found_in(INNOCENT, folder):
            yield f"found in what is innocent: {fault}"


if __name__ == "__main__":
    wrong = list(self_test() if sys.argv[1:] == ["--self-test"] else faults(sys.argv[1]))
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)
