/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-ego.h"

#include "atlas-report-words.h"

#include "atlas-gettext.h"
#include <string.h>

#define NAME_GAP 7.0
#define ROW_GAP 6.0
#define LEAST_HEIGHT 100.0
#define MIDDLE 0.36
#define LEGEND_GAP 9.0
#define CAPTION_GAP 4.0
#define DOT 2.6
#define HUB 4.2
/* How many of those who name it are shown; the rest is counted. */
#define MOST_LEFT 7
/* The tables beside the figure have longer names whole. */
#define MOST_LETTERS 54

typedef struct
{
  char *name;
  char *label;
  guint kinds;
  AtlasLinkAnswer answer;
  double height;
} Neighbour;

typedef struct
{
  AtlasBlock parent;
  const AtlasSubject *subject;
  GArray *sides[2];
  char *caption;
  char *hub_name;
  double width;
  double name_width;
  double side_heights[2];
  double body_height;
  double hub_height;
  double legend_height;
  double caption_height;
} Ego;

/**
 * atlas_subject_get_answer:
 * @subject: a subject
 * @kind: of patents or of articles
 * @order: 1 for the partner named first
 *
 * Returns: whether that partner names the cluster too
 */
AtlasLinkAnswer
atlas_subject_get_answer (const AtlasSubject *subject,
                          AtlasKind kind,
                          guint order)
{
  const AtlasLink *links;
  gsize n_links;

  if (subject->place < 0)
    return ATLAS_LINK_UNKNOWN;

  links = atlas_network_get_out_links (subject->report->network,
                                       (guint) subject->place, &n_links);
  for (gsize i = 0; i < n_links; i++)
    if (links[i].profile == subject->index && links[i].kind == kind
        && links[i].order == order)
      return links[i].answer;

  return ATLAS_LINK_UNKNOWN;
}

/**
 * atlas_subject_dup_named_by:
 * @subject: a subject
 *
 * Returns: (transfer full) (element-type utf8): who names the cluster in the
 *   same edition, each once; the names belong to the network
 */
GPtrArray *
atlas_subject_dup_named_by (const AtlasSubject *subject)
{
  GPtrArray *names = g_ptr_array_new ();
  const AtlasNetwork *network = subject->report->network;
  const AtlasPlace *places;
  const AtlasLink *links;
  const guint32 *in_links;
  gsize n_in_links;

  if (subject->place < 0)
    return names;

  places = atlas_network_get_places (network, NULL);
  links = atlas_network_get_links (network, NULL);
  in_links =
      atlas_network_get_in_links (network, (guint) subject->place, &n_in_links);
  for (gsize i = 0; i < n_in_links; i++)
    {
      const AtlasLink *link = &links[in_links[i]];
      const char *label = places[link->source].label;
      guint found;

      if (atlas_number_is_given (&subject->profile->edition)
          && link->edition != (guint) subject->profile->edition.value)
        continue;
      if (!g_ptr_array_find (names, label, &found))
        g_ptr_array_add (names, (gpointer) label);
    }

  return names;
}

static char *
dup_short (const char *name)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= MOST_LETTERS)
    return g_strdup (name);

  start = g_utf8_substring (name, 0, MOST_LETTERS - 1);
  return g_strconcat (start, "…", NULL);
}

static void
clear_neighbour (gpointer data)
{
  Neighbour *neighbour = data;

  g_free (neighbour->name);
  g_free (neighbour->label);
}

