/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-variant-json.h"

#include <math.h>
#include <string.h>

#include "atlas-encode.h"

/* Values of GLib as JSON and back. A number that JSON has no way to write is a
 * word, a dictionary with texts for keys is an object, a value of any type is
 * an object that tells its type:
 *
 *     {"type": "a(sb)", "value": [["rank", true]]}
 */

static const struct
{
  const char *word;
  double value;
} words[] = {
  { "inf", INFINITY },
  { "-inf", -INFINITY },
  { "nan", NAN },
};

static void
write_double (GString *out, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    g_string_append (out, "\"nan\"");
  else if (isinf (value))
    g_string_append (out, value > 0 ? "\"inf\"" : "\"-inf\"");
  else
    g_string_append (out, g_ascii_dtostr (digits, sizeof digits, value));
}

static void
write_line_break (GString *out, guint indent)
{
  guint i;

  g_string_append_c (out, '\n');
  for (i = 0; i < indent; i++)
    g_string_append (out, "  ");
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  g_autoptr (GVariant) first =
      g_variant_get_child_value (*(GVariant *const *) a, 0);
  g_autoptr (GVariant) second =
      g_variant_get_child_value (*(GVariant *const *) b, 0);

  return strcmp (g_variant_get_string (first, NULL),
                 g_variant_get_string (second, NULL));
}

/* Sorted by key: the order in a dictionary means nothing, and a file that is
 * saved twice should be the same. */
static void
write_dictionary (GString *out, GVariant *value, guint indent)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  gsize i, n = g_variant_n_children (value);

  for (i = 0; i < n; i++)
    g_ptr_array_add (entries, g_variant_get_child_value (value, i));
  g_ptr_array_sort (entries, compare_entries);

  g_string_append_c (out, '{');
  for (i = 0; i < n; i++)
    {
      GVariant *entry = g_ptr_array_index (entries, i);
      g_autoptr (GVariant) key = g_variant_get_child_value (entry, 0);
      g_autoptr (GVariant) member = g_variant_get_child_value (entry, 1);

      write_line_break (out, indent + 1);
      atlas_encode_json_string (out, g_variant_get_string (key, NULL));
      g_string_append (out, ": ");
      atlas_variant_write_json (out, member, indent + 1);
      if (i + 1 < n)
        g_string_append_c (out, ',');
    }
  if (n > 0)
    write_line_break (out, indent);
  g_string_append_c (out, '}');
}

/* A tuple stands on one line, the members of a list each on their own. */
static void
write_members (GString *out, GVariant *value, guint indent)
{
  const GVariantType *type = g_variant_get_type (value);
  gboolean list =
      g_variant_type_is_array (type)
      && g_variant_type_is_container (g_variant_type_element (type));
  gsize i, n = g_variant_n_children (value);

  g_string_append_c (out, '[');
  for (i = 0; i < n; i++)
    {
      g_autoptr (GVariant) member = g_variant_get_child_value (value, i);

      if (list)
        write_line_break (out, indent + 1);
      else if (i > 0)
        g_string_append_c (out, ' ');
      atlas_variant_write_json (out, member, indent + 1);
      if (i + 1 < n)
        g_string_append_c (out, ',');
    }
  if (list && n > 0)
    write_line_break (out, indent);
  g_string_append_c (out, ']');
}

static void
write_boxed (GString *out, GVariant *value, guint indent)
{
  g_autoptr (GVariant) inner = g_variant_get_variant (value);

  g_string_append (out, "{\"type\": ");
  atlas_encode_json_string (out, g_variant_get_type_string (inner));
  g_string_append (out, ", \"value\": ");
  atlas_variant_write_json (out, inner, indent);
  g_string_append_c (out, '}');
}

/**
 * atlas_variant_write_json:
 * @out: where to append
 * @value: a value
 * @indent: how deep its line is indented, in steps of two blanks
 *
 * Appends @value as JSON; the same bytes for the same value.
 */
