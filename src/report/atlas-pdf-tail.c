/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-pdf-tail.h"

#include <string.h>

/* An entry of a cross-reference table is 20 bytes: "0000000000 00000 n \n". */
#define XREF_ENTRY 20

/**
 * Insertion:
 * @at: where in the tail
 * @text: what is put in
 * @shift: how far all behind it has moved; filled in once all are known
 */
typedef struct
{
  gsize at;
  char *text;
  gsize shift;
} Insertion;

static void
clear_insertion (gpointer data)
{
  Insertion *insertion = data;

  g_free (insertion->text);
}

/* The text as a PDF string: UTF-16 in hexadecimal digits. */
static char *
dup_pdf_string (const char *text)
{
  static const char digits[] = "0123456789ABCDEF";
  static const char start[] = "<FEFF";
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  char *string = g_malloc (sizeof start + (gsize) length * 4 + 1);
  char *at = g_stpcpy (string, start);

  for (glong i = 0; i < length; i++)
    for (int shift = 12; shift >= 0; shift -= 4)
      *at++ = digits[units[i] >> shift & 0xf];
  g_stpcpy (at, ">");

  return string;
}

static const char *
find (GByteArray *tail, gsize from, const char *what)
{
  return memmem (tail->data + from, tail->len - from, what, strlen (what));
}

static gsize
get_offset (GByteArray *tail, const char *at)
{
  return (gsize) (at - (const char *) tail->data);
}

static void
insert (GArray *insertions, gsize at, char *text)
{
  Insertion insertion = { at, text, 0 };

  g_array_append_val (insertions, insertion);
}

/* One text for each figure, in the order in which both were made. */
static gboolean
find_figures (GByteArray *tail, GPtrArray *alts, GArray *insertions)
{
  static const char mark[] = "/S /Figure\n";
  gsize from = 0;

  for (guint i = 0; i < alts->len; i++)
    {
      const char *found = find (tail, from, mark);
      g_autofree char *string = NULL;

      if (found == NULL)
        return FALSE;
      from = get_offset (tail, found) + strlen (mark);
      string = dup_pdf_string (g_ptr_array_index (alts, i));
      insert (insertions, from, g_strdup_printf ("   /Alt %s\n", string));
    }

  return find (tail, from, mark) == NULL;
}

static gboolean
find_catalog (GByteArray *tail,
              const AtlasPdfLanguage *language,
              GArray *insertions)
{
  static const char mark[] = "/Type /Catalog\n";
  const char *found = find (tail, 0, mark);
  g_autofree char *code = g_strdelimit (g_strdup (language->code), "_", '-');

  if (found == NULL)
    return FALSE;
  insert (insertions, get_offset (tail, found) + strlen (mark),
          g_strdup_printf (
              "   /Lang (%s)\n"
              "   /ViewerPreferences << /DisplayDocTitle true%s >>\n",
              code, language->right_to_left ? " /Direction /R2L" : ""));
  return TRUE;
}

static int
compare_insertions (gconstpointer a, gconstpointer b)
{
  const Insertion *x = a;
  const Insertion *y = b;

  return x->at < y->at ? -1 : x->at > y->at;
}

static void
sum_shifts (GArray *insertions)
{
  gsize shift = 0;

  g_array_sort (insertions, compare_insertions);
  for (guint i = 0; i < insertions->len; i++)
    {
      Insertion *insertion = &g_array_index (insertions, Insertion, i);

      shift += strlen (insertion->text);
      insertion->shift = shift;
    }
}

/* How far what stood at @at has moved: the shift of the last insertion before
 * it. */
static gsize
get_shift (GArray *insertions, gsize at)
{
  guint low = 0;
  guint high = insertions->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (insertions, Insertion, middle).at <= at)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? g_array_index (insertions, Insertion, low - 1).shift : 0;
}