/* Partners of both kinds in one list, each once, in the order of naming. */
static GArray *
list_partners (const AtlasSubject *subject)
{
  const AtlasProfile *profile = subject->profile;
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Neighbour));

  g_array_set_clear_func (list, clear_neighbour);
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (guint i = 0; i < profile->n_partners[kind]; i++)
      {
        const AtlasPartner *partner = &profile->partners[kind][i];
        const char *name = partner->name;
        AtlasLinkAnswer answer =
            atlas_subject_get_answer (subject, kind, partner->order);
        Neighbour *known = NULL;

        for (guint j = 0; j < list->len; j++)
          if (strcmp (g_array_index (list, Neighbour, j).name, name) == 0)
            known = &g_array_index (list, Neighbour, j);
        if (known == NULL)
          {
            Neighbour added = { g_strdup (name), dup_short (name), 0, answer,
                                0.0 };

            g_array_append_val (list, added);
            known = &g_array_index (list, Neighbour, list->len - 1);
          }
        known->kinds |= 1u << kind;
        if (answer == ATLAS_LINK_MUTUAL)
          known->answer = answer;
      }

  return list;
}

static GArray *
list_naming (const AtlasSubject *subject)
{
  g_autoptr (GPtrArray) names = atlas_subject_dup_named_by (subject);
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Neighbour));
  guint shown = names->len <= MOST_LEFT ? names->len : MOST_LEFT - 1;

  g_array_set_clear_func (list, clear_neighbour);
  for (guint i = 0; i < shown; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      Neighbour added = { g_strdup (name), dup_short (name), 0,
                          ATLAS_LINK_ONE_WAY, 0.0 };

      g_array_append_val (list, added);
    }
  if (shown < names->len)
    {
      char *more = g_strdup_printf (
          ngettext ("and %u more", "and %u more", names->len - shown),
          names->len - shown);
      Neighbour added = { more, g_strdup (more), 0, ATLAS_LINK_ONE_WAY, 0.0 };

      g_array_append_val (list, added);
    }

  return list;
}

static double
measure_text (AtlasSheet *sheet,
              AtlasStyle style,
              const char *text,
              double width)
{
  g_autoptr (PangoLayout) layout = atlas_typesetter_set (
      atlas_sheet_get_typesetter (sheet), style, text, width, PANGO_ALIGN_LEFT);
  double height;

  atlas_layout_get_size (layout, NULL, &height);
  return height;
}

static const char *
get_legend (void)
{
  return _ ("Solid: patents. Dashed: articles. Filled: its profile is in this "
            "report. Bold: both name each other.");
}

static double
ego_measure (AtlasBlock *block, AtlasSheet *sheet, double width)
{
  Ego *self = (Ego *) block;

  if (self->width != width)
    {
      self->width = width;
      self->name_width = width * (1.0 - MIDDLE) / 2.0 - NAME_GAP;
      self->hub_height = measure_text (sheet, ATLAS_STYLE_CELL_STRONG,
                                       self->hub_name, width * MIDDLE * 0.8);
      self->body_height =
          MAX (2.0 * (self->hub_height + HUB + 4.0), LEAST_HEIGHT);
      for (guint side = 0; side < 2; side++)
        {
          double height = 0.0;

          for (guint i = 0; i < self->sides[side]->len; i++)
            {
              Neighbour *neighbour =
                  &g_array_index (self->sides[side], Neighbour, i);

              neighbour->height =
                  measure_text (sheet, ATLAS_STYLE_CELL_STRONG,
                                neighbour->label, self->name_width);
              height += neighbour->height + ROW_GAP;
            }
          self->side_heights[side] = height;
          self->body_height = MAX (self->body_height, height);
        }
      self->legend_height =
          measure_text (sheet, ATLAS_STYLE_LABEL, get_legend (), width);
      self->caption_height =
          measure_text (sheet, ATLAS_STYLE_CAPTION, self->caption, width);
    }

  return self->body_height + LEGEND_GAP + self->legend_height + CAPTION_GAP
         + self->caption_height;
}

static void
place_line (AtlasSheet *sheet,
            double x,
            double y,
            double to_x,
            double to_y,
            AtlasKind kind,
            double thickness)
{
  atlas_sheet_add_line (sheet, x, y, to_x - x, to_y - y, thickness,
                        kind == ATLAS_PATENTS ? ATLAS_PRESS_ACCENT
                                              : ATLAS_PRESS_MUTED);
  if (kind == ATLAS_ARTICLES)
    atlas_sheet_get_last (sheet)->dash = 3.0;
}

