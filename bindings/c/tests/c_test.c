/* SPDX-License-Identifier: BSL-1.0 */
/* c_test FOLDER: the functions of treatise.h as C calls them, rightly and wrongly; files are written into FOLDER. */
#include <treatise.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

static void check(int holds, char const* what) {
    if (holds) return;
    fprintf(stderr, "not so: %s\n", what);
    ++failures;
}

/* Whether the answer to a request has a part; it says what else it was. */
static int answers(treatise_base const* base, char const* request, char const* part) {
    char* const answer = treatise_ask(base, request);
    int const found = answer != NULL && strstr(answer, part) != NULL;
    if (!found) fprintf(stderr, "%s gives %.300s\n", request == NULL ? "null" : request, answer == NULL ? "null" : answer);
    treatise_free(answer);
    return found;
}

/* Whether a base was refused with that part of a message; it ends a base that was not, and takes the error. */
static int refused(treatise_base* base, char** error_at, char const* part) {
    char* const error = *error_at;
    int const found = base == NULL && error != NULL && strncmp(error, "{\"format\":\"treatise-error\"", 26) == 0 && strstr(error, part) != NULL;
    if (!found) fprintf(stderr, "no refusal with %s but %.300s\n", part, error == NULL ? "null" : error);
    treatise_close(base);
    treatise_free(error);
    *error_at = NULL;
    return found;
}

