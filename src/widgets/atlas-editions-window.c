/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-editions-window.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-editions.h"
#include "atlas-estimates.h"
#include "atlas-format.h"
#include "atlas-text-scale.h"

struct _AtlasEditionsWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  AdwComboRow *before;
  AdwComboRow *after;
  AdwPreferencesGroup *fresh;
  AdwPreferencesGroup *gone;
  AdwPreferencesGroup *renamed;
  AdwPreferencesGroup *stays;

  AtlasSession *session;
  GPtrArray *profiles;
  AtlasEditions *editions;
  AtlasFormat format;
  GPtrArray *rows; /* group and row by turns */
};

G_DEFINE_FINAL_TYPE (AtlasEditionsWindow,
                     atlas_editions_window,
                     ADW_TYPE_WINDOW)

/* What is known of the number of patents, after the two ranks. */
static char *
describe_change (AtlasChange change, const char *now, const char *before)
{
  switch (change)
    {
    case ATLAS_CHANGE_UP:
      /* Translators: the rank now, and before. */
      return g_strdup_printf (_ ("World rank %1$s, before %2$s; more patents"),
                              now, before);
    case ATLAS_CHANGE_DOWN:
      return g_strdup_printf (_ ("World rank %1$s, before %2$s; fewer patents"),
                              now, before);
    case ATLAS_CHANGE_NONE:
      return g_strdup_printf (_ ("World rank %1$s, before %2$s; no difference "
                                 "in patents can be told"),
                              now, before);
    case ATLAS_CHANGE_UNKNOWN:
    default:
      return g_strdup_printf (
          _ ("World rank %1$s, before %2$s; patents not known"), now, before);
    }
}

/* Ranks are printed; of totals only what the intervals allow is said. */
static char *
describe (AtlasEditionsWindow *self,
          const AtlasProfile *before,
          const AtlasProfile *after)
{
  const AtlasProfile *either = after != NULL ? after : before;
  g_autofree char *old_rank = NULL;
  g_autofree char *new_rank = NULL;
  AtlasEstimates old_estimates, new_estimates;

  new_rank = atlas_format_number (&self->format, &either->rank);
  if (before == NULL || after == NULL)
    return g_strdup_printf (_ ("World rank %s"), new_rank);

  old_rank = atlas_format_number (&self->format, &before->rank);
  atlas_estimates_compute (before, &old_estimates);
  atlas_estimates_compute (after, &new_estimates);

  return describe_change (
      atlas_editions_compare (old_estimates.total_joint[ATLAS_PATENTS],
                              new_estimates.total_joint[ATLAS_PATENTS]),
      new_rank, old_rank);
}

static void
on_row_activated (AtlasEditionsWindow *self, GtkWidget *row)
{
  AtlasDocument *document = atlas_session_find_document (
      self->session, g_object_get_data (G_OBJECT (row), "atlas-profile"));

  if (document != NULL)
    atlas_session_select (self->session, document);
}

static void
add_row (AtlasEditionsWindow *self,
         AdwPreferencesGroup *group,
         const AtlasProfile *before,
         const AtlasProfile *after)
{
  const AtlasProfile *either = after != NULL ? after : before;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL;
  g_autofree char *subtitle = describe (self, before, after);

  if (group == self->renamed)
    title = g_strdup_printf (
        /* Translators: the name of a cluster before, and after. */
        _ ("\342\201\250%s\342\201\251 → \342\201\250%s\342\201\251"),
        before->cluster, after->cluster);
  else
    title = g_strdup (either->cluster);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "atlas-profile", (gpointer) either);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (on_row_activated),
                            self);

  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, group);
  g_ptr_array_add (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
remove_rows (AtlasEditionsWindow *self)
{
  guint i;

  for (i = 0; i + 1 < self->rows->len; i += 2)
    adw_preferences_group_remove (self->rows->pdata[i],
                                  self->rows->pdata[i + 1]);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->fresh), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->gone), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->renamed), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->stays), FALSE);
}

static void
update (AtlasEditionsWindow *self)
{
  AdwPreferencesGroup *const groups[] = {
    [ATLAS_EDITION_STAYS] = self->stays,
    [ATLAS_EDITION_NEW] = self->fresh,
    [ATLAS_EDITION_GONE] = self->gone,
    [ATLAS_EDITION_RENAMED] = self->renamed,
  };
  const AtlasHistory *histories;
  const guint *years;
  gsize n_years, n_histories, i;
  guint before, after;

  if (self->editions == NULL)
    return;

  remove_rows (self);
  years = atlas_editions_get_years (self->editions, &n_years);
  before = adw_combo_row_get_selected (self->before);
  after = adw_combo_row_get_selected (self->after);
  if (before >= n_years || after >= n_years)
    return;

  histories = atlas_editions_get_histories (self->editions, &n_histories);
  for (i = 0; i < n_histories; i++)
    {
      AtlasEditionState state;

      if (atlas_editions_get_state (self->editions, &histories[i],
                                    years[before], years[after], &state))
        add_row (self, groups[state],
                 atlas_editions_get_profile (self->editions, &histories[i],
                                             years[before]),
                 atlas_editions_get_profile (self->editions, &histories[i],
                                             years[after]));
    }
}

static void
fill (AtlasEditionsWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const guint *years;
  gsize n_years, i;

  self->profiles = atlas_session_snapshot (self->session, ATLAS_SCOPE_VISIBLE);
  self->editions = atlas_editions_new (
      (const AtlasProfile *const *) self->profiles->pdata, self->profiles->len,
      atlas_session_get_aliases (self->session));

  years = atlas_editions_get_years (self->editions, &n_years);
  for (i = 0; i < n_years; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", years[i]);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->before, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->after, G_LIST_MODEL (names));
  gtk_stack_set_visible_child_name (self->stack,
                                    n_years > 1 ? "changes" : "one");
  if (n_years < 2)
    return;

  adw_combo_row_set_selected (self->before, (guint) n_years - 2);
  adw_combo_row_set_selected (self->after, (guint) n_years - 1);
  update (self);
}

static void
atlas_editions_window_dispose (GObject *object)
{
  AtlasEditionsWindow *self = ATLAS_EDITIONS_WINDOW (object);

  g_clear_pointer (&self->editions, atlas_editions_free);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_editions_window_parent_class)->dispose (object);
}

static void
atlas_editions_window_class_init (AtlasEditionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_editions_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-editions-window.ui");
#define BIND(child)                                                        \
  gtk_widget_class_bind_template_child (widget_class, AtlasEditionsWindow, \
                                        child)
  BIND (stack);
  BIND (before);
  BIND (after);
  BIND (fresh);
  BIND (gone);
  BIND (renamed);
  BIND (stays);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
atlas_editions_window_init (AtlasEditionsWindow *self)
{
  self->rows = g_ptr_array_new ();
  atlas_format_init_for_locale (&self->format);
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  atlas_text_scale_widen (GTK_WINDOW (self));
}

/**
 * atlas_editions_window_new:
 * @session: what is looked at; the profiles that are shown now are compared
 * @parent: (nullable): the window that it belongs to
 *
 * Returns: (transfer none): a window, owned by GTK as all windows are
 */
GtkWidget *
atlas_editions_window_new (AtlasSession *session, GtkWindow *parent)
{
  AtlasEditionsWindow *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  self =
      g_object_new (ATLAS_TYPE_EDITIONS_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  fill (self);

  return GTK_WIDGET (self);
}
