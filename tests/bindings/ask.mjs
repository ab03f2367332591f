// SPDX-License-Identifier: BSL-1.0
// Answers requests, one a line of standard input, by the npm package: prints the SHA-256 of each answer, or with --whole the answers.
// Usage: node ask.mjs PACKAGE OVERLAY.toml [--whole]; a line that begins with "+" is asked with the overlay.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, overlay, whole] = process.argv.slice(2);
const { load } = await import(pathToFileURL(path.resolve(folder, "index.js")));
const base = (await load()).builtIn();
const own = base.overlay(readFileSync(overlay, "utf8"), "overlay");
const answers = readFileSync(0, "utf8").split("\n").filter(Boolean)
    .map((line) => (line.startsWith("+") ? own.askJson(line.slice(1)) : base.askJson(line)));
process.stdout.write(answers.map((a) => (whole ? a : createHash("sha256").update(a).digest("hex") + "\n")).join(""));
