/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-compare.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-resources.h"

#define MOST_CHOSEN 6

struct _AtlasReportCompare
{
  AdwActionRow parent_instance;

  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkListBox *list;

  /* Names that can be chosen, each once, in alphabetical order. */
  GPtrArray *names;
  GPtrArray *chosen;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasReportCompare,
                     atlas_report_compare,
                     ADW_TYPE_ACTION_ROW)

static gboolean
find_name (GPtrArray *names, const char *name, guint *position)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, position);
}

static void
update_subtitle (AtlasReportCompare *self)
{
  g_autofree char *text = NULL;

  if (self->chosen->len < 2)
    {
      text = g_strdup (_ ("The first by world rank"));
    }
  else
    {
      g_ptr_array_add (self->chosen, NULL);
      text = g_strjoinv (" · ", (char **) self->chosen->pdata);
      g_ptr_array_set_size (self->chosen, (int) self->chosen->len - 1);
    }

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.clear",
                                 self->chosen->len > 0);
}

static GtkCheckButton *
get_check (GtkListBoxRow *row)
{
  return GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
}

/* No more than six can be told apart side by side. */
static void
update_checks (AtlasReportCompare *self)
{
  GtkListBoxRow *row;

  self->filling = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;
       i++)
    {
      GtkCheckButton *check = get_check (row);
      gboolean chosen =
          find_name (self->chosen, gtk_check_button_get_label (check), NULL);

      gtk_check_button_set_active (check, chosen);
      gtk_widget_set_sensitive (GTK_WIDGET (row),
                                chosen || self->chosen->len < MOST_CHOSEN);
    }
  self->filling = FALSE;
}

static void
on_toggled (GtkCheckButton *check, gpointer user_data)
{
  AtlasReportCompare *self = ATLAS_REPORT_COMPARE (user_data);

  if (!self->filling)
    atlas_report_compare_choose (self, gtk_check_button_get_label (check),
                                 gtk_check_button_get_active (check));
}

static void
clear_list (AtlasReportCompare *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* The list stands only while it is looked at. */
static void
fill_list (AtlasReportCompare *self)
{
  clear_list (self);
  for (guint i = 0; i < self->names->len; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *check =
          gtk_check_button_new_with_label (g_ptr_array_index (self->names, i));

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
      gtk_list_box_append (self->list, row);
    }
  update_checks (self);
}

static gboolean
is_found (GtkListBoxRow *row, gpointer user_data)
{
  AtlasReportCompare *self = ATLAS_REPORT_COMPARE (user_data);
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return *wanted == '\0'
         || g_str_match_string (
             wanted, gtk_check_button_get_label (get_check (row)), TRUE);
}

static void
on_map (AtlasReportCompare *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill_list (self);
}

static void
on_clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasReportCompare *self = ATLAS_REPORT_COMPARE (widget);

  g_ptr_array_set_size (self->chosen, 0);
  update_checks (self);
  update_subtitle (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
atlas_report_compare_finalize (GObject *object)
{
  AtlasReportCompare *self = ATLAS_REPORT_COMPARE (object);

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->chosen);

  G_OBJECT_CLASS (atlas_report_compare_parent_class)->finalize (object);
}

static void
atlas_report_compare_class_init (AtlasReportCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_report_compare_finalize;

  /**
   * AtlasReportCompare::changed:
   *
   * The user chose others.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-report-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasReportCompare,
                                        popover);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportCompare,
                                        search);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportCompare, list);
  gtk_widget_class_install_action (widget_class, "compare.clear", NULL,
                                   on_clear);
}

static void
atlas_report_compare_init (AtlasReportCompare *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_found, self, NULL);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (on_map), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (clear_list),
                            self);
  g_signal_connect_swapped (self->search, "search-changed",
                            G_CALLBACK (gtk_list_box_invalidate_filter),
                            self->list);
  /* Escape closes the popover also while the entry has the focus. */
  g_signal_connect_swapped (self->search, "stop-search",
                            G_CALLBACK (gtk_popover_popdown), self->popover);
  update_subtitle (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * atlas_report_compare_set_profiles:
 * @self: a row
 * @profiles: (array length=n_profiles): what can be compared
 * @n_profiles: how many
 */
void
atlas_report_compare_set_profiles (AtlasReportCompare *self,
                                   const AtlasProfile *const *profiles,
                                   gsize n_profiles)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (ATLAS_IS_REPORT_COMPARE (self));

  g_ptr_array_set_size (self->names, 0);
  for (gsize i = 0; i < n_profiles; i++)
    if (profiles[i]->cluster != NULL
        && g_hash_table_add (seen, (gpointer) profiles[i]->cluster))
      g_ptr_array_add (self->names, g_strdup (profiles[i]->cluster));
  g_ptr_array_sort (self->names, compare_names);

  gtk_widget_set_sensitive (GTK_WIDGET (self), self->names->len > 1);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    update_checks (self);
}

/**
 * atlas_report_compare_set_chosen:
 * @self: a row
 * @names: (nullable) (array zero-terminated=1): the clusters to compare, %NULL
 *   for the usual ones
 */
void
atlas_report_compare_set_chosen (AtlasReportCompare *self,
                                 const char *const *names)
{
  g_return_if_fail (ATLAS_IS_REPORT_COMPARE (self));

  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; names != NULL && names[i] != NULL && i < MOST_CHOSEN; i++)
    g_ptr_array_add (self->chosen, g_strdup (names[i]));
  update_subtitle (self);
}

/**
 * atlas_report_compare_dup_chosen:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): the clusters to compare, %NULL for the
 *   usual ones
 */
char **
atlas_report_compare_dup_chosen (AtlasReportCompare *self)
{
  char **names;

  g_return_val_if_fail (ATLAS_IS_REPORT_COMPARE (self), NULL);

  if (self->chosen->len == 0)
    return NULL;

  names = g_new0 (char *, self->chosen->len + 1);
  for (guint i = 0; i < self->chosen->len; i++)
    names[i] = g_strdup (g_ptr_array_index (self->chosen, i));
  return names;
}

/**
 * atlas_report_compare_choose:
 * @self: a row
 * @name: name of a cluster
 * @chosen: whether it is to be compared
 */
void
atlas_report_compare_choose (AtlasReportCompare *self,
                             const char *name,
                             gboolean chosen)
{
  guint position = 0;
  gboolean found;

  g_return_if_fail (ATLAS_IS_REPORT_COMPARE (self));

  found = find_name (self->chosen, name, &position);
  if (found == chosen || (chosen && self->chosen->len >= MOST_CHOSEN))
    return;

  if (chosen)
    g_ptr_array_add (self->chosen, g_strdup (name));
  else
    g_ptr_array_remove_index (self->chosen, position);
  update_checks (self);
  update_subtitle (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
