// SPDX-License-Identifier: BSL-1.0
// A picker of conditions, the kinds of therapy documented for one, and what is told of one option. The address keeps what is shown:
// #painful-diabetic-neuropathy/duloxetine. Every sentence of an answer is a text, never HTML.
import { load } from "../index.js";

const headings = {
    guidance: "What guidelines say", approval: "Approvals", benefit: "Benefit", harm: "Side effects", boxed_warning: "Boxed warnings",
    contraindication: "Contraindications", avoid: "To be avoided", safety_communication: "Safety communications",
    serious_harm: "Serious, however rare", caution: "Cautions", label_warning: "Other warnings of labels", practical: "In practice",
    coverage: "Who pays", mechanism: "How it may act", provider: "Who provides it",
};
const counted = { recommendation: "guidelines", benefit: "benefit", harm: "side effects", warning: "warnings", restriction: "contraindications and cautions" };
const applies = { exact: "", pooled: "about this and others together", broader: "about a wider group", narrower: "about a kind of it",
    excluded: "this condition is set apart" };
const inWords = (word) => word.replaceAll("_", " ");
const headingOf = (matter) => headings[matter] ?? inWords(matter[0].toUpperCase() + matter.slice(1));

const at = (id) => document.getElementById(id);
const input = at("condition"), choices = at("choices");
let base, found = [], chosen = -1;

function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties))
        key.includes("-") || key === "role" ? made.setAttribute(key, value) : (made[key] = value);
    made.append(...children.filter((child) => child !== "" && child !== undefined));
    return made;
}

// The picker.

function suggest() {
    const text = input.value.trim();
    found = text === "" ? [] : base.ask("search", { text, of: "cause" }).found;
    chosen = found.length > 0 ? 0 : -1;
    choices.replaceChildren(...found.map((f, i) =>
        element("li", { role: "option", id: `choice-${i}`, onclick: () => pick(i) }, f.name,
            f.matched === f.name ? "" : element("span", { className: "quiet" }, ` (${f.matched})`))));
    if (text !== "" && found.length === 0) choices.replaceChildren(element("li", { className: "quiet" }, "No condition here begins with that."));
    choices.hidden = text === "";
    mark();
}
function mark() {
    input.setAttribute("aria-expanded", String(!choices.hidden));
    input.setAttribute("aria-activedescendant", chosen < 0 || choices.hidden ? "" : `choice-${chosen}`);
    [...choices.children].forEach((child, i) => child.setAttribute("aria-selected", String(i === chosen)));
    choices.children[chosen]?.scrollIntoView({ block: "nearest" });
}
function pick(i) {
    choices.hidden = true;
    mark();
    if (found[i]) location.hash = found[i].key;
}
input.addEventListener("input", suggest);
input.addEventListener("focus", () => input.select());
input.addEventListener("blur", () => setTimeout(() => { choices.hidden = true; mark(); }, 150));
input.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && found.length > 0) {
        chosen = (chosen + steps[event.key] + found.length) % found.length;
        choices.hidden = false;
    } else if (event.key === "Escape") {
        choices.hidden = true;
    } else if (event.key === "Enter") {
        pick(chosen);
    } else {
        return;
    }
    event.preventDefault();
    mark();
});
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());

// The kinds of therapy.

function countsOf(said) {
    const sides = (all) => Object.entries(all).map(([side, n]) => (side === "for" ? n : `${n} ${inWords(side)}`)).join(" + ");
    return Object.entries(counted).filter(([facet]) => said[facet]).map(([facet, words]) => `${words} ${sides(said[facet])}`).join(", ");
}
function kindsOf(answer, shown) {
    const options = answer.categories.reduce((n, c) => n + c.options.length, 0);
    const button = (o) =>
        element("button", { type: "button", onclick: () => (location.hash = `${answer.cause.key}/${o.option.key}`),
            "aria-current": String(o.option.key === shown) },
        element("b", {}, o.option.name),
        element("span", { className: "quiet" }, [applies[o.applicability] ?? inWords(o.applicability), countsOf(o.said)].filter(Boolean).join("; ")));
    return [
        element("h2", {}, answer.cause.name),
        element("p", { className: "quiet" }, `${answer.categories.length} kinds of therapy with ${options} options are documented. The order ` +
            "ranks nothing. The numbers count claims, how much there is to read; sources share trials, so more claims are not more evidence."),
        ...answer.categories.map((c) =>
            element("details", { open: c.options.some((o) => o.option.key === shown) },
                element("summary", {}, c.kind.name, element("span", { className: "quiet" }, ` ${c.options.length}`)),
                element("ul", {}, ...c.options.map((o) => element("li", {}, button(o)))))),
    ];
}

