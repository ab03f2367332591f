#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Reads a Treatise snapshot without the library: what docs/snapshot-format.md says, in Python.

    python3 docs/read_snapshot.py FILE          every claim, a line each: relation, ends, stance, source, place
    python3 docs/read_snapshot.py FILE CAUSE    those that speak of one cause, by its key
"""
import mmap
import struct
import sys
import zlib

HEADER = struct.Struct("=8sIIQQQII")
SECTION = struct.Struct("=24sIIQQ")
NONE = 0xFFFFFFFF


class Snapshot:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        head = list(HEADER.unpack_from(self.bytes))
        magic, version, order, _, self.content, size, count, checksum = head
        if magic != b"\x89TRT\r\n\x1a\n" or version != 5 or order != 0x01020304 or size != len(self.bytes):
            sys.exit(f"{path}: no snapshot of version 5 and this byte order, or not whole")
        head[-1] = 0
        directory = self.bytes[HEADER.size:HEADER.size + count * SECTION.size]
        if zlib.crc32(directory, zlib.crc32(HEADER.pack(*head))) != checksum:
            sys.exit(f"{path}: the header is damaged")
        self.sections, self.row_size = {}, {}
        for name, row_size, checksum, offset, rows in SECTION.iter_unpack(directory):
            name = name.rstrip(b"\0").decode()
            data = self.bytes[offset:offset + rows * row_size]
            if zlib.crc32(data) != checksum:
                sys.exit(f"{path}: `{name}` is damaged")
            self.sections[name], self.row_size[name] = data, row_size
        self.read_schema()
        self.entities = self.numbers("added_begin")[-1]

    def read_schema(self):
        self.kinds, self.structure, self.relations, self.fields = [], 0, [], {}
        for line in bytes(self.sections["schema"]).decode().splitlines():
            word, *rest = line.split(" ")
            if word == "stance":
                self.stances = rest
            elif word == "kind":
                self.kinds.append(rest[0])
            elif word in ("structure", "claims"):
                self.structure += word == "structure"
                self.relations.append(rest[0])
            elif word == "row":
                row = self.fields[rest[0]] = {}
            elif word == "field":
                row[rest[1]] = int(rest[0]), rest[2], rest[3:]

    def numbers(self, section):
        return self.sections[section].cast("I" if self.row_size[section] == 4 else "B")

    def text(self, number):
        begin = self.numbers("text_begin")
        return bytes(self.sections["pool"][begin[number]:begin[number + 1]]).decode()

    def name(self, entity):
        return self.text(2 + entity)

    def key(self, entity):
        return self.text(2 + self.entities + entity) if entity < self.entities else ""

    def field(self, section, row, name):
        """A number; of a list its numbers, of a word the word. One row stands for all, no row for the defaults."""
        at, kind, more = self.fields[section][name]
        data, size = self.sections[section], self.row_size[section]
        here = size * (0 if len(data) == size else row) + at
        if kind == "list":
            first, last = struct.unpack_from("=II", data, here) if data else (0, 0)
            return self.numbers("lists")[first:last].tolist()
        if kind in ("flag", "level", "word"):
            value = data[here] if data else 0
        else:
            value, = struct.unpack_from("=I", data, here) if data else ({"id": NONE, "decimal": 15}.get(kind, 0),)
        return more[1 + value] if kind == "word" else value

    def column(self, section, relation, claim):
        """What a column of claims holds: one row may stand for all of its relation, none for 0."""
        begin = self.numbers(section + "_begin")
        first, last = begin[relation - self.structure], begin[relation - self.structure + 1]
        if last - first < 2:
            return self.numbers(section)[first] if first != last else 0
        return self.numbers(section)[first + claim - self.numbers("relation_begin")[relation]]

    def claims(self):
        """(relation, subject, object, stance, attribution) of each claim, as numbers."""
        begin = self.numbers("relation_begin")
        subject, object = self.numbers("subject"), self.numbers("object")
        for relation in range(self.structure, len(self.relations)):
            for claim in range(begin[relation], begin[relation + 1]):
                yield (relation, subject[claim], object[claim], self.column("stance", relation, claim),
                       self.column("attributed", relation, claim))


def main(path, cause=None):
    kb = Snapshot(path)
    for relation, subject, object, stance, said in kb.claims():
        about = [kb.key(c) for c in kb.field("attributions", said, "about")]
        if cause is not None and cause not in (kb.key(subject), kb.key(object), *about):
            continue
        source, place = kb.field("attributions", said, "source"), kb.field("attributions", said, "place")
        cells = kb.relations[relation], kb.key(subject), kb.key(object), kb.stances[stance], kb.key(source), kb.text(place)
        print(*cells, sep="\t")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
