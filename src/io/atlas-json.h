/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON nested deeper than this is not read. */
#define ATLAS_JSON_MAX_DEPTH 64

typedef enum
{
  ATLAS_JSON_NULL,
  ATLAS_JSON_FALSE,
  ATLAS_JSON_TRUE,
  ATLAS_JSON_NUMBER,
  ATLAS_JSON_STRING,
  ATLAS_JSON_ARRAY,
  ATLAS_JSON_OBJECT,
} AtlasJsonType;

/**
 * AtlasJson:
 * @type: what it is
 * @line: 1-based line it begins on
 * @key: (nullable): its key, for a member of an object
 * @text: (nullable): the value of a string; the digits of a number, as written
 * @first: (nullable): first member of an array or object
 * @next: (nullable): what follows in the same array or object
 *
 * A value of a JSON document, which owns it.
 */
typedef struct _AtlasJson AtlasJson;

struct _AtlasJson
{
  AtlasJsonType type;
  guint32 line;
  const char *key;
  const char *text;
  AtlasJson *first;
  AtlasJson *next;
};

typedef enum
{
  ATLAS_JSON_FAULT_NONE,
  ATLAS_JSON_FAULT_SYNTAX,
  ATLAS_JSON_FAULT_ENCODING,
  ATLAS_JSON_FAULT_TOO_DEEP,
} AtlasJsonFault;

/**
 * AtlasJsonDocument:
 *
 * A JSON text, read strictly as RFC 8259 has it.
 */
typedef struct _AtlasJsonDocument AtlasJsonDocument;

AtlasJsonDocument *atlas_json_document_parse (const char *data,
                                              gsize length,
                                              AtlasJsonFault *fault,
                                              guint32 *line);

void atlas_json_document_free (AtlasJsonDocument *self);

const AtlasJson *atlas_json_document_get_root (const AtlasJsonDocument *self);

guint32 atlas_json_document_get_nul_line (const AtlasJsonDocument *self);

const AtlasJson *atlas_json_get (const AtlasJson *object, const char *key);

gboolean atlas_json_has_duplicate (const AtlasJson *object, const char *key);

const char *atlas_json_get_string (const AtlasJson *object, const char *key);

gboolean atlas_json_get_boolean (const AtlasJson *object,
                                 const char *key,
                                 gboolean otherwise);

double atlas_json_get_double (const AtlasJson *object,
                              const char *key,
                              double otherwise);

void atlas_json_write (GString *out, const AtlasJson *value, guint indent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasJsonDocument, atlas_json_document_free)

G_END_DECLS
