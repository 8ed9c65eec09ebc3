/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-ego-private.h"

#include "atlas-report-words.h"

#include "atlas-gettext.h"

/* Those that name a cluster to the left of it, those that it names to the
 * right. */

#define NAME_GAP 8.0
#define ROW_GAP 6.0
#define TIGHT_ROW_GAP 1.5
/* How many of those who name it are shown; the rest is counted. */
#define MOST_LEFT 7
#define TIGHT_MOST_LEFT 5
#define MOST_ROW_GAP 20.0
#define LEAST_HEIGHT 76.0
#define MIDDLE 0.36
#define HEAD_GAP 5.0
#define LEGEND_GAP 8.0
#define CAPTION_GAP 4.0
#define DOT 2.8
#define HUB 5.0
#define LINE 0.9
#define MUTUAL_LINE 1.8

/* From this width on, in points, letters are those of a text, and each side
 * has a head. */
#define WIDE 330.0

typedef struct
{
  AtlasBlock parent;
  const AtlasSubject *subject;
  GArray *sides[2];
  char *caption;
  char *hub_name;
  double row_gap;
  double width;
  double name_width;
  double side_heights[2];
  double head_height;
  double body_height;
  double hub_height;
  double legend_height;
  double caption_height;
  AtlasStyle style;
  AtlasStyle strong;
} Ego;

/* Where a neighbour stands. */
typedef struct
{
  const AtlasNeighbour *neighbour;
  guint side;
  double x;
  double y;
} Spot;

