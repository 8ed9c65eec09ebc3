/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-json.h"

#include <string.h>

#include "atlas-encode.h"

/* A reader of our own. json-glib 1.6 takes much for JSON that is none, turns
 * "20000000000000000000" into -1 and "1e400" into infinity, overflows the
 * stack on deep nesting, and keeps neither the lines of values nor the
 * decimals that were printed: all that is needed here. */

struct _AtlasJsonDocument
{
  GStringChunk *strings;
  GPtrArray *blocks;
  guint n_used;
  guint32 nul_line;
  AtlasJson *root;
};

/* Nodes are taken from blocks of so many. */
#define BLOCK_NODES 256

typedef struct
{
  AtlasJsonDocument *document;
  const char *p;
  const char *end;
  GString *buffer;
  guint32 line;
  guint depth;
  AtlasJsonFault fault;
} Parser;

static AtlasJson *parse_value (Parser *parser);

static AtlasJson *
new_node (Parser *parser, AtlasJsonType type)
{
  AtlasJsonDocument *document = parser->document;
  AtlasJson *block, *node;

  if (document->blocks->len == 0 || document->n_used == BLOCK_NODES)
    {
      g_ptr_array_add (document->blocks, g_new0 (AtlasJson, BLOCK_NODES));
      document->n_used = 0;
    }

  block = g_ptr_array_index (document->blocks, document->blocks->len - 1);
  node = &block[document->n_used++];
  node->type = type;
  node->line = parser->line;

  return node;
}

static gpointer
fail (Parser *parser, AtlasJsonFault fault)
{
  if (parser->fault == ATLAS_JSON_FAULT_NONE)
    parser->fault = fault;

  return NULL;
}

static void
skip_blanks (Parser *parser)
{
  for (; parser->p < parser->end; parser->p++)
    {
      if (*parser->p == '\n')
        parser->line++;
      else if (*parser->p != ' ' && *parser->p != '\t' && *parser->p != '\r')
        return;
    }
}

/* The mark that comes next, after blanks; 0 at the end. */
static char
peek (Parser *parser)
{
  skip_blanks (parser);

  return parser->p < parser->end ? *parser->p : '\0';
}

static gboolean
take (Parser *parser, char mark)
{
  if (peek (parser) != mark || parser->p == parser->end)
    return FALSE;

  parser->p++;

  return TRUE;
}

static AtlasJson *
parse_word (Parser *parser, const char *word, AtlasJsonType type)
{
  gsize length = strlen (word);

  if ((gsize) (parser->end - parser->p) < length
      || memcmp (parser->p, word, length) != 0)
    return fail (parser, ATLAS_JSON_FAULT_SYNTAX);

  parser->p += length;

  return new_node (parser, type);
}

static gboolean
skip_digits (Parser *parser)
{
  const char *start = parser->p;

  while (parser->p < parser->end && g_ascii_isdigit (*parser->p))
    parser->p++;

  return parser->p > start;
}

/* -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)? */
static AtlasJson *
parse_number (Parser *parser)
{
  const char *start = parser->p;
  const char *digits;
  AtlasJson *node;

  if (*parser->p == '-')
    parser->p++;
  digits = parser->p;
  if (!skip_digits (parser) || (*digits == '0' && parser->p - digits > 1))
    return fail (parser, ATLAS_JSON_FAULT_SYNTAX);

  if (parser->p < parser->end && *parser->p == '.')
    {
      parser->p++;
      if (!skip_digits (parser))
        return fail (parser, ATLAS_JSON_FAULT_SYNTAX);
    }
  if (parser->p < parser->end && (*parser->p == 'e' || *parser->p == 'E'))
    {
      parser->p++;
      if (parser->p < parser->end && (*parser->p == '+' || *parser->p == '-'))
        parser->p++;
      if (!skip_digits (parser))
        return fail (parser, ATLAS_JSON_FAULT_SYNTAX);
    }

  node = new_node (parser, ATLAS_JSON_NUMBER);
  node->text = g_string_chunk_insert_len (parser->document->strings, start,
                                          parser->p - start);

  return node;
}

/* Four hexadecimal digits, or -1. */
static gint32
parse_hex (Parser *parser)
{
  gint32 value = 0;
  guint i;

  if (parser->end - parser->p < 4)
    return -1;

  for (i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*parser->p++);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  return value;
}

/* What follows "\u"; two of them for a character beyond the first plane. */
static gboolean
parse_code_point (Parser *parser)
{
  gint32 high = parse_hex (parser);
  gint32 low;

  if (high < 0 || (high >= 0xDC00 && high <= 0xDFFF))
    return FALSE;

  if (high >= 0xD800 && high <= 0xDBFF)
    {
      if (parser->end - parser->p < 2 || parser->p[0] != '\\'
          || parser->p[1] != 'u')
        return FALSE;
      parser->p += 2;
      low = parse_hex (parser);
      if (low < 0xDC00 || low > 0xDFFF)
        return FALSE;
      high = 0x10000 + (high - 0xD800) * 0x400 + (low - 0xDC00);
    }

  /* No string of C can hold it; the reader of the document is told. */
  if (high == 0)
    {
      high = 0xFFFD;
      if (parser->document->nul_line == 0)
        parser->document->nul_line = parser->line;
    }
  g_string_append_unichar (parser->buffer, (gunichar) high);

  return TRUE;
}

