/* SPDX-License-Identifier: BSL-1.0
 *
 * Treatise for C and for every language that calls C: what published sources say about the treatment of a cause.
 *
 * A question is a text of JSON, its answer another; docs/requests.md lists both. Strings are UTF-8 and end with NUL. A text that a
 * function gives is the caller's, to be given back with treatise_free. A base is never changed: any number of threads may ask the
 * same one at once.
 */
#ifndef TREATISE_H
#define TREATISE_H

#include <stddef.h>

#if defined(_WIN32) && defined(TREATISE_BUILDING)
#define TREATISE_API __declspec(dllexport)
#elif defined(_WIN32) && !defined(TREATISE_STATIC)
#define TREATISE_API __declspec(dllimport)
#elif defined(__GNUC__)
#define TREATISE_API __attribute__((visibility("default")))
#else
#define TREATISE_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* A knowledge base. */
typedef struct treatise_base treatise_base;

/* The knowledge inside the library, shared by all who ask for it; closing it does nothing. Null where the library was built without
 * knowledge. */
TREATISE_API treatise_base const* treatise_built_in(void);

/* Opens a snapshot, a file of TOML or a folder of such files; treatise_close ends it. Null on error, and then *error, if error is not
 * null, is a text of JSON ("treatise-error") to free, or null where memory has failed. */
TREATISE_API treatise_base* treatise_open(char const* path, char** error);

/* A new base: `base` with the TOML files or folders at `paths` on top, each on those before it. It needs `base` no more when it is
 * made. Errors as above. */
TREATISE_API treatise_base* treatise_overlay(treatise_base const* base, char const* const* paths, size_t count, char** error);

/* The same with the text of one TOML document, for places without files; `name` stands in its errors. */
TREATISE_API treatise_base* treatise_overlay_text(treatise_base const* base, char const* name, char const* toml, char** error);

/* A new base: `base` without the claims that the recall file at `path` withdraws (docs/withdrawal.md). It needs `base` no more when it is
 * made. A file that is broken, of other knowledge or of another release is an error as above. */
TREATISE_API treatise_base* treatise_recall(treatise_base const* base, char const* path, char** error);

/* The same with the text of a recall file; `name` stands in its errors. */
TREATISE_API treatise_base* treatise_recall_text(treatise_base const* base, char const* name, char const* recalls, char** error);

/* The answer to a request, a line of JSON to free: the bytes that `treatise ... --format json` prints. A request that has no answer gets
 * one of the format "treatise-error" with all that is wrong with it. Null only where memory has failed. */
TREATISE_API char* treatise_ask(treatise_base const* base, char const* request);

/* Gives back a text; null is allowed. */
TREATISE_API void treatise_free(char* text);

/* Ends a base that treatise_open, treatise_overlay, treatise_recall and those with a text have made; null and the built-in base are allowed. */
TREATISE_API void treatise_close(treatise_base* base);

/* The version of the library, "0.3.0". */
TREATISE_API char const* treatise_version(void);

#ifdef __cplusplus
}
#endif

#endif