static const AtlasNeighbour *
get_neighbour (const Ego *self, guint side, guint index)
{
  return &g_array_index (self->sides[side], AtlasNeighbour, index);
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

static const char *
get_side_head (guint side)
{
  return side == 0 ? _ ("Named by") : _ ("Names as partner");
}

static void
measure_sides (Ego *self, AtlasSheet *sheet)
{
  for (guint side = 0; side < 2; side++)
    {
      double height = 0.0;

      for (guint i = 0; i < self->sides[side]->len; i++)
        {
          AtlasNeighbour *neighbour =
              &g_array_index (self->sides[side], AtlasNeighbour, i);

          neighbour->height = measure_text (sheet, self->strong,
                                            neighbour->label, self->name_width);
          height += neighbour->height + self->row_gap;
        }
      self->side_heights[side] = height;
      self->body_height = MAX (self->body_height, height);
    }
}

static double
ego_measure (AtlasBlock *block, AtlasSheet *sheet, double width)
{
  Ego *self = (Ego *) block;

  if (self->width != width)
    {
      gboolean wide = width >= WIDE;

      self->width = width;
      self->style = wide ? ATLAS_STYLE_BODY : ATLAS_STYLE_CELL;
      self->strong = wide ? ATLAS_STYLE_STRONG : ATLAS_STYLE_CELL_STRONG;
      self->name_width = width * (1.0 - MIDDLE) / 2.0 - NAME_GAP;
      self->hub_height = measure_text (sheet, self->strong, self->hub_name,
                                       width * MIDDLE * 0.8);
      self->head_height =
          wide ? measure_text (sheet, ATLAS_STYLE_CELL_HEAD, get_side_head (0),
                               self->name_width)
                     + HEAD_GAP
               : 0.0;
      self->body_height =
          MAX (2.0 * (self->hub_height + HUB + 4.0), LEAST_HEIGHT);
      measure_sides (self, sheet);
      self->legend_height =
          measure_text (sheet, ATLAS_STYLE_LABEL, get_legend (), width);
      self->caption_height =
          measure_text (sheet, ATLAS_STYLE_CAPTION, self->caption, width);
    }

  return self->head_height + self->body_height + block->extra + LEGEND_GAP
         + self->legend_height + CAPTION_GAP + self->caption_height;
}

/* Where nobody names it, the cluster moves into the empty side. */
static double
get_hub_x (const Ego *self, double x)
{
  return x + self->width * (self->sides[0]->len > 0 ? 0.5 : MIDDLE * 0.5);
}

static void
add_spots (const Ego *self, GArray *spots, guint side, double x, double y)
{
  guint n = self->sides[side]->len;
  double height = self->body_height + self->parent.extra;
  double loose = n > 0 ? (height - self->side_heights[side]) / n : 0.0;
  double gap = MIN (self->row_gap + loose, MOST_ROW_GAP);

  x += side == 0 ? self->name_width + NAME_GAP
                 : self->width - self->name_width - NAME_GAP;
  y += (height - self->side_heights[side] - (gap - self->row_gap) * n) / 2.0;
  for (guint i = 0; i < n; i++)
    {
      const AtlasNeighbour *neighbour = get_neighbour (self, side, i);
      Spot spot = { neighbour, side, x, y + (neighbour->height + gap) / 2.0 };

      g_array_append_val (spots, spot);
      y += neighbour->height + gap;
    }
}

/* A line for each kind, side by side where there are both. */
static void
place_line (AtlasSheet *sheet,
            const Spot *spot,
            guint kind,
            double hub_x,
            double hub_y)
{
  const AtlasNeighbour *neighbour = spot->neighbour;
  double shift = kind == ATLAS_PATENTS ? -1.4 : 1.4;
  double thickness =
      neighbour->answer == ATLAS_LINK_MUTUAL ? MUTUAL_LINE : LINE;

  if (neighbour->kinds != 3)
    shift = 0.0;
  if ((neighbour->kinds & (1u << kind)) == 0)
    return;
  atlas_sheet_add_line (
      sheet, hub_x, hub_y + shift, spot->x - hub_x, spot->y - hub_y, thickness,
      kind == ATLAS_PATENTS ? ATLAS_PRESS_ACCENT : ATLAS_PRESS_MUTED);
  if (kind == ATLAS_ARTICLES)
    atlas_sheet_get_last (sheet)->dash = 3.0;
}

static void
place_name (const Ego *self, AtlasSheet *sheet, const Spot *spot)
{
  const AtlasNeighbour *neighbour = spot->neighbour;
  gboolean mutual = neighbour->answer == ATLAS_LINK_MUTUAL;
  double left = spot->side == 0 ? spot->x - NAME_GAP - self->name_width
                                : spot->x + NAME_GAP;

  atlas_sheet_add_text (sheet, left, spot->y - neighbour->height / 2.0,
                        mutual ? self->strong : self->style, neighbour->label,
                        self->name_width,
                        spot->side == 0 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* All lines, all dots, all names: lines lie below, and a file tells each look
 * once. */
static void
place_neighbours (const Ego *self, AtlasSheet *sheet, double x, double y)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  const Spot *all;
  double hub_x = get_hub_x (self, x);
  double hub_y = y + (self->body_height + self->parent.extra) / 2.0;
  guint i;

  for (guint side = 0; side < 2; side++)
    add_spots (self, spots, side, x, y);
  all = (const Spot *) (gconstpointer) spots->data;

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (i = 0; i < spots->len; i++)
      place_line (sheet, &all[i], kind, hub_x, hub_y);
  /* "and 5 more" is no place. */
  for (i = 0; i < spots->len; i++)
    if (all[i].neighbour->kinds != 0)
      atlas_sheet_add_dot (sheet, all[i].x, all[i].y, DOT,
                           !all[i].neighbour->inside, ATLAS_PRESS_INK);
  for (i = 0; i < spots->len; i++)
    place_name (self, sheet, &all[i]);
}

static void
place_heads (Ego *self, AtlasSheet *sheet, double x, double y)
{
  if (self->head_height <= 0.0)
    return;

  for (guint side = 0; side < 2; side++)
    if (self->sides[side]->len > 0)
      atlas_sheet_add_text (
          sheet, side == 0 ? x : x + self->width - self->name_width, y,
          ATLAS_STYLE_CELL_HEAD, get_side_head (side), self->name_width,
          side == 0 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* The name stands on a ground of its own, so that no line runs through it. */
static void
place_hub (Ego *self, AtlasSheet *sheet, double x, double y)
{
  double width = self->width * MIDDLE * 0.8;
  double text_width;
  double text_height;
  PangoLayout *layout =
      atlas_typesetter_set (atlas_sheet_get_typesetter (sheet), self->strong,
                            self->hub_name, width, PANGO_ALIGN_CENTER);

  atlas_layout_get_size (layout, &text_width, &text_height);
  x = get_hub_x (self, x);
  y += (self->body_height + self->parent.extra) / 2.0;
  atlas_sheet_add_dot (sheet, x, y, HUB, FALSE, ATLAS_PRESS_ACCENT);
  y += HUB + 3.0;
  atlas_sheet_add_box (sheet, x - text_width / 2.0 - 2.0, y, text_width + 4.0,
                       text_height, ATLAS_PRESS_PAPER);
  atlas_sheet_take_layout (sheet, x - width / 2.0, y, self->strong, layout);
}

/* The names on one side of the figure; %NULL where there are none. */
static char *
dup_names (const Ego *self, guint side)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->sides[side]->len; i++)
    g_ptr_array_add (names,
                     g_array_index (self->sides[side], AtlasNeighbour, i).name);

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
  place_heads (self, sheet, x, y);
  y += self->head_height;
  place_neighbours (self, sheet, x, y);
  place_hub (self, sheet, x, y);
  y += self->body_height + block->extra + LEGEND_GAP;
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
  self->sides[0] = atlas_ego_list_naming (subject);
  atlas_ego_shorten (self->sides[0], MOST_LEFT);
  self->sides[1] = atlas_ego_list_partners (subject);
  self->width = -1.0;
  self->row_gap = ROW_GAP;
  self->hub_name = atlas_ego_dup_short (atlas_subject_get_cluster (subject));
  self->caption =
      g_strdup_printf (_ ("Figure %u. Named by (left) and naming (right), %s."),
                       number, atlas_subject_get_cluster (subject));

  return &self->parent;
}

/**
 * atlas_ego_tighten:
 * @block: a block of atlas_ego_new() that nobody has measured yet
 * @number: number of the figure
 *
 * Sets fewer names as close to each other as can be read.
 */
void
atlas_ego_tighten (AtlasBlock *block, guint number)
{
  Ego *self = (Ego *) block;

  self->row_gap = TIGHT_ROW_GAP;
  atlas_ego_shorten (self->sides[0], TIGHT_MOST_LEFT);
  g_free (self->caption);
  self->caption = g_strdup_printf (
      _ ("Figure %u. Named by (left) and naming (right)."), number);
}
