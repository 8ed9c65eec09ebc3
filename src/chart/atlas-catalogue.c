/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-catalogue.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-plural.h"

/* The form of a .mo file: https://www.gnu.org/software/gettext/manual/
 * html_node/MO-Files.html */
#define MAGIC 0x950412deu
#define HEAD_SIZE 20

/* Words of the head: see the manual. */
enum
{
  WORD_MAGIC,
  WORD_REVISION,
  WORD_N,
  WORD_ORIGINALS,
  WORD_TRANSLATIONS,
};

struct _AtlasCatalogue
{
  GBytes *bytes;
  GHashTable *messages;
  const char *rule;
  gulong n_forms;
};

static guint32
get_word (const char *data, gsize offset, gboolean swapped)
{
  guint32 word;

  memcpy (&word, data + offset, sizeof word);
  return swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* The text of an entry; NULL where it is not whole within the file. */
static const char *
get_text (const char *data,
          gsize size,
          gsize table,
          guint index,
          gboolean swapped,
          gsize *length)
{
  gsize entry = table + 8 * (gsize) index;
  gsize start;

  if (entry + 8 > size)
    return NULL;
  *length = get_word (data, entry, swapped);
  start = get_word (data, entry + 4, swapped);
  if (*length >= size || start >= size - *length
      || data[start + *length] != '\0'
      || !g_utf8_validate (data + start, -1, NULL))
    return NULL;

  return data + start;
}

/* "Plural-Forms: nplurals=2; plural=(n != 1);" in the head. */
static void
read_rule (AtlasCatalogue *self)
{
  const char *head = g_hash_table_lookup (self->messages, "");
  const char *forms = head != NULL ? strstr (head, " nplurals=") : NULL;
  const char *rule = forms != NULL ? strstr (forms, " plural=") : NULL;

  if (rule == NULL)
    return;

  self->n_forms =
      (gulong) g_ascii_strtoull (forms + strlen (" nplurals="), NULL, 10);
  self->rule = rule + strlen (" plural=");
}

/**
 * atlas_catalogue_new:
 * @bytes: a whole .mo file
 *
 * Returns: (transfer full) (nullable): its translations; %NULL when it is
 *   broken
 */
AtlasCatalogue *
atlas_catalogue_new (GBytes *bytes)
{
  g_autoptr (AtlasCatalogue) self = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean swapped;
  guint n;

  if (size < HEAD_SIZE)
    return NULL;
  swapped = get_word (data, 0, FALSE) != MAGIC;
  if (get_word (data, 0, swapped) != MAGIC)
    return NULL;

  self = g_new0 (AtlasCatalogue, 1);
  self->bytes = g_bytes_ref (bytes);
  self->messages = g_hash_table_new (g_str_hash, g_str_equal);
  n = get_word (data, 4 * WORD_N, swapped);
  for (guint i = 0; i < n; i++)
    {
      gsize lengths[2];
      const char *original =
          get_text (data, size, get_word (data, 4 * WORD_ORIGINALS, swapped), i,
                    swapped, &lengths[0]);
      const char *translation =
          get_text (data, size, get_word (data, 4 * WORD_TRANSLATIONS, swapped),
                    i, swapped, &lengths[1]);

      if (original == NULL || translation == NULL)
        return NULL;
      /* Of a plural both keys and all forms stand one behind the other; the
       * first key is enough to find it. */
      g_hash_table_insert (self->messages, (gpointer) original,
                           (gpointer) translation);
    }

  read_rule (self);

  return g_steal_pointer (&self);
}

/**
 * atlas_catalogue_free:
 * @self: (transfer full): a catalogue
 */
void
atlas_catalogue_free (AtlasCatalogue *self)
{
  g_hash_table_unref (self->messages);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * atlas_catalogue_get:
 * @self: a catalogue
 * @message: a message, with its context and U+0004 before it where it has one
 *
 * Returns: (transfer none) (nullable): its translation, if there is one
 */
const char *
atlas_catalogue_get (const AtlasCatalogue *self, const char *message)
{
  const char *translation =
      *message != '\0' ? g_hash_table_lookup (self->messages, message) : NULL;

  return translation != NULL && *translation != '\0' ? translation : NULL;
}

/**
 * atlas_catalogue_get_plural:
 * @self: a catalogue
 * @one: a message about one thing
 * @many: the same about several
 * @n: how many there are
 *
 * Returns: (transfer none): the translation for @n; without one the message
 *   that English would use
 */
const char *
atlas_catalogue_get_plural (const AtlasCatalogue *self,
                            const char *one,
                            const char *many,
                            gulong n)
{
  const char *form = atlas_catalogue_get (self, one);
  gulong which;

  if (form == NULL)
    return n == 1 ? one : many;
  if (self->rule == NULL || !atlas_plural_evaluate (self->rule, n, &which)
      || which >= self->n_forms)
    which = 0;

  /* msgfmt sees to it that there are as many forms as the head says. */
  for (; which > 0; which--)
    form += strlen (form) + 1;

  return form;
}

static GPrivate *
get_spoken (void)
{
  static GPrivate spoken = G_PRIVATE_INIT (NULL);

  return &spoken;
}

/**
 * atlas_catalogue_speak:
 * @self: (nullable): a catalogue that is never freed, or %NULL for what
 *   gettext() speaks
 *
 * Chooses the language of atlas_gettext() and its like in this thread.
 *
 * Returns: (transfer none) (nullable): what was chosen before
 */
const AtlasCatalogue *
atlas_catalogue_speak (const AtlasCatalogue *self)
{
  const AtlasCatalogue *before = g_private_get (get_spoken ());

  if (before != self)
    g_private_set (get_spoken (), (gpointer) self);
  return before;
}

/**
 * atlas_gettext:
 * @message: a message
 *
 * Returns: (transfer none): @message in the language of this thread
 */
const char *
atlas_gettext (const char *message)
{
  const AtlasCatalogue *spoken = g_private_get (get_spoken ());
  const char *translation;

  if (spoken == NULL)
    return gettext (message);

  translation = atlas_catalogue_get (spoken, message);
  return translation != NULL ? translation : message;
}

/**
 * atlas_pgettext:
 * @context_and_message: a context, U+0004 and a message
 * @offset: where the message begins
 *
 * Returns: (transfer none): the message in the language of this thread
 */
const char *
atlas_pgettext (const char *context_and_message, gsize offset)
{
  const AtlasCatalogue *spoken = g_private_get (get_spoken ());
  const char *translation;

  if (spoken == NULL)
    return g_dpgettext (NULL, context_and_message, offset);

  translation = atlas_catalogue_get (spoken, context_and_message);
  return translation != NULL ? translation : context_and_message + offset;
}

/**
 * atlas_ngettext:
 * @one: a message about one thing
 * @many: the same about several
 * @n: how many there are
 *
 * Returns: (transfer none): the one for @n in the language of this thread
 */
const char *
atlas_ngettext (const char *one, const char *many, gulong n)
{
  const AtlasCatalogue *spoken = g_private_get (get_spoken ());

  if (spoken == NULL)
    return (ngettext) (one, many, n);

  return atlas_catalogue_get_plural (spoken, one, many, n);
}
