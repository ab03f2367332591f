#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Counts public graphs by the standard library alone, as the readers of this project should: independent_counts.py FOLDER

Prints a line "data set, what, count" for each; tests/bulk/counts_test.cpp compares them with what was imported.
"""
import csv
import gzip
import pathlib
import re
import sys

DATA = pathlib.Path(sys.argv[1])


def text(path):
    path = DATA / path
    return (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8", errors="replace", newline="")


def table(path):
    with text(path) as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def tell(data, what, count):
    print(f"{data}, {what}, {count}")


def hetionet():
    nodes, rows = table("hetionet-open/nodes.tsv.gz"), table("hetionet-open/edges.tsv.gz")
    tell("hetionet", "nodes", len(nodes))
    tell("hetionet", "rows", len(rows))
    kinds = {"Compound", "Disease", "Gene", "Pharmacologic Class", "Side Effect"}
    tell("hetionet", "entities of its nodes", sum(n["kind"] in kinds for n in nodes))
    claims = {"CtD", "CpD", "CbG", "DaG", "DuG", "DdG", "CcSE"}
    said = {(r["source"], r["metaedge"], r["target"], r["license"]) for r in rows}
    tell("hetionet", "claims", sum(r[1] in claims for r in said))
    tell("hetionet", "rows left out", sum(r["metaedge"] not in claims | {"PCiC"} for r in rows))
    tell("hetionet", "memberships", len({(r[0], r[2]) for r in said if r[1] == "PCiC"}))


def pharmacotherapydb():
    rows = table("pharmacotherapydb/indications.tsv")
    tell("pharmacotherapydb", "rows", len(rows))
    tell("pharmacotherapydb", "claims", len({(r["doid_id"], r["drugbank_id"], r["category"]) for r in rows}))
    tell("pharmacotherapydb", "claims against", sum(r["category"] == "NOT" for r in rows))
    tell("pharmacotherapydb", "therapies", len({r["drugbank_id"] for r in rows}))
    tell("pharmacotherapydb", "causes", len({r["doid_id"] for r in rows}))


def disease_ontology():
    stanzas = [s for s in re.split(r"\n\n+", text("disease-ontology/HumanDO.obo.gz").read().replace("\r", "")) if s.startswith("[Term]")]
    living = [s for s in stanzas if "\nis_obsolete: true" not in s]
    tell("disease-ontology", "terms", len(stanzas))
    tell("disease-ontology", "causes", len(living))
    tell("disease-ontology", "is_a", sum(s.count("\nis_a: ") for s in living))
    codes = set()
    for s in living:
        me = re.search(r"\nid: (\S+)", s)[1]
        codes |= {(me, x) for x in re.findall(r"\nxref: (\S+)", s) if re.fullmatch(r"[^:/]+:[^/].*", x) and "//" not in x}
    tell("disease-ontology", "cross-references", len(codes))
    retired = {(re.search(r"\nid: (\S+)", s)[1], x) for s in living for x in re.findall(r"\nalt_id: (\S+)", s)}
    tell("disease-ontology", "retired ids", len(retired))
    tell("disease-ontology", "synonyms not exact", len(re.findall(r'\nsynonym: "(?:[^"\\]|\\.)*" (?!EXACT)', "\n\n".join(stanzas))))


def drugmechdb():
    stream = text("drugmechdb/indication_paths.yaml.gz").read()
    tell("drugmechdb", "paths", len(re.findall(r"^graph:", stream, re.M)))
    links, inside = 0, False
    for line in stream.split("\n"):
        if re.match(r"\w", line):
            inside = line.startswith("links:")
        links += inside and line.lstrip().startswith("- ")
    tell("drugmechdb", "links", links)


def kgx_samples():
    nodes, rows = table("kgx-samples/graph_nodes.tsv"), table("kgx-samples/graph_edges.tsv")
    tell("kgx-samples", "nodes", len(nodes))
    tell("kgx-samples", "rows", len(rows))
    tell("kgx-samples", "nodes declared again", len(nodes) - len({n["id"] for n in nodes}))
    mapped = {"Gene", "BiologicalProcess", "PhenotypicFeature", "Pathway", "Disease", "MolecularActivity"}
    kept = {n["id"] for n in nodes if mapped & {c.removeprefix("biolink:") for c in n["category"].split("|")}}
    tell("kgx-samples", "entities", len(kept))
    tell("kgx-samples", "rows left out", sum(r["predicate"] != "biolink:contributes_to" for r in rows))


def drugcentral():
    rows = table("drugcentral/drug-to-class.tsv.gz")
    tell("drugcentral", "rows", len(rows))
    tell("drugcentral", "memberships", len({(r["drugbank_id"], r["class_id"]) for r in rows}))
    tell("drugcentral", "therapies", len({r["drugbank_id"] for r in rows}))
    tell("drugcentral", "classes", len({r["class_id"] for r in rows}))


def drugcentral_targets():
    rows = table("drugcentral/targets.tsv.gz")
    tell("drugcentral-targets", "rows", len(rows))
    tell("drugcentral-targets", "pairs", len({(r["drugbank_id"], r["GeneID"]) for r in rows}))


def fda_label_adr():
    rows = table("fda-label-adr/adr.tsv.gz")
    tell("fda-label-adr", "rows", len(rows))
    tell("fda-label-adr", "labels", len({r["label"] for r in rows}))
    tell("fda-label-adr", "claims", len({(r["label"], r["section"], r["term"]) for r in rows}))


for count in (hetionet, pharmacotherapydb, disease_ontology, drugmechdb, kgx_samples, drugcentral, drugcentral_targets, fda_label_adr):
    count()