void
atlas_variant_write_json (GString *out, GVariant *value, guint indent)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (value != NULL);

  switch (g_variant_classify (value))
    {
    case G_VARIANT_CLASS_BOOLEAN:
      g_string_append (out, g_variant_get_boolean (value) ? "true" : "false");
      break;
    case G_VARIANT_CLASS_BYTE:
      atlas_encode_integer (out, g_variant_get_byte (value));
      break;
    case G_VARIANT_CLASS_INT16:
      atlas_encode_integer (out, g_variant_get_int16 (value));
      break;
    case G_VARIANT_CLASS_UINT16:
      atlas_encode_integer (out, g_variant_get_uint16 (value));
      break;
    case G_VARIANT_CLASS_INT32:
      atlas_encode_integer (out, g_variant_get_int32 (value));
      break;
    case G_VARIANT_CLASS_UINT32:
      atlas_encode_integer (out, g_variant_get_uint32 (value));
      break;
    case G_VARIANT_CLASS_INT64:
      atlas_encode_integer (out, g_variant_get_int64 (value));
      break;
    case G_VARIANT_CLASS_UINT64:
      g_string_append_printf (out, "%" G_GUINT64_FORMAT,
                              g_variant_get_uint64 (value));
      break;
    case G_VARIANT_CLASS_DOUBLE:
      write_double (out, g_variant_get_double (value));
      break;
    case G_VARIANT_CLASS_STRING:
    case G_VARIANT_CLASS_OBJECT_PATH:
    case G_VARIANT_CLASS_SIGNATURE:
      atlas_encode_json_string (out, g_variant_get_string (value, NULL));
      break;
    case G_VARIANT_CLASS_VARIANT:
      write_boxed (out, value, indent);
      break;
    case G_VARIANT_CLASS_ARRAY:
      if (g_variant_is_of_type (value, G_VARIANT_TYPE ("a{s*}")))
        write_dictionary (out, value, indent);
      else
        write_members (out, value, indent);
      break;
    case G_VARIANT_CLASS_TUPLE:
    case G_VARIANT_CLASS_DICT_ENTRY:
    case G_VARIANT_CLASS_MAYBE:
      write_members (out, value, indent);
      break;
    case G_VARIANT_CLASS_HANDLE:
    default:
      g_string_append (out, "null");
      break;
    }
}

/* A whole number, within limits. */
static gboolean
read_integer (const AtlasJson *json, gint64 least, gint64 most, gint64 *value)
{
  return json->type == ATLAS_JSON_NUMBER
         && g_ascii_string_to_signed (json->text, 10, least, most, value, NULL);
}

static GVariant *
read_double (const AtlasJson *json)
{
  double value;
  gsize i;

  if (json->type == ATLAS_JSON_NUMBER)
    {
      value = g_ascii_strtod (json->text, NULL);
      return isfinite (value) ? g_variant_new_double (value) : NULL;
    }

  for (i = 0; json->type == ATLAS_JSON_STRING && i < G_N_ELEMENTS (words); i++)
    if (strcmp (json->text, words[i].word) == 0)
      return g_variant_new_double (words[i].value);

  return NULL;
}

static GVariant *
read_basic (const AtlasJson *json, const GVariantType *type)
{
  char letter = g_variant_type_peek_string (type)[0];
  guint64 natural;
  gint64 integer;

  switch (letter)
    {
    case 'b':
      if (json->type != ATLAS_JSON_TRUE && json->type != ATLAS_JSON_FALSE)
        return NULL;
      return g_variant_new_boolean (json->type == ATLAS_JSON_TRUE);
    case 'y':
      return read_integer (json, 0, G_MAXUINT8, &integer)
                 ? g_variant_new_byte ((guint8) integer)
                 : NULL;
    case 'n':
      return read_integer (json, G_MININT16, G_MAXINT16, &integer)
                 ? g_variant_new_int16 ((gint16) integer)
                 : NULL;
    case 'q':
      return read_integer (json, 0, G_MAXUINT16, &integer)
                 ? g_variant_new_uint16 ((guint16) integer)
                 : NULL;
    case 'i':
      return read_integer (json, G_MININT32, G_MAXINT32, &integer)
                 ? g_variant_new_int32 ((gint32) integer)
                 : NULL;
    case 'u':
      return read_integer (json, 0, G_MAXUINT32, &integer)
                 ? g_variant_new_uint32 ((guint32) integer)
                 : NULL;
    case 'x':
      return read_integer (json, G_MININT64, G_MAXINT64, &integer)
                 ? g_variant_new_int64 (integer)
                 : NULL;
    case 't':
      return json->type == ATLAS_JSON_NUMBER
                     && g_ascii_string_to_unsigned (json->text, 10, 0,
                                                    G_MAXUINT64, &natural, NULL)
                 ? g_variant_new_uint64 (natural)
                 : NULL;
    case 'd':
      return read_double (json);
    case 's':
      return json->type == ATLAS_JSON_STRING ? g_variant_new_string (json->text)
                                             : NULL;
    case 'o':
      return json->type == ATLAS_JSON_STRING
                     && g_variant_is_object_path (json->text)
                 ? g_variant_new_object_path (json->text)
                 : NULL;
    case 'g':
      return json->type == ATLAS_JSON_STRING
                     && g_variant_is_signature (json->text)
                 ? g_variant_new_signature (json->text)
                 : NULL;
    default:
      return NULL;
    }
}