static char const* in(char const* folder, char const* name) {
    static char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_file(char const* path, char const* bytes, size_t size) {
    FILE* const f = fopen(path, "wb");
    check(f != NULL && fwrite(bytes, 1, size, f) == size, "a file can be written");
    if (f != NULL) fclose(f);
}

static char const own[] =
    "[overlay]\nkey = \"acme\"\nname = \"Acme Health\"\nversion = \"1\"\nreleased = \"2026-11-01\"\n\n"
    "[[payer]]\nkey = \"acme-health\"\nname = \"Acme Health\"\njurisdiction = \"us\"\n";

static void a_right_call_is_answered(treatise_base const* kb) {
    check(answers(kb, "{\"question\":\"categories\",\"cause\":\"trigeminal-neuralgia\"}", "\"format\":\"treatise-categories\""), "categories");
    check(answers(kb, "{\"question\":\"facts\",\"cause\":\"shingles pain\",\"option\":\"Neurontin\"}", "\"key\":\"gabapentin\""),
        "names find what keys find");
    check(answers(kb, "{\"question\":\"knowledge\"}", "\"use_until\""), "an answer says until when it holds");
    check(treatise_built_in() == kb, "the built-in base is one");
    check(strchr(treatise_version(), '.') != NULL, "the version");
}

static void a_wrong_call_is_told(treatise_base const* kb) {
    char* error = NULL;
    char const* const none[] = {NULL};
    check(answers(NULL, "{\"question\":\"causes\"}", "\"fault\":\"no_base\""), "a null base");
    check(answers(kb, NULL, "\"fault\":\"not_json\""), "a null request");
    check(answers(kb, "", "\"fault\":\"not_json\""), "an empty request");
    check(answers(kb, "{\"question\":\"cuases\"}", "\"nearest\":[\"causes\"]"), "a question that is none");
    check(answers(kb, "\xff\xfe", "\"fault\":\"not_json\""), "bytes that are no UTF-8");
    treatise_free(NULL);
    treatise_close(NULL);
    treatise_close((treatise_base*)treatise_built_in());
    check(answers(kb, "{\"question\":\"causes\"}", "\"causes\":["), "the built-in base is never closed");
    check(refused(treatise_open(NULL, &error), &error, "null"), "a null path");
    check(refused(treatise_open("/nowhere/at all", &error), &error, "is not there"), "a path that is not there");
    check(treatise_open("/nowhere", NULL) == NULL, "an error that nobody asks for");
    check(refused(treatise_overlay(NULL, none, 1, &error), &error, "base is null"), "an overlay on nothing");
    check(refused(treatise_overlay(kb, NULL, 1, &error), &error, "no path"), "no paths");
    check(refused(treatise_overlay(kb, none, 1, &error), &error, "is null"), "a null path of an overlay");
    check(refused(treatise_overlay_text(kb, "own", NULL, &error), &error, "is null"), "no text of an overlay");
    check(refused(treatise_overlay_text(kb, NULL, "[overlay", &error), &error, "is no TOML"), "a text that is no TOML");
    check(refused(treatise_overlay_text(kb, "own.toml", "[overlay]\nkey = 1\n", &error), &error, "\"file\":\"own.toml\",\"line\":2"),
        "an error in an overlay has its place");
    check(refused(treatise_recall(kb, NULL, &error), &error, "path is null"), "a recall without a path");
    check(refused(treatise_recall(kb, "/nowhere", &error), &error, "is not there"), "a recall file that is not there");
    check(refused(treatise_recall_text(NULL, "one", "", &error), &error, "base is null"), "a recall of nothing");
    check(refused(treatise_recall_text(kb, "one", NULL, &error), &error, "is null"), "no text of a recall");
    check(refused(treatise_recall_text(kb, "one.recall", "numbr: 1\n", &error), &error, "\"file\":\"one.recall\",\"line\":1"),
        "an error in a recall has its place");
}

static void an_overlay_lies_on_top(treatise_base const* kb, char const* folder) {
    char* error = NULL;
    char const* paths[1];
    treatise_base *one, *two;
    one = treatise_overlay_text(kb, "own.toml", own, &error);
    check(one != NULL && error == NULL, "an overlay from a text");
    check(answers(one, "{\"question\":\"find\",\"text\":\"Acme Health\"}", "\"overlay\":\"acme\""), "the overlay is in the answer");
    check(answers(kb, "{\"question\":\"find\",\"text\":\"Acme Health\"}", "\"fault\":\"unknown_name\""), "the base is as it was");
    paths[0] = in(folder, "own.toml");
    write_file(paths[0], own, sizeof own - 1);
    two = treatise_overlay(kb, paths, 1, &error);
    check(two != NULL, "an overlay from a file");
    treatise_close(one);
    check(answers(two, "{\"question\":\"options-for\",\"what\":\"acme-health\"}", "\"options\":[]"), "each base by itself");
    check(refused(treatise_overlay(two, paths, 1, &error), &error, "acme"), "the same overlay twice");
    treatise_close(two);
}

static void a_damaged_file_is_refused(char const* folder) {
    static char const text[] = "[base]\nkey = \"x\"\nname = 1\n";
    static char const nearly[] = "TREATISE and then nothing that anybody wrote";
    char* error = NULL;
    write_file(in(folder, "bad.toml"), text, sizeof text - 1);
    check(refused(treatise_open(in(folder, "bad.toml"), &error), &error, "\"line\":3"), "TOML with errors names their lines");
    write_file(in(folder, "bad.snapshot"), nearly, sizeof nearly - 1);
    check(treatise_open(in(folder, "bad.snapshot"), &error) == NULL && error != NULL, "what is neither a snapshot nor TOML");
    treatise_free(error);
}

/* A snapshot cut off at any place, or with any byte changed, is refused or answers; it never ends the program. */
static void a_damaged_snapshot_is_refused(char const* folder, char const* snapshot) {
    FILE* const f = fopen(snapshot, "rb");
    size_t size, i;
    char* bytes;
    check(f != NULL, "the snapshot is there");
    if (f == NULL) return;
    fseek(f, 0, SEEK_END);
    size = (size_t)ftell(f);
    rewind(f);
    bytes = malloc(size);
    check(bytes != NULL && fread(bytes, 1, size, f) == size, "the snapshot can be read");
    fclose(f);
    if (bytes == NULL) return;
    for (i = 0; i != 40; ++i) {
        char* error = NULL;
        size_t const at = i * (size / 40);
        treatise_base* base;
        bytes[at] = (char)(bytes[at] ^ 0x55);
        write_file(in(folder, "damaged.snapshot"), bytes, i % 2 == 0 ? size : at);
        bytes[at] = (char)(bytes[at] ^ 0x55);
        base = treatise_open(in(folder, "damaged.snapshot"), &error);
        check((base == NULL) == (error != NULL), "a base or an error");
        if (base != NULL) check(answers(base, "{\"question\":\"causes\"}", "{\"format\":"), "what was opened answers");
        treatise_free(error);
        treatise_close(base);
    }
    free(bytes);
}

int main(int argc, char** argv) {
    treatise_base const* const kb = treatise_built_in();
    if (argc < 2) return 2;
    a_right_call_is_answered(kb);
    a_wrong_call_is_told(kb);
    an_overlay_lies_on_top(kb, argv[1]);
    a_damaged_file_is_refused(argv[1]);
    if (argc > 2) a_damaged_snapshot_is_refused(argv[1], argv[2]);
    return failures != 0;
}