static void
place_partner (Ego *self,
               AtlasSheet *sheet,
               const Neighbour *neighbour,
               double hub_x,
               double hub_y,
               double x,
               double y)
{
  gboolean mutual = neighbour->answer == ATLAS_LINK_MUTUAL;
  gboolean both = neighbour->kinds == 3;

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      double shift = both ? (kind == ATLAS_PATENTS ? -1.3 : 1.3) : 0.0;

      if ((neighbour->kinds & (1u << kind)) != 0)
        place_line (sheet, hub_x, hub_y + shift, x, y + shift, kind,
                    mutual ? 1.6 : 0.8);
    }
  atlas_sheet_add_dot (sheet, x, y, DOT,
                       neighbour->answer == ATLAS_LINK_UNKNOWN,
                       ATLAS_PRESS_INK);
  atlas_sheet_add_text (sheet, x + NAME_GAP, y - neighbour->height / 2.0,
                        mutual ? ATLAS_STYLE_CELL_STRONG : ATLAS_STYLE_CELL,
                        neighbour->label, self->name_width, PANGO_ALIGN_LEFT);
}

static void
place_naming (Ego *self,
              AtlasSheet *sheet,
              const Neighbour *neighbour,
              double hub_x,
              double hub_y,
              double x,
              double y)
{
  atlas_sheet_add_line (sheet, x, y, hub_x - x, hub_y - y, 0.8,
                        ATLAS_PRESS_HAIRLINE);
  atlas_sheet_add_dot (sheet, x, y, DOT, FALSE, ATLAS_PRESS_INK);
  atlas_sheet_add_text (sheet, x - NAME_GAP - self->name_width,
                        y - neighbour->height / 2.0, ATLAS_STYLE_CELL,
                        neighbour->label, self->name_width, PANGO_ALIGN_RIGHT);
}

/* Where nobody names it, the cluster moves into the empty side. */
static double
get_hub_x (const Ego *self, double x)
{
  return x + self->width * (self->sides[0]->len > 0 ? 0.5 : MIDDLE * 0.45);
}

static void
place_sides (Ego *self, AtlasSheet *sheet, double x, double y)
{
  double left = x + self->name_width + NAME_GAP;
  double right = x + self->width - self->name_width - NAME_GAP;
  double hub_x = get_hub_x (self, x);
  double hub_y = y + self->body_height / 2.0;

  for (guint side = 0; side < 2; side++)
    {
      double at = y + (self->body_height - self->side_heights[side]) / 2.0;

      for (guint i = 0; i < self->sides[side]->len; i++)
        {
          const Neighbour *neighbour =
              &g_array_index (self->sides[side], Neighbour, i);
          double middle = at + (neighbour->height + ROW_GAP) / 2.0;

          if (side == 0)
            place_naming (self, sheet, neighbour, hub_x, hub_y, left, middle);
          else
            place_partner (self, sheet, neighbour, hub_x, hub_y, right, middle);
          at += neighbour->height + ROW_GAP;
        }
    }

  atlas_sheet_add_dot (sheet, hub_x, hub_y, HUB, FALSE, ATLAS_PRESS_ACCENT);
}

/* The name stands on a ground of its own, so that no line runs through it. */
static void
place_hub_name (Ego *self, AtlasSheet *sheet, double x, double y)
{
  double width = self->width * MIDDLE * 0.8;
  double text_width;
  double text_height;
  PangoLayout *layout = atlas_typesetter_set (
      atlas_sheet_get_typesetter (sheet), ATLAS_STYLE_CELL_STRONG,
      self->hub_name, width, PANGO_ALIGN_CENTER);

  atlas_layout_get_size (layout, &text_width, &text_height);
  x = get_hub_x (self, x);
  y += self->body_height / 2.0 + HUB + 3.0;
  atlas_sheet_add_box (sheet, x - text_width / 2.0 - 2.0, y, text_width + 4.0,
                       text_height, ATLAS_PRESS_PAPER);
  atlas_sheet_take_layout (sheet, x - width / 2.0, y, ATLAS_STYLE_CELL_STRONG,
                           layout);
}

