/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-sections.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GtkCheckButton *check;
  GtkToggleButton *landscape;
  GtkWidget *up;
  GtkWidget *down;
} Row;

struct _AtlasReportSections
{
  AdwBin parent_instance;

  GtkListBox *list;
  AtlasReportPart parts[ATLAS_N_REPORT_SECTIONS];
  Row rows[ATLAS_N_REPORT_SECTIONS];
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasReportSections, atlas_report_sections, ADW_TYPE_BIN)

/* Which row a button of it belongs to. */
static guint
get_position (gpointer button)
{
  return GPOINTER_TO_UINT (
      g_object_get_data (G_OBJECT (button), "atlas-position"));
}

static void
on_toggled (GObject *button, GParamSpec *pspec, gpointer user_data)
{
  AtlasReportSections *self = ATLAS_REPORT_SECTIONS (user_data);
  guint position = get_position (button);
  Row *row = &self->rows[position];

  if (self->filling)
    return;

  self->parts[position].shown = gtk_check_button_get_active (row->check);
  self->parts[position].landscape =
      gtk_toggle_button_get_active (row->landscape);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill (AtlasReportSections *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    {
      Row *row = &self->rows[i];
      const AtlasReportPart *part = &self->parts[i];

      gtk_check_button_set_label (
          row->check, atlas_report_section_get_title (part->section));
      gtk_check_button_set_active (row->check, part->shown);
      gtk_toggle_button_set_active (row->landscape, part->landscape);
      gtk_widget_set_sensitive (row->up, i > 0);
      gtk_widget_set_sensitive (row->down, i + 1 < ATLAS_N_REPORT_SECTIONS);
    }
  self->filling = FALSE;
}

static void
on_up (GtkButton *button, gpointer user_data)
{
  atlas_report_sections_move (user_data, get_position (button), -1);
}

static void
on_down (GtkButton *button, gpointer user_data)
{
  atlas_report_sections_move (user_data, get_position (button), 1);
}

static GtkWidget *
make_button (GType type, const char *icon, const char *tooltip, guint position)
{
  GtkWidget *button =
      g_object_new (type, "icon-name", icon, "tooltip-text", tooltip,
                    "has-frame", FALSE, "valign", GTK_ALIGN_CENTER, NULL);

  g_object_set_data (G_OBJECT (button), "atlas-position",
                     GUINT_TO_POINTER (position));
  return button;
}

static void
add_row (AtlasReportSections *self, guint position)
{
  Row *row = &self->rows[position];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  row->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (row->check), TRUE);
  g_object_set_data (G_OBJECT (row->check), "atlas-position",
                     GUINT_TO_POINTER (position));
  row->landscape = GTK_TOGGLE_BUTTON (
      make_button (GTK_TYPE_TOGGLE_BUTTON, "object-rotate-right-symbolic",
                   _ ("Landscape"), position));
  row->up =
      make_button (GTK_TYPE_BUTTON, "go-up-symbolic", _ ("Move Up"), position);
  row->down = make_button (GTK_TYPE_BUTTON, "go-down-symbolic", _ ("Move Down"),
                           position);

  g_signal_connect (row->check, "notify::active", G_CALLBACK (on_toggled),
                    self);
  g_signal_connect (row->landscape, "notify::active", G_CALLBACK (on_toggled),
                    self);
  g_signal_connect (row->up, "clicked", G_CALLBACK (on_up), self);
  g_signal_connect (row->down, "clicked", G_CALLBACK (on_down), self);

  gtk_widget_add_css_class (box, "atlas-section-row");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->check));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->landscape));
  gtk_box_append (GTK_BOX (box), row->up);
  gtk_box_append (GTK_BOX (box), row->down);
  gtk_list_box_append (self->list, box);
}

static void
atlas_report_sections_class_init (AtlasReportSectionsClass *klass)
{
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_report_sections_init (AtlasReportSections *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    {
      self->parts[i] = (AtlasReportPart){ i, TRUE, FALSE };
      add_row (self, i);
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  fill (self);
}

/**
 * atlas_report_sections_set_parts:
 * @self: the list
 * @parts: (array fixed-size=9): every section once
 */
void
atlas_report_sections_set_parts (AtlasReportSections *self,
                                 const AtlasReportPart *parts)
{
  g_return_if_fail (ATLAS_IS_REPORT_SECTIONS (self));

  memcpy (self->parts, parts, sizeof self->parts);
  fill (self);
}

/**
 * atlas_report_sections_get_parts:
 * @self: the list
 * @parts: (out) (array fixed-size=9): every section once
 */
void
atlas_report_sections_get_parts (AtlasReportSections *self,
                                 AtlasReportPart *parts)
{
  g_return_if_fail (ATLAS_IS_REPORT_SECTIONS (self));

  memcpy (parts, self->parts, sizeof self->parts);
}

/**
 * atlas_report_sections_get_check:
 * @self: the list
 * @position: which row, from 0
 *
 * Returns: (transfer none): what switches the section on and off
 */
GtkCheckButton *
atlas_report_sections_get_check (AtlasReportSections *self, guint position)
{
  g_return_val_if_fail (position < ATLAS_N_REPORT_SECTIONS, NULL);

  return self->rows[position].check;
}

/**
 * atlas_report_sections_move:
 * @self: the list
 * @position: which row, from 0
 * @by: -1 for up, 1 for down
 *
 * Changes places with the neighbour; the focus goes along.
 */
void
atlas_report_sections_move (AtlasReportSections *self, guint position, int by)
{
  guint other = position + (guint) by;
  AtlasReportPart part;

  g_return_if_fail (ATLAS_IS_REPORT_SECTIONS (self));

  if (other >= ATLAS_N_REPORT_SECTIONS)
    return;

  part = self->parts[position];
  self->parts[position] = self->parts[other];
  self->parts[other] = part;
  fill (self);
  gtk_widget_grab_focus (by < 0 ? self->rows[other].up
                                : self->rows[other].down);
  g_signal_emit (self, signals[CHANGED], 0);
}
