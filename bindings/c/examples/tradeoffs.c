/* SPDX-License-Identifier: BSL-1.0 */
/* What is told of an option for a cause, from C: tradeoffs CAUSE OPTION [OVERLAY...]. The answer is JSON, for a parser of your choice. */
#include <treatise.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Appends a text as a string of JSON; false where there is no room for it. */
static int append_quoted(char* to, size_t size, char const* text) {
    size_t n = strlen(to);
    if (n + 2 > size) return 0;
    to[n++] = '"';
    for (; *text != '\0'; ++text) {
        unsigned char const c = (unsigned char)*text;
        if (n + 8 > size) return 0;
        if (c == '"' || c == '\\' || c < 0x20)
            n += (size_t)snprintf(to + n, size - n, "\\u%04x", c);
        else
            to[n++] = (char)c;
    }
    to[n++] = '"';
    to[n] = '\0';
    return 1;
}

int main(int argc, char** argv) {
    char request[4096] = "{\"question\":\"facts\",\"cause\":";
    char* error = NULL;
    char* answer;
    treatise_base const* base = treatise_built_in();
    treatise_base* with_overlays = NULL;
    int failed;

    if (argc < 3) {
        fprintf(stderr, "usage: tradeoffs CAUSE OPTION [OVERLAY...]\n");
        return 2;
    }
    if (argc > 3) {
        with_overlays = treatise_overlay(base, (char const* const*)(argv + 3), (size_t)(argc - 3), &error);
        if (with_overlays == NULL) {
            fprintf(stderr, "%s", error == NULL ? "out of memory\n" : error);
            treatise_free(error);
            return 1;
        }
        base = with_overlays;
    }
    if (!append_quoted(request, sizeof request - 32, argv[1])) return 2;
    strcat(request, ",\"option\":");
    if (!append_quoted(request, sizeof request - 8, argv[2])) return 2;
    strcat(request, "}");

    answer = treatise_ask(base, request);
    if (answer == NULL) return 1;
    failed = strncmp(answer, "{\"format\":\"treatise-error\"", 26) == 0;
    fputs(answer, failed ? stderr : stdout);
    treatise_free(answer);
    treatise_close(with_overlays);
    return failed;
}
