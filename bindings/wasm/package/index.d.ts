// SPDX-License-Identifier: BSL-1.0
// The fields of answers are those of docs/json.md: there may be more than are named here.

export interface Named {
    key: string;
    name: string;
}
export interface Layer {
    key: string;
    name: string;
    version: string;
    released: string;
    content: string;
    onto: string;
    notice?: string;
}
/** Which recall file stands: what it withdraws is in no answer. */
export interface Recall {
    name: string;
    number: string;
    released: string;
    hash: string;
}
/** What every answer holds. Show `notice` with whatever you show of it. */
export interface Answer {
    format: string;
    format_version: string;
    knowledge: { key: string; version: string; released: string; content: string; recall?: Recall; overlays?: Layer[]; [more: string]: unknown };
    notice: string;
    [more: string]: unknown;
}
/** Of whom it speaks: this cause alone, with others, a wider group, a kind of it, or this cause set apart. */
export type Applicability = "exact" | "pooled" | "broader" | "narrower" | "excluded" | "unrelated";
/** What its source concludes; a benefit is not always in favor: show both. */
export type Stance = "for" | "against" | "no_difference" | "no_evidence_found" | "no_recommendation" | "mixed";

export interface Category {
    kind: Named;
    applicability: Applicability;
    options: CategoryOption[];
}
export interface CategoryOption {
    option: Named;
    kind: "therapy" | "therapy_class";
    row: Named;
    applicability: Applicability;
    excluded: boolean;
    only_against: boolean;
    /** How many claims, by facet and stance. More claims are not more evidence: sources share trials. */
    said: Record<string, Partial<Record<Stance, number>>>;
    [more: string]: unknown;
}
export interface CategoriesAnswer extends Answer {
    cause: Named;
    categories: Category[];
}
export interface FactSource extends Named {
    title: string;
    url?: string;
    doi?: string;
    place: string;
    kind: string;
    published: string;
    interest_declared: boolean;
    interest_status: "not_looked_for" | "declared" | "declared_none";
    [more: string]: unknown;
}
export interface Fact {
    id: string;
    facet: string;
    stance: Stance;
    matter: string;
    text: string;
    about: { key: string; name: string; plain?: string; [more: string]: unknown };
    option: Named;
    said_of: string;
    applicability: Applicability;
    stands_first: boolean;
    source: FactSource;
    status: string;
    layer: number;
    note?: string;
    /** Other arms of the trial, and the same result in other measures. */
    with?: Fact[];
    [more: string]: unknown;
}
export interface FactsAnswer extends Answer {
    cause: Named;
    option: Named;
    /** True: no label was read for warnings, so that silence says nothing. */
    label_unread: boolean;
    matters: { matter: string; state: string; facts: number; untold: number }[];
    facts: Fact[];
}
export interface Found extends Named {
    kind: string;
    matched: string;
    as: "name" | "synonym" | "brand" | "wording" | "key" | "code";
    how: "whole" | "beginning" | "word";
}
export interface SearchAnswer extends Answer {
    text: string;
    found: Found[];
}

/** What narrows a question; names are keys, names, synonyms or codes. */
export interface Scope {
    kind?: string[];
    source?: string;
    source_kind?: string[];
    applicability?: Applicability[];
    intent?: string[];
    jurisdiction?: string;
    payer?: string;
    as_of?: string;
    verified?: boolean;
    superseded?: boolean;
    predictions?: boolean;
}
export interface Keys {
    cause?: string;
    option?: string;
    what?: string;
    key?: string;
    text?: string;
    options?: string[];
    causes?: string[];
    circumstance?: string;
    view?: string;
    columns?: string[];
    group?: string;
    ruler?: string;
    all?: boolean;
    column?: string;
    of?: string;
    scope?: Scope;
    compact?: boolean;
}
export type Question =
    | "compare" | "candidates" | "categories" | "facts" | "why" | "about" | "disagreements" | "audit" | "paths" | "gaps"
    | "options-for" | "causes-of" | "head-to-head" | "across" | "causes" | "therapies" | "classes" | "sources" | "show" | "find"
    | "search" | "views" | "columns" | "knowledge" | "questions";

/** Knowledge that can be asked. It never changes. */
export interface Base {
    /** The answer; `ask("questions")` lists all questions with their keys. Throws a TreatiseError where something is wrong with it. */
    ask(question: "categories", keys: Keys & { cause: string }): CategoriesAnswer;
    ask(question: "facts", keys: Keys & { cause: string; option: string }): FactsAnswer;
    ask(question: "search", keys: Keys & { text: string }): SearchAnswer;
    ask(question: Exclude<Question, "categories" | "facts" | "search">, keys?: Keys): Answer;
    /** The same in JSON, as the library writes it; an error is an answer with `error`. */
    askJson(request: string): string;
    /** This knowledge with a TOML document on top, as a new base; `name` stands in its errors. */
    overlay(toml: string, name?: string): Base;
    /** This knowledge without what the text of a recall file withdraws, as a new base; `name` stands in its errors. */
    recall(recalls: string, name?: string): Base;
    /** Frees a base that lies on another. What lies on it may still be asked. */
    close(): void;
}
export interface Treatise {
    readonly version: string;
    /** The knowledge inside the module, about neuropathic pain. */
    builtIn(): Base;
}
/** All that is wrong with a request or with the text of an overlay or a recall. */
export class TreatiseError extends Error {
    readonly details: { message: string; [more: string]: unknown };
    readonly problems: { message: string; [more: string]: unknown }[];
}
/** Loads the module: once in a program is enough. Without an argument it is the treatise.wasm that lies beside the script. */
export function load(from?: URL | string | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module): Promise<Treatise>;
/**
 * The entries of an answer as flat objects, in its order; the fields of what holds them stand before their own. `at` names the
 * list, with a point for a list in a list: "categories.options". Nested fields are named with a point ("source.key"); where both
 * have a field, that of the holder has the name of its list in front ("options.option.key"). Lists that remain stay lists.
 */
export function rows(answer: Answer, at?: string): Record<string, unknown>[];
