/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-cell.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-cell-text.h"
#include "atlas-columns.h"

/* Share that fills the bar, in percent. */
#define WHOLE 100.0

/* Between an icon and its text. */
#define ICON_SPACING 6

struct _AtlasCell
{
  GtkWidget parent_instance;

  const AtlasColumn *column;
  GtkWidget *bar;
  GtkWidget *icon;
  GtkWidget *inscription;
  double share;
  gboolean missing;
};

G_DEFINE_FINAL_TYPE (AtlasCell, atlas_cell, GTK_TYPE_WIDGET)

static void
atlas_cell_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  AtlasCell *self = ATLAS_CELL (widget);

  gtk_widget_measure (self->inscription, orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

/* Before the text, which gets what is left of @box. */
static void
allocate_icon (AtlasCell *self, GtkAllocation *box)
{
  GtkAllocation icon = *box;
  int width;

  gtk_widget_measure (self->icon, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width,
                      NULL, NULL);
  icon.width = width;
  box->width = MAX (box->width - width - ICON_SPACING, 0);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    icon.x = box->x + box->width + ICON_SPACING;
  else
    box->x += width + ICON_SPACING;
  gtk_widget_size_allocate (self->icon, &icon, -1);
}

static void
atlas_cell_size_allocate (GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  AtlasCell *self = ATLAS_CELL (widget);
  GtkAllocation box = { 0, 0, width, height };

  if (self->icon != NULL)
    allocate_icon (self, &box);
  gtk_widget_size_allocate (self->inscription, &box, baseline);
  if (self->bar == NULL || !gtk_widget_get_child_visible (self->bar))
    return;

  /* Bars grow from where reading starts. */
  box.width = (int) (width * CLAMP (self->share, 0.0, WHOLE) / WHOLE + 0.5);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    box.x = width - box.width;
  gtk_widget_size_allocate (self->bar, &box, -1);
}

static gboolean
is_cut (AtlasCell *self, const char *text)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (self->inscription, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (self->inscription);
}

/* Says what is cut, and what "n/a" means. */
static gboolean
atlas_cell_query_tooltip (GtkWidget *widget,
                          int x,
                          int y,
                          gboolean keyboard,
                          GtkTooltip *tooltip)
{
  AtlasCell *self = ATLAS_CELL (widget);
  const char *text = atlas_cell_get_text (self);

  if (self->missing)
    text = _ ("Not available in the source");
  else if (text == NULL || !is_cut (self, text))
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
atlas_cell_dispose (GObject *object)
{
  AtlasCell *self = ATLAS_CELL (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->inscription, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_cell_parent_class)->dispose (object);
}

static void
atlas_cell_class_init (AtlasCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_cell_dispose;
  widget_class->measure = atlas_cell_measure;
  widget_class->size_allocate = atlas_cell_size_allocate;
  widget_class->query_tooltip = atlas_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "atlas-cell");
}

static void
atlas_cell_init (AtlasCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->inscription = gtk_inscription_new (NULL);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->inscription), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (self->inscription), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->inscription),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_parent (self->inscription, GTK_WIDGET (self));
}

/**
 * atlas_cell_new:
 * @column: the column that the cell is of
 *
 * Returns: (transfer full): a new cell
 */
GtkWidget *
atlas_cell_new (const AtlasColumn *column)
{
  AtlasCell *self = g_object_new (ATLAS_TYPE_CELL, NULL);
  GtkInscription *inscription = GTK_INSCRIPTION (self->inscription);

  self->column = column;
  gtk_inscription_set_min_chars (inscription, 3);
  gtk_inscription_set_nat_chars (inscription, column->width);
  if (column->type != ATLAS_COLUMN_TEXT)
    {
      gtk_inscription_set_xalign (inscription, 1.0f);
      gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
    }

  if (column->type == ATLAS_COLUMN_SHARE)
    {
      self->bar = adw_bin_new ();
      gtk_widget_add_css_class (self->bar, "atlas-bar");
      gtk_widget_insert_after (self->bar, GTK_WIDGET (self), NULL);
    }

  return GTK_WIDGET (self);
}

/* Most cells have none, so it is made for those that have. */
static void
set_icon (AtlasCell *self, const char *name)
{
  static const struct
  {
    const char *icon;
    const char *style;
  } styles[] = {
    { "dialog-error-symbolic", "error" },
    { "dialog-warning-symbolic", "warning" },
  };
  guint i;

  if (name == NULL)
    {
      g_clear_pointer (&self->icon, gtk_widget_unparent);
      return;
    }

  if (self->icon == NULL)
    {
      self->icon = gtk_image_new ();
      gtk_widget_insert_before (self->icon, GTK_WIDGET (self),
                                self->inscription);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), name);
  for (i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].icon, name))
      gtk_widget_add_css_class (self->icon, styles[i].style);
    else
      gtk_widget_remove_css_class (self->icon, styles[i].style);
}

/**
 * atlas_cell_set_value:
 * @self: a cell
 * @format: the language of the user
 * @value: the value to show
 */
void
atlas_cell_set_value (AtlasCell *self,
                      const AtlasFormat *format,
                      const AtlasValue *value)
{
  g_autofree char *text = NULL;
  gboolean missing;

  g_return_if_fail (ATLAS_IS_CELL (self));

  text = atlas_cell_text_format (format, self->column, value);
  missing = atlas_value_is_missing (self->column, value);
  if (self->column->type == ATLAS_COLUMN_TEXT)
    atlas_columns_set_text (GTK_INSCRIPTION (self->inscription), text);
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (self->inscription), text);
  set_icon (self, value->icon);

  if (missing)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dim-label");

  self->missing = missing && atlas_column_is_countable (self->column);

  if (self->bar != NULL)
    {
      self->share = atlas_value_get_number (self->column, value);
      gtk_widget_set_child_visible (self->bar, !missing);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
}

/**
 * atlas_cell_get_text:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the text that it shows
 */
const char *
atlas_cell_get_text (AtlasCell *self)
{
  g_return_val_if_fail (ATLAS_IS_CELL (self), NULL);

  return gtk_inscription_get_text (GTK_INSCRIPTION (self->inscription));
}
