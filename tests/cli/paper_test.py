"""How a picture comes on paper: tiles that join without a seam, pages that flow, trim and bleed, the inks of a theme."""

import re
import subprocess
import unittest

import numpy

from program import EXAMPLES, ProgramTest

EDGE = 20  # points of a tile that stay blank
OVERLAP = 28  # points that neighbouring tiles have in common
DOTS_PER_INCH = 96
SCALE = DOTS_PER_INCH / 72
LONG = EXAMPLES / "french-revolution.yaml"  # of 119 events


def said(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True).stdout


class Paper(ProgramTest):
    def render(self, story, *options, code=0):
        done = self.assert_exit(code, "render", str(story), "-o", "out.pdf", *options)
        return done.stderr.decode()

    def pages(self, name="out.pdf"):
        return int(re.search(r"Pages:\s+(\d+)", said("pdfinfo", str(self.folder / name)))[1])

    def size(self):
        found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", said("pdfinfo", str(self.folder / "out.pdf")))
        return float(found[1]), float(found[2])

    def words(self, page):
        return said("pdftotext", "-f", str(page), "-l", str(page), str(self.folder / "out.pdf"), "-")

    def box(self, name):
        found = re.search(rf"{name}:\s+([\d. ]+)", said("pdfinfo", "-box", str(self.folder / "out.pdf")))
        return [float(number) for number in found[1].split()]

    def picture(self, name, page=1):
        """A page in grey, as rows of dots from 0 to 255."""
        said("pdftoppm", "-gray", "-r", str(DOTS_PER_INCH), "-f", str(page), "-l", str(page), "-singlefile",
             str(self.folder / name), str(self.folder / "page"))
        data = (self.folder / "page.pgm").read_bytes()
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
        return numpy.frombuffer(data, numpy.uint8, offset=header.end()).reshape(int(header[2]), int(header[1]))