static gboolean
parse_escape (Parser *parser)
{
  static const char marks[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *mark;
  char c;

  if (parser->p == parser->end)
    return FALSE;

  c = *parser->p++;
  if (c == 'u')
    return parse_code_point (parser);

  mark = c != '\0' ? strchr (marks, c) : NULL;
  if (mark == NULL)
    return FALSE;
  g_string_append_c (parser->buffer, meanings[mark - marks]);

  return TRUE;
}

/* What stands between two quotes, or NULL. */
static const char *
parse_text (Parser *parser)
{
  if (!take (parser, '"'))
    return fail (parser, ATLAS_JSON_FAULT_SYNTAX);

  g_string_truncate (parser->buffer, 0);
  for (;;)
    {
      const char *start = parser->p;

      while (parser->p < parser->end && *parser->p != '"' && *parser->p != '\\'
             && (guchar) *parser->p >= 0x20)
        parser->p++;
      g_string_append_len (parser->buffer, start, parser->p - start);

      if (parser->p == parser->end || (guchar) *parser->p < 0x20)
        return fail (parser, ATLAS_JSON_FAULT_SYNTAX);
      if (*parser->p++ == '"')
        break;
      if (!parse_escape (parser))
        return fail (parser, ATLAS_JSON_FAULT_SYNTAX);
    }

  return g_string_chunk_insert_len (parser->document->strings,
                                    parser->buffer->str,
                                    (gssize) parser->buffer->len);
}

static AtlasJson *
parse_string (Parser *parser)
{
  AtlasJson *node = new_node (parser, ATLAS_JSON_STRING);

  node->text = parse_text (parser);

  return node->text != NULL ? node : NULL;
}

/* An array, or an object, whose members have keys. */
static AtlasJson *
parse_members (Parser *parser, AtlasJsonType type, char closing)
{
  AtlasJson *node = new_node (parser, type);
  AtlasJson **next = &node->first;

  parser->p++;
  if (++parser->depth > ATLAS_JSON_MAX_DEPTH)
    return fail (parser, ATLAS_JSON_FAULT_TOO_DEEP);

  if (!take (parser, closing))
    {
      do
        {
          const char *key = NULL;

          if (type == ATLAS_JSON_OBJECT)
            {
              key = parse_text (parser);
              if (key == NULL)
                return NULL;
              if (!take (parser, ':'))
                return fail (parser, ATLAS_JSON_FAULT_SYNTAX);
            }

          *next = parse_value (parser);
          if (*next == NULL)
            return NULL;
          (*next)->key = key;
          next = &(*next)->next;
        }
      while (take (parser, ','));

      if (!take (parser, closing))
        return fail (parser, ATLAS_JSON_FAULT_SYNTAX);
    }
  parser->depth--;

  return node;
}

static AtlasJson *
parse_value (Parser *parser)
{
  char mark = peek (parser);

  switch (mark)
    {
    case '{':
      return parse_members (parser, ATLAS_JSON_OBJECT, '}');
    case '[':
      return parse_members (parser, ATLAS_JSON_ARRAY, ']');
    case '"':
      return parse_string (parser);
    case 't':
      return parse_word (parser, "true", ATLAS_JSON_TRUE);
    case 'f':
      return parse_word (parser, "false", ATLAS_JSON_FALSE);
    case 'n':
      return parse_word (parser, "null", ATLAS_JSON_NULL);
    default:
      if (mark == '-' || g_ascii_isdigit (mark))
        return parse_number (parser);
      return fail (parser, ATLAS_JSON_FAULT_SYNTAX);
    }
}

static guint32
count_lines (const char *data, const char *end)
{
  guint32 line = 1;

  for (; data < end; data++)
    if (*data == '\n')
      line++;

  return line;
}

/**
 * atlas_json_document_parse:
 * @data: bytes, with or without a byte-order mark
 * @length: number of them
 * @fault: (out): what is wrong, if anything
 * @line: (out): on which line
 *
 * Returns: (transfer full) (nullable): the document; %NULL when it is no JSON
 */
AtlasJsonDocument *
atlas_json_document_parse (const char *data,
                           gsize length,
                           AtlasJsonFault *fault,
                           guint32 *line)
{
  Parser parser = { .line = 1 };
  const char *invalid;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (fault != NULL && line != NULL, NULL);

  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  if (!g_utf8_validate_len (data, length, &invalid))
    {
      *fault = ATLAS_JSON_FAULT_ENCODING;
      *line = count_lines (data, invalid);
      return NULL;
    }

  parser.document = g_new0 (AtlasJsonDocument, 1);
  parser.document->strings = g_string_chunk_new (4096);
  parser.document->blocks = g_ptr_array_new_with_free_func (g_free);
  parser.buffer = g_string_new (NULL);
  parser.p = data;
  parser.end = data + length;

  parser.document->root = parse_value (&parser);
  if (parser.fault == ATLAS_JSON_FAULT_NONE)
    {
      skip_blanks (&parser);
      if (parser.p < parser.end)
        fail (&parser, ATLAS_JSON_FAULT_SYNTAX);
    }

  g_string_free (parser.buffer, TRUE);
  *fault = parser.fault;
  *line = parser.line;
  if (parser.fault != ATLAS_JSON_FAULT_NONE)
    g_clear_pointer (&parser.document, atlas_json_document_free);

  return parser.document;
}

/**
 * atlas_json_document_free:
 * @self: (transfer full): a document
 */
void
atlas_json_document_free (AtlasJsonDocument *self)
{
  g_return_if_fail (self != NULL);

  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * atlas_json_document_get_root:
 * @self: a document
 *
 * Returns: its value
 */
const AtlasJson *
atlas_json_document_get_root (const AtlasJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

/**
 * atlas_json_document_get_nul_line:
 * @self: a document
 *
 * Returns: first line with the character U+0000 in a string, where U+FFFD
 *   stands now; 0 when there is none
 */
guint32
atlas_json_document_get_nul_line (const AtlasJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nul_line;
}

/**
 * atlas_json_get:
 * @object: (nullable): a value
 * @key: a key
 *
 * Returns: (nullable): the first member of that key; %NULL when there is none,
 *   or when @object is no object
 */
const AtlasJson *
atlas_json_get (const AtlasJson *object, const char *key)
{
  const AtlasJson *member;

  if (object == NULL || object->type != ATLAS_JSON_OBJECT)
    return NULL;

  for (member = object->first; member != NULL; member = member->next)
    if (strcmp (member->key, key) == 0)
      return member;

  return NULL;
}

/**
 * atlas_json_has_duplicate:
 * @object: an object
 * @key: a key
 *
 * Returns: whether more than one member has that key
 */
gboolean
atlas_json_has_duplicate (const AtlasJson *object, const char *key)
{
  const AtlasJson *member = atlas_json_get (object, key);

  for (member = member != NULL ? member->next : NULL; member != NULL;
       member = member->next)
    if (strcmp (member->key, key) == 0)
      return TRUE;

  return FALSE;
}

/**
 * atlas_json_get_string:
 * @object: (nullable): a value
 * @key: a key
 *
 * Returns: (nullable): the string there, %NULL when there is none
 */
const char *
atlas_json_get_string (const AtlasJson *object, const char *key)
{
  const AtlasJson *member = atlas_json_get (object, key);

  return member != NULL && member->type == ATLAS_JSON_STRING ? member->text
                                                             : NULL;
}

/**
 * atlas_json_get_boolean:
 * @object: (nullable): a value
 * @key: a key
 * @otherwise: what to say when there is none
 *
 * Returns: whether true stands there
 */
gboolean
atlas_json_get_boolean (const AtlasJson *object,
                        const char *key,
                        gboolean otherwise)
{
  const AtlasJson *member = atlas_json_get (object, key);

  if (member != NULL && member->type == ATLAS_JSON_TRUE)
    return TRUE;
  if (member != NULL && member->type == ATLAS_JSON_FALSE)
    return FALSE;

  return otherwise;
}

/**
 * atlas_json_get_double:
 * @object: (nullable): a value
 * @key: a key
 * @otherwise: what to say when there is none
 *
 * Returns: the number there
 */
double
atlas_json_get_double (const AtlasJson *object,
                       const char *key,
                       double otherwise)
{
  const AtlasJson *member = atlas_json_get (object, key);

  if (member == NULL || member->type != ATLAS_JSON_NUMBER)
    return otherwise;

  return g_ascii_strtod (member->text, NULL);
}

static void
write_indent (GString *out, guint indent)
{
  guint i;

  g_string_append_c (out, '\n');
  for (i = 0; i < indent; i++)
    g_string_append (out, "  ");
}

/**
 * atlas_json_write:
 * @out: where to append
 * @value: a value
 * @indent: how deep its line is indented, in steps of two blanks
 *
 * Appends @value as it was read, numbers digit by digit, each member on a line
 * of its own.
 */
void
atlas_json_write (GString *out, const AtlasJson *value, guint indent)
{
  static const char *const words[] = { "null", "false", "true" };
  const AtlasJson *member;

  if (value->type <= ATLAS_JSON_TRUE)
    g_string_append (out, words[value->type]);
  else if (value->type == ATLAS_JSON_NUMBER)
    g_string_append (out, value->text);
  else if (value->type == ATLAS_JSON_STRING)
    atlas_encode_json_string (out, value->text);
  else
    {
      gboolean object = value->type == ATLAS_JSON_OBJECT;

      g_string_append_c (out, object ? '{' : '[');
      for (member = value->first; member != NULL; member = member->next)
        {
          write_indent (out, indent + 1);
          if (object)
            {
              atlas_encode_json_string (out, member->key);
              g_string_append (out, ": ");
            }
          atlas_json_write (out, member, indent + 1);
          if (member->next != NULL)
            g_string_append_c (out, ',');
        }
      if (value->first != NULL)
        write_indent (out, indent);
      g_string_append_c (out, object ? '}' : ']');
    }
}
