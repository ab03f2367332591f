# SPDX-License-Identifier: BSL-1.0
"""check.py FORMAT FILE...: reads tables with the parsers of Python's library and says what is wrong with them."""
import csv
import html.parser
import sys


def check_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert all(None not in row and None not in row.values() for row in rows), "a record has more or fewer fields than the first"
    assert rows, "no record"
    for row in rows:
        for field in ("cause", "column", "state", "text"):
            assert row[field], f"a record without {field}: {row}"
        if row["claim"]:
            assert row["source"] and row["said_of"] and row["stance"], f"a claim without its source: {row}"
        for field in ("with", "without", "difference", "low", "high", "n"):
            assert not row[field] or row[field] in ("∞", "-∞") or float(row[field]) is not None, f"{field} is no number: {row}"
        for field in row.values():
            number = field[1:].replace(".", "", 1).isdigit()
            assert number or not field.startswith(("=", "+", "-", "@", "\t", "\r")), f"{field!r} is a formula for a spreadsheet"


class Table(html.parser.HTMLParser):
    """The rows of a page's tables, and what is open, defined and referred to."""

    def __init__(self):
        super().__init__()
        self.open, self.rows, self.ids, self.targets = [], [], [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert tag != "script", "a script"
        if tag not in ("meta", "br", "hr", "col", "wbr", "input", "img"):
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1] += [""] * int(attributes.get("colspan", 1))
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.targets += [attributes["href"][1:]] if attributes.get("href", "").startswith("#") else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data):
        if "td" in self.open or "th" in self.open:
            self.rows[-1][-1] += data


def read(path):
    table = Table()
    with open(path, encoding="utf-8") as file:
        table.feed(file.read())
    table.close()
    assert not table.open, f"never closed: {table.open}"
    assert len(table.rows) > 1, "no table"
    assert len({len(row) for row in table.rows}) == 1 or "two" in path, "rows of different lengths"
    assert set(table.targets) <= set(table.ids), "a reference without a target"
    return table


def check_html(path):
    table = read(path)
    assert len(table.ids) == len(set(table.ids)), "an id stands twice"


def check_markdown(path):
    rows = [[cell.strip() for cell in row] for row in read(path).rows]
    if "nasty" in path:
        assert ["=1+1", "+49 30 123", "-0.5 (-1.2 to 0.1)", "@SUM(A1)", "Tabbed"] in rows, rows
        assert "<b>not bold</b> & &amp; stays" in [row[1] for row in rows], rows


if __name__ == "__main__":
    for path in sys.argv[2:]:
        try:
            globals()["check_" + sys.argv[1]](path)
        except AssertionError as wrong:
            sys.exit(f"{path}: {wrong}")