def first_tile(length, sheet):
    """Where the first tile begins in the picture, and how many there are."""
    step = sheet - 2 * EDGE - OVERLAP
    count = max(1, -int(-(length - OVERLAP) // step))
    return (length - count * step - OVERLAP) / 2, count, step


def difference(one, other):
    """How much each dot differs from the likest of the nine about it: less than a dot of shift is none."""
    high, wide = one.shape
    padded = numpy.pad(other.astype(int), 1, mode="edge")
    nearest = [numpy.abs(padded[y : y + high, x : x + wide] - one) for y in range(3) for x in range(3)]
    return numpy.minimum.reduce(nearest)


class Tiles(Paper):
    def assembled(self, shape):
        """The tiles put together as one who cuts at the marks does."""
        high, wide = shape
        sheet = numpy.full(shape, 255, numpy.uint8)
        paper = self.size()
        left, columns, step_x = first_tile(wide / SCALE, paper[0])
        top, rows, step_y = first_tile(high / SCALE, paper[1])
        self.assertEqual(self.pages(), columns * rows)
        for row in range(rows):
            for column in range(columns):
                tile = self.picture("out.pdf", row * columns + column + 1)
                x = left + column * step_x - EDGE
                y = top + row * step_y - EDGE
                cut = [EDGE + OVERLAP / 2 if column else EDGE, paper[0] - EDGE - (OVERLAP / 2 if column + 1 < columns else 0),
                       EDGE + OVERLAP / 2 if row else EDGE, paper[1] - EDGE - (OVERLAP / 2 if row + 1 < rows else 0)]
                l, r, t, b = (round(at * SCALE) for at in cut)
                l, t = max(l, -round(x * SCALE)), max(t, -round(y * SCALE))
                part = tile[t:b, l:r]
                at_x, at_y = l + round(x * SCALE), t + round(y * SCALE)
                part = part[: high - at_y, : wide - at_x]
                sheet[at_y : at_y + part.shape[0], at_x : at_x + part.shape[1]] = part
        return sheet

    def test_join_without_a_seam(self):
        self.render(LONG)
        whole = self.picture("out.pdf")
        self.render(LONG, "--tile", "--page", "A4")
        self.assertGreater(self.pages(), 3)
        differs = difference(self.assembled(whole.shape), whole) > 100
        self.assertLess(differs.mean(), 0.0005)
        self.assertLess(differs.mean(axis=0).max(), 0.02, "no column of dots is amiss")
        self.assertLess(differs.mean(axis=1).max(), 0.02, "no row of dots is amiss")

    def test_lie_on_their_side_where_that_takes_fewer(self):
        self.render(LONG, "--tile", "--page", "A4")
        sheets = self.pages()
        self.render(LONG, "--tile", "--page", "A4-landscape")
        self.assertEqual(self.pages(), sheets)

    def test_say_where_they_belong(self):
        self.render(LONG, "--tile")
        self.assertIn("B1", self.words(2))
        self.assertIn("A1–", self.words(2))

    def test_of_a_picture_that_fits_are_one(self):
        self.render("story.yaml", "--tile")
        self.assertEqual(self.pages(), 1)

    def test_need_sheets_larger_than_their_edges(self):
        self.assertIn("[no-tile]", self.render("story.yaml", "--tile", "--page", "60x60pt", code=1))

    def test_are_pages_that_only_pdf_has(self):
        done = self.assert_exit(3, "render", str(LONG), "-o", "out.png", "--tile")
        self.assertIn("write a PDF", done.stderr.decode())


class Flow(Paper):
    def test_divides_a_story_among_pages_that_name_their_lanes(self):
        self.render(EXAMPLES / "never-let-me-go.yaml", "--flow", "--page", "A5-landscape")
        self.assertGreater(self.pages(), 1)
        for page in range(1, self.pages() + 1):
            self.assertIn("Kathy", self.words(page))

    def test_numbers_its_pages(self):
        self.render(EXAMPLES / "never-let-me-go.yaml", "--flow", "--page", "A5-landscape")
        for page in range(1, self.pages() + 1):
            self.assertRegex(self.words(page), rf"(?m)^{page}$")

    def test_heads_every_page_but_the_first_with_the_title(self):
        self.render(EXAMPLES / "never-let-me-go.yaml", "--flow", "--page", "A5-landscape")
        self.assertEqual(self.words(1).count("Never Let Me Go"), 1)
        self.assertEqual(self.words(2).count("Never Let Me Go"), 1)

    def test_is_not_for_views_that_cannot(self):
        self.assertIn("[cannot-flow]", self.render(EXAMPLES / "odyssey.yaml", "--flow", "--view", "curve", code=1))

    def test_goes_with_tiles_as_little_as_day_with_night(self):
        self.render("story.yaml", "--flow", "--tile", code=2)


class Boxes(Paper):
    def test_are_the_page_where_nothing_goes_beyond_the_cut(self):
        self.render("story.yaml", "--page", "digest")
        self.assertEqual(self.box("TrimBox"), [0, 0, 396, 612])

    def test_say_what_is_cut_and_how_far_colour_bleeds(self):
        self.render("story.yaml", "--page", "digest", "--set", "theme.page.bleed=9")
        self.assertEqual(self.box("MediaBox"), [0, 0, 414, 630])
        self.assertEqual(self.box("TrimBox"), [9, 9, 405, 621])
        self.assertEqual(self.box("BleedBox"), [0, 0, 414, 630])

    def test_leave_room_for_printers_marks(self):
        self.render("story.yaml", "--page", "us-trade", "--set", "theme.page.bleed=3mm", "--set",
                    "theme.page.marks=[crop, registration, colour-bar]")
        trim, media = self.box("TrimBox"), self.box("MediaBox")
        self.assertAlmostEqual(trim[2] - trim[0], 432, places=2)
        self.assertGreater(trim[0], 3 * 72 / 25.4 + 10)
        self.assertAlmostEqual(media[2] - trim[2], trim[0], places=1)


class Ink(Paper):
    def plates(self):
        """How much of the first page each of cyan, magenta, yellow and black covers, 0 to 1."""
        out = said("gs", "-q", "-o", "-", "-sDEVICE=inkcov", str(self.folder / "out.pdf"))
        return [float(number) for number in out.split()[:4]]

    def test_of_a_spot_colour_is_on_a_plate_of_its_own(self):
        self.render(EXAMPLES / "never-let-me-go.yaml", "--theme", "print-second")
        said("gs", "-q", "-dBATCH", "-dNOPAUSE", "-r36", "-sDEVICE=tiffsep", f"-sOutputFile={self.folder}/plate.tif",
             str(self.folder / "out.pdf"))
        plates = {re.search(r"\((.*)\)", name)[1] for name in self.files() if "(" in name}
        self.assertEqual(len(plates - {"Cyan", "Magenta", "Yellow", "Black"}), 1)
        self.assertEqual(self.plates()[:1], [0.0], "nothing but black and the second ink, which has no cyan")

    def test_of_the_print_theme_is_black_alone_in_every_view(self):
        for view in ("lifelines", "storyline", "arcs", "curve", "plot", "page"):
            with self.subTest(view=view):
                self.render(EXAMPLES / "never-let-me-go.yaml", "--view", view, "--theme", "print")
                cyan, magenta, yellow, black = self.plates()
                self.assertEqual((cyan, magenta, yellow), (0, 0, 0))
                self.assertGreater(black, 0)


class Dates(Paper):
    def test_are_absent(self):
        self.render("story.yaml")
        self.assertNotIn("Date", said("pdfinfo", str(self.folder / "out.pdf")))

    def test_are_those_of_the_source_where_a_build_says_so(self):
        self.assert_exit(0, "render", "story.yaml", "-o", "out.pdf", environment={"SOURCE_DATE_EPOCH": "86400"})
        self.assertRegex(said("pdfinfo", "-isodates", str(self.folder / "out.pdf")), r"CreationDate:\s+1970-01-02T00:00:00")

    def test_have_to_be_seconds(self):
        done = self.assert_exit(2, "render", "story.yaml", "-o", "out.pdf", environment={"SOURCE_DATE_EPOCH": "today"})
        self.assertIn("pdf.date", done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
