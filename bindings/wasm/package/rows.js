// SPDX-License-Identifier: BSL-1.0
// Answers as rows, for tables and data frames.

// What an answer is a list of, where it holds several lists: by its `format`, behind "treatise-". Of a circumstance it is the options,
// because of most of them nobody says anything, and that is to be seen.
const lists = {
    about: "statements",
    across: "causes.facts",
    candidates: "candidates",
    categories: "categories.options",
    "causes-of": "causes.facts",
    circumstance: "options",
    comparison: "rows",
    disagreements: "groups.sides",
    facts: "facts",
    "head-to-head": "comparisons",
    "options-for": "options.facts",
    why: "statements",
};

export function rows(answer, at) {
    const form = String(answer.format ?? "").replace(/^treatise-/, "");
    const path = (at ?? lists[form] ?? onlyList(answer, form)).split(".");
    const pairs = walk(answer, path, {});
    const inBoth = new Set(pairs.flatMap(([holder, entry]) => Object.keys(holder).filter((name) => name in entry)));
    const named = (name) => (inBoth.has(name) ? `${path.at(-2)}.${name}` : name);
    return pairs.map(([holder, entry]) =>
        Object.fromEntries([...Object.entries(holder).map(([name, value]) => [named(name), value]), ...Object.entries(entry)]));
}

function onlyList(answer, form) {
    const found = Object.keys(answer).filter((name) => Array.isArray(answer[name]));
    if (found.includes(form)) return form;
    if (found.length === 1) return found[0];
    throw new Error(`expected \`at\`, the name of a list: ${found.join(", ") || "this answer has none"}`);
}

function walk(holder, [name, ...deeper], outer) {
    if (!Array.isArray(holder[name])) throw new Error(`the answer has no list \`${name}\``);
    if (deeper.length === 0) return holder[name].map((entry) => [outer, flat(entry)]);
    return holder[name].flatMap((entry) => {
        const own = Object.fromEntries(Object.entries(entry).filter(([, value]) => !isListOfObjects(value)));
        return walk(entry, deeper, { ...outer, ...flat(own) });
    });
}

function flat(entry, before = "") {
    if (!isObject(entry)) return { [before.replace(/\.$/, "") || "value"]: entry };
    const result = {};
    for (const [name, value] of Object.entries(entry))
        Object.assign(result, isObject(value) ? flat(value, `${before}${name}.`) : { [before + name]: value });
    return result;
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isListOfObjects = (value) => Array.isArray(value) && value.length > 0 && value.every(isObject);
