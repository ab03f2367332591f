// SPDX-License-Identifier: BSL-1.0
// The C door (treatise.h) in WebAssembly: strings go in and come out as UTF-8 that ends with NUL.

import { rows } from "./rows.js";
import { wasi } from "./wasi.js";

export { rows };

/** What Treatise could not do: the message says why; `details` is the error as the library tells it. */
export class TreatiseError extends Error {
    constructor(details) {
        super(details.message);
        this.name = "TreatiseError";
        this.details = details;
        this.problems = details.problems ?? [];
    }
}

/** Loads the module: once in a program is enough. */
export async function load(from = new URL("./treatise.wasm", import.meta.url)) {
    const module = from instanceof WebAssembly.Module ? from : await WebAssembly.compile(await bytesOf(from));
    let memory;
    const instance = await WebAssembly.instantiate(module, wasi(module, () => memory));
    memory = instance.exports.memory;
    instance.exports._initialize();
    return new Treatise(new Door(instance.exports));
}

async function bytesOf(from) {
    if (from instanceof ArrayBuffer || ArrayBuffer.isView(from)) return from;
    if (typeof Response !== "undefined" && from instanceof Response) return from.arrayBuffer();
    if (from instanceof URL && from.protocol === "file:") {
        const files = "node:fs/promises";  // a name that bundlers for browsers do not follow
        return (await import(/* @vite-ignore */ /* webpackIgnore: true */ files)).readFile(from);
    }
    const response = await fetch(from);
    if (!response.ok) throw new Error(`${from}: ${response.status} ${response.statusText}`);
    return response.arrayBuffer();
}

class Treatise {
    #door;
    #builtIn;

    constructor(door) {
        this.#door = door;
    }
    get version() {
        return this.#door.textAt(this.#door.exports.treatise_version());
    }
    builtIn() {
        return (this.#builtIn ??= new Base(this.#door, this.#door.exports.treatise_built_in()));
    }
}

class Base {
    #door;
    #pointer;  // 0: closed

    constructor(door, pointer) {
        this.#door = door;
        this.#pointer = pointer;
    }

    ask(question, keys = {}) {
        const text = this.askJson(JSON.stringify({ question, ...keys }));
        const answer = JSON.parse(text);
        if (answer.error) throw new TreatiseError(answer.error);
        return answer;
    }
    askJson(request) {
        const base = this.#open(), door = this.#door;
        return door.taken(door.withTexts([request], ([text]) => door.exports.treatise_ask(base, text)));
    }
    overlay(toml, name = "overlay") {
        return this.#laid(this.#door.exports.treatise_overlay_text, name, toml);
    }
    recall(recalls, name = "recall") {
        return this.#laid(this.#door.exports.treatise_recall_text, name, recalls);
    }
    #laid(lay, name, text) {
        const base = this.#open(), door = this.#door;
        return door.withTexts([name, text], ([nameAt, textAt]) => {
            const made = lay(base, nameAt, textAt, door.errorAt);
            if (made === 0) throw new TreatiseError(JSON.parse(door.taken(door.pointerAt(door.errorAt))).error);
            return new Base(door, made);
        });
    }
    close() {
        if (this.#pointer === this.#door.exports.treatise_built_in()) return;
        this.#door.exports.treatise_close(this.#pointer);
        this.#pointer = 0;
    }
    #open() {
        if (this.#pointer === 0) throw new Error("this base is closed");
        return this.#pointer;
    }
}

class Door {
    constructor(exports) {
        this.exports = exports;
        this.errorAt = exports.malloc(4);  // where a function leaves the address of its error
    }
    #bytes() {
        return new Uint8Array(this.exports.memory.buffer);
    }
    /** Calls `use` with the addresses of copies of `texts`, which are freed behind it. */
    withTexts(texts, use) {
        const copies = [];
        try {
            for (const text of texts) copies.push(this.#copied(text));
            return use(copies);
        } finally {
            for (const copy of copies) this.exports.treatise_free(copy);
        }
    }
    #copied(text) {
        if (text.includes("\0")) throw new TypeError("a text for Treatise has no NUL in it");
        const bytes = new TextEncoder().encode(text);
        const at = this.exports.malloc(bytes.length + 1);
        if (at === 0) throw new Error("Treatise has no memory for a text");
        const memory = this.#bytes();
        memory.set(bytes, at);
        memory[at + bytes.length] = 0;
        return at;
    }
    textAt(at) {
        const memory = this.#bytes();
        return new TextDecoder().decode(memory.subarray(at, memory.indexOf(0, at)));
    }
    pointerAt(at) {
        return new DataView(this.exports.memory.buffer).getUint32(at, true);
    }
    /** A text of the library, which is freed. */
    taken(at) {
        if (at === 0) throw new Error("Treatise had no memory for its answer");
        const text = this.textAt(at);
        this.exports.treatise_free(at);
        return text;
    }
}
