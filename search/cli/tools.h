/* What an assistant can ask of an index, each as a tool with parameters: what the JSON API answers,
 * in the same words, from the same table of parameters (request.h). */
#ifndef SEARCH_TOOLS_H
#define SEARCH_TOOLS_H

#include <jansson.h>

#include "index.h"

typedef struct Tool Tool;

/* All of them, with their schemas, as the Model Context Protocol lists tools; a new reference. */
json_t *tools_list(void);

/* NULL for a name that does not exist. */
const Tool *tools_find(const char *name);

#define TOOLS_ERROR (tools_error_quark())
typedef enum {
	TOOLS_ERROR_ARGUMENTS, /* what is wrong with them, and what would be right */
	TOOLS_ERROR_NOTHING    /* there is no such pilot or paper */
} ToolsErrorCode;
GQuark tools_error_quark(void);

/* The answer, as an object; a new reference. NULL with TOOLS_ERROR and a message in Dutch, or an
 * error of the index. arguments: an object, or NULL. */
json_t *tools_call(const Tool *tool, Index *index, const json_t *arguments, GError **error);

#endif
