// SPDX-License-Identifier: BSL-1.0
// TREATISE_WASM names the folder of the built package: node --test bindings/wasm/tests
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const folder = path.resolve(process.env.TREATISE_WASM ?? "build/wasm/treatise");
const { load, rows, TreatiseError } = await import(pathToFileURL(path.join(folder, "index.js")));
const treatise = await load();
const base = treatise.builtIn();
const cause = "painful-diabetic-neuropathy";

const acme = `
[overlay]
key = "acme"
name = "Acme Health"
version = "1"
released = 2026-11-30

[[payer]]
key = "acme-plan"
name = "Acme Health plan"
jurisdiction = "us"

[[source]]
key = "acme-formulary"
name = "Acme formulary 2026"
kind = "payer_policy"
title = "Formulary, made up for a test"
authors = "Acme Health"
published = 2026

[[covered_for]]
id = "acme-capsaicin"
subject = "capsaicin-8-patch"
object = "postherpetic-neuralgia"
payer = "acme-plan"
status = "prior_authorization"
source = "acme-formulary"
place = "line 12"
checked = 2026-11-30
`;

test("the version is that of the library", async () => {
    const described = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    assert.equal(treatise.version, described.version);
});

test("the kinds of therapy for a cause come with their options", () => {
    const answer = base.ask("categories", { cause });
    assert.equal(answer.format, "treatise-categories");
    assert.equal(answer.cause.name, "Painful diabetic neuropathy");
    const options = answer.categories.flatMap((c) => c.options.map((o) => o.option.key));
    assert.ok(options.includes("duloxetine"));
    assert.match(answer.notice, /not advice/);
});

test("a name is found as people write it, in any script of UTF-8", () => {
    assert.equal(base.ask("facts", { cause: " Painful Diabetic Neuropathy\u00ae", option: "Cymbalta" }).option.key, "duloxetine");
    assert.throws(() => base.ask("facts", { cause: "神経痛", option: "duloxetine" }), /神経痛/);
});

test("a picker gets choices from the first letters", () => {
    const found = base.ask("search", { text: "lido" }).found;
    assert.ok(found.length > 1);
    assert.ok(found.some((f) => f.key === "lidocaine-patch"));
});

test("a request that is wrong is an error that says what was expected", () => {
    assert.throws(() => base.ask("facts", { cause: "no such cause", option: "duloxetine" }), (error) => {
        assert.ok(error instanceof TreatiseError);
        assert.match(error.message, /no such cause/);
        assert.ok(error.problems.length > 0 && error.problems.every((p) => p.message));
        return true;
    });
    assert.ok(JSON.parse(base.askJson("no JSON")).error.message);
    assert.throws(() => base.askJson("{\0}"), /NUL/);
});

test("facts are rows with the names of their source and their figure", () => {
    const all = rows(base.ask("facts", { cause, option: "duloxetine" }));
    const half = all.find((row) => row.id === "cd-pdn-50");
    assert.equal(half["figure.value"], "44.5");
    assert.equal(half["source.key"], "cochrane-duloxetine-2014");
});

test("options are rows beside the kind of therapy they stand under", () => {
    const all = rows(base.ask("categories", { cause }));
    assert.equal(all.find((row) => row["option.key"] === "duloxetine")["kind.key"] !== undefined, true);
    assert.throws(() => rows(base.ask("facts", { cause, option: "duloxetine" }), "nothing"), /nothing/);
});

test("the types name every question and every key", async () => {
    const types = await readFile(path.join(folder, "index.d.ts"), "utf8");
    const quoted = (text) => [...text.matchAll(/"([a-z-]+)"/g)].map((found) => found[1]).sort();
    const questions = base.ask("questions").questions;
    assert.deepEqual(quoted(types.match(/type Question =([^;]+);/)[1]), questions.map((q) => q.question).sort());
    const keys = [...types.match(/interface Keys \{([^}]+)\}/)[1].matchAll(/(\w+)\?:/g)].map((found) => found[1]);
    assert.deepEqual([...new Set(questions.flatMap((q) => [...q.needs, ...q.takes]))].sort(), keys.sort());
});

test("a payer of your own lies on top, and the base stays as it is", () => {
    const own = base.overlay(acme, "acme.toml");
    const scope = { payer: "acme-plan" };
    const answer = own.ask("facts", { cause: "postherpetic-neuralgia", option: "capsaicin-8-patch", scope });
    assert.equal(answer.knowledge.overlays[0].key, "acme");
    assert.ok(JSON.stringify(answer).includes("acme-capsaicin"));
    assert.throws(() => base.ask("facts", { cause: "postherpetic-neuralgia", option: "capsaicin-8-patch", scope }), TreatiseError);
    own.close();
    assert.throws(() => own.ask("causes"), /closed/);
    assert.ok(base.ask("causes"));
});

test("an overlay that is wrong is refused with its file and line", () => {
    assert.throws(() => base.overlay(acme + '\n[[addition]]\nentity = "no-such-entity"\n', "acme.toml"), (error) => {
        assert.ok(error instanceof TreatiseError);
        assert.match(JSON.stringify(error.details), /acme\.toml/);
        assert.match(JSON.stringify(error.details), /no-such-entity/);
        return true;
    });
});

test("what lies on top of a closed base may still be asked, and all of it is freed", async () => {
    const { instantiate } = WebAssembly;
    let memory;
    WebAssembly.instantiate = async (...given) => {
        const instance = await instantiate(...given);
        memory = instance.exports.memory;
        return instance;
    };
    const under = (await load().finally(() => (WebAssembly.instantiate = instantiate))).builtIn();
    const sizes = [];
    for (let i = 0; i !== 40; ++i) {
        const lower = under.overlay(acme, "acme.toml");
        const upper = lower.overlay(acme.replaceAll("acme", "other").replaceAll("Acme", "Other"), "other.toml");
        lower.close();
        assert.equal(upper.ask("knowledge").knowledge.overlays.length, 2);
        upper.close();
        upper.close();
        assert.throws(() => under.overlay("wrong"), TreatiseError);
        sizes.push(memory.buffer.byteLength);
    }
    assert.equal(sizes.at(-1), sizes[9]);
});

test("the module may come as bytes or compiled, each time with a memory of its own", async () => {
    const bytes = await readFile(path.join(folder, "treatise.wasm"));
    for (const from of [bytes, await WebAssembly.compile(bytes)]) {
        const other = (await load(from)).builtIn();
        assert.equal(other.askJson('{"question":"causes"}'), base.askJson('{"question":"causes"}'));
    }
});