static GVariant *
read_boxed (const AtlasJson *json)
{
  const char *type = atlas_json_get_string (json, "type");
  const AtlasJson *value = atlas_json_get (json, "value");
  GVariant *inner;

  if (type == NULL || value == NULL || !g_variant_type_string_is_valid (type)
      || !g_variant_type_is_definite (G_VARIANT_TYPE (type)))
    return NULL;

  inner = atlas_variant_from_json (value, G_VARIANT_TYPE (type));

  return inner != NULL ? g_variant_new_variant (inner) : NULL;
}

static GVariant *
read_dictionary (const AtlasJson *json, const GVariantType *type)
{
  const GVariantType *entry = g_variant_type_element (type);
  GVariantBuilder builder;
  const AtlasJson *member;

  if (json->type != ATLAS_JSON_OBJECT)
    return NULL;

  g_variant_builder_init (&builder, type);
  for (member = json->first; member != NULL; member = member->next)
    {
      GVariant *value =
          atlas_variant_from_json (member, g_variant_type_value (entry));

      if (value == NULL)
        {
          g_variant_builder_clear (&builder);
          return NULL;
        }
      g_variant_builder_add_value (
          &builder,
          g_variant_new_dict_entry (g_variant_new_string (member->key), value));
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
read_members (const AtlasJson *json, const GVariantType *type)
{
  gboolean tuple =
      g_variant_type_is_tuple (type) || g_variant_type_is_dict_entry (type);
  const GVariantType *item =
      tuple ? g_variant_type_first (type) : g_variant_type_element (type);
  const AtlasJson *member = json->first;
  GVariantBuilder builder;

  if (json->type != ATLAS_JSON_ARRAY
      || (g_variant_type_is_maybe (type) && member != NULL
          && member->next != NULL))
    return NULL;

  g_variant_builder_init (&builder, type);
  for (; member != NULL && item != NULL; member = member->next)
    {
      GVariant *value = atlas_variant_from_json (member, item);

      if (value == NULL)
        break;
      g_variant_builder_add_value (&builder, value);
      if (tuple)
        item = g_variant_type_next (item);
    }

  /* Too few members, too many, or one of another type. */
  if (member != NULL || (tuple && item != NULL))
    {
      g_variant_builder_clear (&builder);
      return NULL;
    }

  return g_variant_builder_end (&builder);
}

/**
 * atlas_variant_from_json:
 * @json: a value
 * @type: a definite type
 *
 * Returns: (transfer floating) (nullable): the value, %NULL when @json cannot
 *   be one of that type
 */
GVariant *
atlas_variant_from_json (const AtlasJson *json, const GVariantType *type)
{
  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (type != NULL, NULL);

  if (g_variant_type_is_basic (type))
    return read_basic (json, type);
  if (g_variant_type_is_variant (type))
    return read_boxed (json);
  if (g_variant_type_is_subtype_of (type, G_VARIANT_TYPE ("a{s*}")))
    return read_dictionary (json, type);

  return read_members (json, type);
}