// One option.

function linkOf(source) {
    const address = source.url ?? (source.doi ? `https://doi.org/${source.doi}` : "");
    return /^https?:/.test(address) ? element("a", { href: address, title: source.title, rel: "noopener" }, source.name) : source.name;
}
function against(f) {
    const other = f.comparator?.name ?? f.compared_with ?? "";
    return other === "" || other.startsWith("no ") ? other : `vs ${other}`;
}
function factOf(f, option) {
    const figure = f.figure ?? {};
    const details = [
        f.said_of !== "itself" && f.option.key !== option.key ? `said of ${f.option.name}` : "", applies[f.applicability],
        against(f), f.time_frame, figure.participants ? `${figure.participants} people` : "",
        f.arm ? `as studied: ${f.arm}` : "", f.population ? `in ${f.population}` : "",
        f.certainty && f.certainty.word !== "not stated" ? `certainty ${f.certainty.word} (${f.certainty.rated_by.name})` : "", f.note,
    ].filter((part) => part && part !== "not stated").join("; ");
    const also = [...new Set((f.with ?? []).filter((w) => w.text !== f.text).map((w) => w.text))].join("; ");
    const alsoIn = [...new Set((f.with ?? []).filter((w) => w.text === f.text).map((w) => w.source.name))].filter((n) => n !== f.source.name);
    const place = f.source.place === "not stated" ? "place not recorded" : f.source.place;
    const told = f.source.interest_status === "declared" ? `; declared interest: ${f.source.interest ?? "yes"}` : "";
    return element("div", { className: f.stands_first ? "fact first" : "fact" },
        element("p", {}, f.stance === "for" ? "" : element("span", { className: "stance" }, inWords(f.stance)), f.stance === "for" ? "" : " ", f.text),
        also ? element("p", { className: "quiet" }, `also: ${also}`) : "",
        details ? element("p", { className: "quiet" }, details) : "",
        element("p", { className: "quiet" }, linkOf(f.source), `, ${place}`, f.jurisdiction ? `, ${f.jurisdiction}` : "", told,
            alsoIn.length > 0 ? `; also in ${alsoIn.join(", ")}` : ""));
}
function optionOf(answer) {
    const parts = [
        element("a", { className: "back", href: `#${answer.cause.key}` }, "\u2190 all options"),
        element("h2", {}, answer.option.name),
        element("p", { className: "quiet" }, `for ${answer.cause.name}`),
    ];
    if (answer.label_unread) parts.push(element("p", { className: "stance" }, "No label was read for its warnings here."));
    for (const m of answer.matters.filter((matter) => matter.facts > 0)) {
        parts.push(element("h3", {}, headingOf(m.matter)));
        parts.push(...answer.facts.filter((f) => f.matter === m.matter).map((f) => factOf(f, answer.option)));
        if (m.untold > 0) parts.push(element("p", { className: "quiet" }, `${m.untold === 1 ? "1 more claim on this is" : `${m.untold} more claims on this are`} in the knowledge base.`));
    }
    const silent = answer.matters.filter((m) => m.state === "not_reported").map((m) => headingOf(m.matter).toLowerCase());
    if (silent.length > 0)
        parts.push(element("p", { className: "quiet" }, `Nothing here on: ${silent.join(", ")}. That does not mean that there is none.`));
    return parts;
}

function show() {
    const [cause, option] = decodeURIComponent(location.hash.slice(1)).split("/");
    document.body.classList.toggle("picked", Boolean(option));
    try {
        at("kinds").replaceChildren(...(cause ? kindsOf(base.ask("categories", { cause }), option) : []));
        at("option").replaceChildren(...(option ? optionOf(base.ask("facts", { cause, option })) : []));
        at("option").scrollTop = 0;
        if (option && matchMedia("(max-width: 46rem)").matches) scrollTo(0, 0);
        if (cause) input.value = at("kinds").querySelector("h2").textContent;
    } catch (error) {
        at("option").replaceChildren(element("p", {}, error.message));
    }
}

try {
    base = (await load()).builtIn();
    const answer = base.ask("knowledge");
    at("notice").textContent = answer.notice;
    at("edition").textContent = `Knowledge: ${answer.knowledge.key} ${answer.knowledge.version}, released ${answer.knowledge.released}. ` +
        "Nothing that is typed here leaves this page.";
    input.disabled = false;
    addEventListener("hashchange", show);
    show();
} catch (error) {
    at("edition").textContent = `The library did not load: ${error.message}`;
}