/* The names on one side of the figure; %NULL where there are none. */
static char *
dup_names (const Ego *self, guint side)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->sides[side]->len; i++)
    g_ptr_array_add (names,
                     g_array_index (self->sides[side], Neighbour, i).name);

  return names->len > 0 ? atlas_format_list (&self->subject->report->format,
                                             (const char *const *) names->pdata,
                                             names->len)
                        : NULL;
}

/* Everything in the figure in one sentence. */
static char *
dup_alt (const Ego *self)
{
  const char *cluster = atlas_subject_get_cluster (self->subject);
  g_autofree char *naming = dup_names (self, 0);
  g_autofree char *named = dup_names (self, 1);

  if (naming != NULL && named != NULL)
    /* Translators: a cluster, the places it names, those that name it. */
    return g_strdup_printf (_ ("Partners named by %1$s: %2$s. Named as a "
                               "partner by: %3$s."),
                            cluster, named, naming);
  if (named != NULL)
    /* Translators: a cluster, the places it names. */
    return g_strdup_printf (_ ("Partners named by %1$s: %2$s. No open profile "
                               "names it."),
                            cluster, named);
  if (naming != NULL)
    /* Translators: a cluster, the places that name it. */
    return g_strdup_printf (_ ("%1$s names no partners. Named as a partner "
                               "by: %2$s."),
                            cluster, naming);

  return g_strdup_printf (
      _ ("%s names no partners, and no open profile names it."), cluster);
}

static void
ego_place (AtlasBlock *block,
           AtlasSheet *sheet,
           double x,
           double y,
           double width)
{
  Ego *self = (Ego *) block;
  g_autofree char *alt = dup_alt (self);

  ego_measure (block, sheet, width);
  atlas_sheet_open_figure (sheet, alt);
  place_sides (self, sheet, x, y);
  place_hub_name (self, sheet, x, y);
  y += self->body_height + LEGEND_GAP;
  atlas_sheet_add_text (sheet, x, y, ATLAS_STYLE_LABEL, get_legend (), width,
                        PANGO_ALIGN_LEFT);
  atlas_sheet_close (sheet, "Figure");

  atlas_sheet_open (sheet, "Caption");
  atlas_sheet_add_text (sheet, x, y + self->legend_height + CAPTION_GAP,
                        ATLAS_STYLE_CAPTION, self->caption, width,
                        PANGO_ALIGN_LEFT);
  atlas_sheet_close (sheet, "Caption");
}

static void
ego_clear (AtlasBlock *block)
{
  Ego *self = (Ego *) block;

  for (guint side = 0; side < 2; side++)
    g_array_unref (self->sides[side]);
  g_free (self->caption);
  g_free (self->hub_name);
}

static const AtlasBlockClass ego_class = {
  .measure = ego_measure,
  .place = ego_place,
  .clear = ego_clear,
};

/**
 * atlas_ego_new:
 * @subject: a subject; must outlive the block
 * @number: number of the figure
 * @space_before: free space above, in points
 *
 * A drawing with those that name the cluster to the left, and those that it
 * names to the right.
 *
 * Returns: (transfer full): a block that is never split
 */
AtlasBlock *
atlas_ego_new (const AtlasSubject *subject, guint number, double space_before)
{
  Ego *self = atlas_block_alloc (sizeof (Ego), &ego_class, space_before);

  self->subject = subject;
  self->sides[0] = list_naming (subject);
  self->sides[1] = list_partners (subject);
  self->width = -1.0;
  self->hub_name = dup_short (atlas_subject_get_cluster (subject));
  self->caption =
      g_strdup_printf (_ ("Figure %u. Named by (left) and naming (right), %s."),
                       number, atlas_subject_get_cluster (subject));

  return &self->parent;
}
