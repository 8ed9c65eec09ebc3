/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-cell-pen.h"

/* Texts that are kept laid out: those of some pages. Most columns say the same
 * in many rows, and to shape a text takes longer than to draw it. */
#define MAX_KEPT 2048

struct _AtlasCellPen
{
  gatomicrefcount ref_count;
  GtkWidget *view; /* weak */
  PangoLayout *layout;
  PangoAttrList *figures;

  /* Whole texts, and whole texts with figures of one width; and the order in
   * which they came. */
  GHashTable *kept[2];
  GQueue order[2];

  /* Of the font with this number. */
  guint serial;
  int height;
  int char_width;
};

/**
 * atlas_cell_pen_new:
 * @view: the widget whose font and colour the cells have
 *
 * Returns: (transfer full): a pen
 */
AtlasCellPen *
atlas_cell_pen_new (GtkWidget *view)
{
  AtlasCellPen *self;
  guint i;

  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);

  self = g_new0 (AtlasCellPen, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_set_weak_pointer (&self->view, view);
  self->figures = pango_attr_list_new ();
  pango_attr_list_insert (self->figures,
                          pango_attr_font_features_new ("tnum=1"));
  for (i = 0; i < G_N_ELEMENTS (self->kept); i++)
    {
      self->kept[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             g_object_unref);
      g_queue_init (&self->order[i]);
    }

  return self;
}

/**
 * atlas_cell_pen_ref:
 * @self: a pen
 *
 * Returns: (transfer full): @self
 */
AtlasCellPen *
atlas_cell_pen_ref (AtlasCellPen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_cell_pen_unref:
 * @self: (transfer full): a pen
 */
void
atlas_cell_pen_unref (AtlasCellPen *self)
{
  guint i;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (i = 0; i < G_N_ELEMENTS (self->kept); i++)
    {
      g_queue_clear (&self->order[i]);
      g_hash_table_unref (self->kept[i]);
    }
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->layout);
  pango_attr_list_unref (self->figures);
  g_free (self);
}

static gboolean
is_from_right (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return g_unichar_isalpha (c);
    default:
      return FALSE;
    }
}

static gboolean
has_letters_from_right (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (is_from_right (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/* The first letter says which way a text runs. But where one reads from right
 * to left, a sentence that begins with a name in other letters does so too. */
static gboolean
runs_as_read (AtlasCellPen *self, const char *text)
{
  return gtk_widget_get_direction (self->view) == GTK_TEXT_DIR_RTL
         && has_letters_from_right (text);
}

static PangoLayout *
make_layout (AtlasCellPen *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->view, NULL);

  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

/* A layout for another text: a new one, or the one that was kept longest. To
 * drop all of them at once would take half of a frame. */
static PangoLayout *
take_layout (AtlasCellPen *self, gboolean figures)
{
  GQueue *order = &self->order[figures ? 1 : 0];
  gpointer layout = NULL;

  if (g_queue_get_length (order) < MAX_KEPT)
    {
      layout = make_layout (self);
      if (figures)
        pango_layout_set_attributes (layout, self->figures);
    }
  else
    {
      g_autofree char *oldest = g_queue_pop_head (order);

      g_hash_table_steal_extended (self->kept[figures ? 1 : 0], oldest, NULL,
                                   &layout);
    }

  return layout;
}

/* @text laid out in one line, all of it. */
static PangoLayout *
get_whole (AtlasCellPen *self, const char *text, gboolean figures)
{
  GHashTable *kept = self->kept[figures ? 1 : 0];
  PangoLayout *layout = g_hash_table_lookup (kept, text);
  char *key;

  if (layout != NULL)
    return layout;

  key = g_strdup (text);
  layout = take_layout (self, figures);
  pango_layout_set_auto_dir (layout, !runs_as_read (self, text));
  pango_layout_set_text (layout, text, -1);
  g_hash_table_insert (kept, key, layout);
  g_queue_push_tail (&self->order[figures ? 1 : 0], key);

  return layout;
}

/* @text laid out so that it fits in @width, with an ellipsis. */
static PangoLayout *
get_cut (AtlasCellPen *self, const char *text, gboolean figures, int width)
{
  if (self->layout == NULL)
    {
      self->layout = make_layout (self);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (self->layout, -1);
    }
  pango_layout_set_auto_dir (self->layout, !runs_as_read (self, text));
  pango_layout_set_attributes (self->layout, figures ? self->figures : NULL);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);

  return self->layout;
}

static void
measure_font (AtlasCellPen *self)
{
  PangoContext *context;
  PangoFontMetrics *metrics;

  if (self->view == NULL)
    return;

  context = gtk_widget_get_pango_context (self->view);
  if (pango_context_get_serial (context) == self->serial)
    return;

  metrics = pango_context_get_metrics (context, NULL, NULL);
  self->serial = pango_context_get_serial (context);
  self->height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  self->char_width = PANGO_PIXELS_CEIL (
      MAX (pango_font_metrics_get_approximate_char_width (metrics),
           pango_font_metrics_get_approximate_digit_width (metrics)));
  pango_font_metrics_unref (metrics);
}

/**
 * atlas_cell_pen_get_height:
 * @self: a pen
 *
 * Returns: the height of a line, in pixels
 */
int
atlas_cell_pen_get_height (AtlasCellPen *self)
{
  g_return_val_if_fail (self != NULL, 0);

  measure_font (self);
  return self->height;
}

/**
 * atlas_cell_pen_get_char_width:
 * @self: a pen
 *
 * Returns: the width of a letter or a digit, in pixels
 */
int
atlas_cell_pen_get_char_width (AtlasCellPen *self)
{
  g_return_val_if_fail (self != NULL, 0);

  measure_font (self);
  return self->char_width;
}

/**
 * atlas_cell_pen_measure:
 * @self: a pen
 * @text: a text
 * @figures: whether all digits are of one width
 *
 * Returns: the width of the text when nothing of it is cut, in pixels
 */
int
atlas_cell_pen_measure (AtlasCellPen *self, const char *text, gboolean figures)
{
  int width;

  g_return_val_if_fail (self != NULL && text != NULL, 0);

  if (self->view == NULL)
    return 0;

  pango_layout_get_pixel_size (get_whole (self, text, figures), &width, NULL);
  return width;
}

/**
 * atlas_cell_pen_draw:
 * @self: a pen
 * @snapshot: where to
 * @text: one line of plain text
 * @figures: whether all digits are of one width
 * @align: 0 for the left of @box, 1 for its right
 * @box: where it has to fit in; what does not is cut, with an ellipsis
 */
void
atlas_cell_pen_draw (AtlasCellPen *self,
                     GtkSnapshot *snapshot,
                     const char *text,
                     gboolean figures,
                     double align,
                     const GdkRectangle *box)
{
  PangoLayout *layout;
  PangoRectangle text_box;
  GdkRGBA colour;
  float x, y;

  g_return_if_fail (self != NULL && text != NULL && box != NULL);

  if (self->view == NULL || *text == '\0')
    return;

  layout = get_whole (self, text, figures);
  pango_layout_get_pixel_extents (layout, NULL, &text_box);
  if (text_box.width > box->width)
    {
      layout = get_cut (self, text, figures, box->width);
      pango_layout_get_pixel_extents (layout, NULL, &text_box);
    }
  gtk_style_context_get_color (gtk_widget_get_style_context (self->view),
                               &colour);

  x = (float) (box->x + align * (box->width - text_box.width) - text_box.x);
  y = (float) (box->y + (box->height - text_box.height) / 2 - text_box.y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (floorf (x), y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}
