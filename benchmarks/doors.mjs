// SPDX-License-Identifier: BSL-1.0
// What the npm package costs: node benchmarks/doors.mjs [PACKAGE]
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const folder = path.resolve(process.argv[2] ?? "build/wasm/treatise");
const bytes = readFileSync(path.join(folder, "treatise.wasm"));
const megabytes = (n) => `${(n / 1e6).toFixed(2)} MB`;
console.log(`treatise.wasm: ${megabytes(bytes.length)}, ${megabytes(gzipSync(bytes, { level: 9 }).length)} gzipped`);

const cause = "painful-diabetic-neuropathy", option = "duloxetine";
const began = performance.now();
const { load } = await import(pathToFileURL(path.join(folder, "index.js")));
const base = (await load()).builtIn();
const loaded = performance.now();
base.ask("search", { text: "neur" });
console.log(`start-up: ${(loaded - began).toFixed(0)} ms to load, ${(performance.now() - loaded).toFixed(1)} ms to the first answer`);

const acme = readFileSync(new URL("../tests/bindings/acme.toml", import.meta.url), "utf8");
const questions = [["search", { text: "neur" }], ["categories", { cause }], ["facts", { cause, option }], ["why", { cause, option }],
    ["candidates", { cause }], ["compare", { cause }]];
const rounds = 50;
/** Processor time, which other programs of the machine change less than the clock. */
function time(name, run, length) {
    for (let i = 0; i !== 10; ++i) run();
    const before = process.cpuUsage();
    for (let i = 0; i !== rounds; ++i) run();
    const { user, system } = process.cpuUsage(before);
    console.log(`${name}: ${((user + system) / rounds / 1000).toFixed(2)} ms${length ? `, ${(length / 1000).toFixed(0)} KB` : ""}`);
}
for (const [question, keys] of questions) {
    const request = JSON.stringify({ question, ...keys });
    time(question, () => base.askJson(request), base.askJson(request).length);
}
time("an overlay, laid on and closed", () => base.overlay(acme, "acme.toml").close());