/* Moves the offsets of the table that begins at @table. */
static gboolean
move_offsets (GByteArray *tail, gsize table, gsize offset, GArray *insertions)
{
  const char *line =
      memchr (tail->data + table + 5, '\n', tail->len - table - 5);
  guint64 count = 0;
  char *entry;

  if (line == NULL)
    return FALSE;
  /* "xref\n0 COUNT\n" */
  count = g_ascii_strtoull ((const char *) tail->data + table + 7, NULL, 10);
  entry = (char *) tail->data + get_offset (tail, line) + 1;
  if (count == 0 || get_offset (tail, entry) + count * XREF_ENTRY > tail->len)
    return FALSE;

  for (guint64 i = 0; i < count; i++, entry += XREF_ENTRY)
    {
      guint64 at = g_ascii_strtoull (entry, NULL, 10);
      char digits[16];

      if (entry[17] != 'n' || at < offset)
        continue;
      at += get_shift (insertions, (gsize) at - offset);
      g_snprintf (digits, sizeof digits, "%010" G_GUINT64_FORMAT, at);
      memcpy (entry, digits, 10);
    }

  return TRUE;
}

static void
apply (GByteArray *tail, GArray *insertions)
{
  GByteArray *made = g_byte_array_sized_new (tail->len + 4096);
  gsize from = 0;

  for (guint i = 0; i < insertions->len; i++)
    {
      const Insertion *insertion = &g_array_index (insertions, Insertion, i);

      g_byte_array_append (made, tail->data + from,
                           (guint) (insertion->at - from));
      g_byte_array_append (made, (const guint8 *) insertion->text,
                           (guint) strlen (insertion->text));
      from = insertion->at;
    }
  g_byte_array_append (made, tail->data + from, (guint) (tail->len - from));

  g_byte_array_set_size (tail, 0);
  g_byte_array_append (tail, made->data, made->len);
  g_byte_array_unref (made);
}

static gboolean
move_start (GByteArray *tail, gsize offset, gsize table, GArray *insertions)
{
  static const char mark[] = "startxref\n";
  const char *start = find (tail, table, mark);
  g_autofree char *number = NULL;
  g_autofree char *end = NULL;
  gsize at;

  if (start == NULL)
    return FALSE;

  at = get_offset (tail, start) + strlen (mark);
  number = g_strdup_printf ("%" G_GSIZE_FORMAT,
                            offset + table + get_shift (insertions, table));
  end = g_strconcat (number,
                     "\n%%"
                     "EOF\n",
                     NULL);
  g_byte_array_set_size (tail, (guint) at);
  g_byte_array_append (tail, (const guint8 *) end, (guint) strlen (end));

  return TRUE;
}

/**
 * atlas_pdf_tail_describe:
 * @tail: (inout): the end of a PDF file as cairo writes it, from after the
 *   last page on
 * @offset: how many bytes stand before @tail in the file
 * @alts: (element-type utf8): the alternative text of each figure, in order
 * @language: what the texts are in
 *
 * Returns: whether the texts were added; if not, @tail is as it was
 */
gboolean
atlas_pdf_tail_describe (GByteArray *tail,
                         gsize offset,
                         GPtrArray *alts,
                         const AtlasPdfLanguage *language)
{
  g_autoptr (GArray) insertions =
      g_array_new (FALSE, FALSE, sizeof (Insertion));
  const char *table = NULL;
  gsize table_at;

  g_array_set_clear_func (insertions, clear_insertion);
  if (!find_figures (tail, alts, insertions)
      || !find_catalog (tail, language, insertions))
    return FALSE;
  sum_shifts (insertions);

  table = find (tail, 0, "\nxref\n0 ");
  if (table == NULL)
    return FALSE;
  table_at = get_offset (tail, table) + 1;
  if (find (tail, table_at, "startxref\n") == NULL
      || !move_offsets (tail, table_at, offset, insertions)
      || !move_start (tail, offset, table_at, insertions))
    return FALSE;

  apply (tail, insertions);
  return TRUE;
}
