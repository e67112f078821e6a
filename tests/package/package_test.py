"""Fabula as it is installed: moved to another folder, used by the program, by find_package and by pkg-config."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE, BUILD = Path(os.environ["SOURCE"]), Path(os.environ["BUILD"])
CMAKE, CXX = os.environ["CMAKE"], os.environ["CXX"]
WARNINGS_AS_ERRORS = os.environ["WARNINGS_AS_ERRORS"]

STORY = "title: A walk\ncharacters: {ann: {name: Ann}}\nevents: [{id: out, title: She goes out, who: [ann], when: 1996}]\n"

TEN_LINES = """\
#include <fabula/fabula.hpp>
#include <iostream>

int main() {
    static_assert(FABULA_VERSION_MAJOR == 0);
    if (fabula::version() != FABULA_VERSION) return 1;
    fabula::StoryBuilder built("A walk");
    built.character("ann", {.name = "Ann"}).event("out", {.title = "She goes out", .who = {"ann"}, .when = {"1996"}});
    if (!fabula::resolve(built.draft()).diagnostics.empty()) return 1;
    const auto story = fabula::read_story_file("story.yaml");
    const auto picture = fabula::render(story, {.format = "svg"});
    for (const auto& found : picture.diagnostics) std::cerr << fabula::format_diagnostic(found, picture.sources);
    for (const auto& folder : fabula::data_folders()) std::cout << folder << '\\n';
    return picture.bytes.empty() ? 1 : 0;
}
"""

PROJECT = """\
cmake_minimum_required(VERSION 3.25)
project(ten_lines LANGUAGES CXX)
find_package(fabula 0.1 REQUIRED)
add_executable(ten_lines ten_lines.cpp)
target_link_libraries(ten_lines PRIVATE fabula::fabula)
target_compile_options(ten_lines PRIVATE -Wall -Wextra -Wpedantic -Werror)
"""


def run(*command, **options):
    """Standard output of a command that has to succeed."""
    environment = {key: value for key, value in os.environ.items() if key != "FABULA_DATA"}
    environment.update(options.pop("environment", {}))
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, env=environment, **options)
    if done.returncode:
        raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
    return done.stdout


def install(build, folder):
    """Installs a build tree and moves the installation away from where it was put."""
    run(CMAKE, "--install", build, "--prefix", folder / "first")
    shutil.move(folder / "first", folder / "moved" / "fabula")
    return folder / "moved" / "fabula"


def libraries(prefix):
    return next(prefix.rglob("fabula.pc")).parent.parent


class PackageTest(unittest.TestCase):
    """Of the library as this build tree makes it."""

    build = BUILD

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name).resolve()
        cls.make_build()
        cls.prefix = install(cls.build, cls.folder)
        (cls.folder / "story.yaml").write_text(STORY)
        (cls.folder / "ten_lines.cpp").write_text(TEN_LINES)
        (cls.folder / "CMakeLists.txt").write_text(PROJECT)

    @classmethod
    def make_build(cls):
        pass

    def configuration(self, project, name):
        return (CMAKE, "-S", project, "-B", self.folder / name, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={CXX}",
                f"-DCMAKE_PREFIX_PATH={self.prefix}")

    def configure_and_build(self, project, name):
        run(*self.configuration(project, name))
        run(CMAKE, "--build", self.folder / name)
        return self.folder / name

    def assert_uses_own_data(self, program):
        """The first data folder is that of the moved installation: of a static library by $FABULA_DATA, which its package names."""
        data = self.prefix / "share/fabula"
        said = run(program, cwd=self.folder, environment={"FABULA_DATA": str(data)})
        self.assertEqual(said.splitlines()[0], str(data))

    def test_program_finds_its_themes_where_it_was_moved(self):
        fabula = self.prefix / "bin/fabula"
        said = run(fabula, "themes", cwd=self.folder)
        self.assertEqual(said.split("found in:\n")[1].splitlines()[0].strip(), str(self.prefix / "share/fabula"))
        run(fabula, "render", "story.yaml", "-o", "out.pdf", cwd=self.folder)
        self.assertIn("Lato", run("pdffonts", self.folder / "out.pdf"))

    def test_has_the_schema_of_a_story_for_editors(self):
        schema = (self.prefix / "share/fabula/story.schema.json").read_text(encoding="utf-8")
        self.assertEqual(schema, run(self.prefix / "bin/fabula", "schema"))
        self.assertIn("title", json.loads(schema)["properties"])

    def test_has_the_schema_of_a_theme_for_editors(self):
        schema = (self.prefix / "share/fabula/theme.schema.json").read_text(encoding="utf-8")
        self.assertEqual(schema, run(self.prefix / "bin/fabula", "schema", "--theme"))

    def test_program_found_by_its_name_finds_its_themes(self):
        said = run("fabula", "themes", "--names", cwd="/", environment={"PATH": f"{self.prefix}/bin:{os.environ['PATH']}"})
        self.assertEqual(said.split(), sorted(path.stem for path in (SOURCE / "themes").glob("*.yaml")))

    def test_find_package(self):
        self.assert_uses_own_data(self.configure_and_build(self.folder, "found") / "ten_lines")

    def test_find_package_names_the_data(self):
        (self.folder / "data").mkdir()
        (self.folder / "data/CMakeLists.txt").write_text(PROJECT.split("add_executable")[0] + "message(DATA=${fabula_DATA_FOLDER})\n")
        done = subprocess.run(self.configuration(self.folder / "data", "data/build"), capture_output=True, text=True)
        self.assertIn(f"DATA={self.prefix}/share/fabula\n", done.stderr)

    def test_find_package_refuses_another_version(self):
        (self.folder / "later").mkdir()
        (self.folder / "later/CMakeLists.txt").write_text(PROJECT.replace("fabula 0.1", "fabula 7.0"))
        done = subprocess.run(self.configuration(self.folder / "later", "later/build"), capture_output=True, text=True)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("7.0", done.stderr)

    def test_pkg_config(self):
        found = {"PKG_CONFIG_PATH": str(libraries(self.prefix) / "pkgconfig")}
        flags = run("pkg-config", "--cflags", "--libs", "fabula", environment=found).split()
        run(CXX, "-std=c++20", self.folder / "ten_lines.cpp", "-o", self.folder / "ten_lines", *flags, f"-Wl,-rpath,{libraries(self.prefix)}")
        self.assert_uses_own_data(self.folder / "ten_lines")
        self.assertEqual(Path(run("pkg-config", "--variable=datafolder", "fabula", environment=found).strip()).resolve(),
                         self.prefix / "share/fabula")

    def test_program_of_the_readme_compiles(self):
        (block,) = re.findall(r"```cpp\n(.*?)```", (SOURCE / "README.md").read_text(encoding="utf-8"), re.DOTALL)
        include, body = block.split("\n", 1)
        (self.folder / "readme.cpp").write_text(f"{include}\nint main() {{\n{body}return picture.bytes.empty();\n}}\n")
        run(CXX, "-std=c++20", "-fsyntax-only", f"-I{self.prefix}/include", self.folder / "readme.cpp")

    def test_example_program_draws(self):
        program = self.configure_and_build(SOURCE / "examples/cpp", "example") / "story_to_pdf"
        run(program, "story.yaml", "example.pdf", cwd=self.folder, environment={"FABULA_DATA": str(self.prefix / "share/fabula")})
        self.assertTrue((self.folder / "example.pdf").read_bytes().startswith(b"%PDF-1."))


class BuildTree(unittest.TestCase):
    def test_program_finds_its_themes(self):
        said = run(BUILD / "bin/fabula", "themes", cwd="/")
        self.assertEqual(said.split("found in:\n")[1].splitlines()[0].strip(), str(BUILD / "share/fabula"))


class SharedLibrary(PackageTest):
    """The same of the shared library, which finds its data by itself."""

    @classmethod
    def make_build(cls):
        cls.build = cls.folder / "shared"
        run(CMAKE, "-S", SOURCE, "-B", cls.build, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={CXX}", "-DCMAKE_BUILD_TYPE=Release",
            "-DBUILD_SHARED_LIBS=ON", "-DFABULA_TESTS=OFF", f"-DFABULA_WARNINGS_AS_ERRORS={WARNINGS_AS_ERRORS}",
            "-DCMAKE_INSTALL_RPATH=$ORIGIN/../lib")
        run(CMAKE, "--build", cls.build)

    def assert_uses_own_data(self, program):
        said = run(program, cwd=self.folder)
        self.assertEqual(said.splitlines()[0], str(self.prefix / "share/fabula"))


if __name__ == "__main__":
    unittest.main()
