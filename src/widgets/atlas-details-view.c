/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-details-view.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-details-view-private.h"

G_DEFINE_FINAL_TYPE (AtlasDetailsView, atlas_details_view, GTK_TYPE_WIDGET)

static void
on_row_activated (AtlasDetailsView *self, AdwActionRow *row)
{
  atlas_details_view_show_line (self, GPOINTER_TO_UINT (g_object_get_data (
                                          G_OBJECT (row), "atlas-line")));
}

/**
 * atlas_details_view_show_line:
 * @self: a view
 * @line: line of the source file
 *
 * Asks for the source of the profile to be shown.
 */
void
atlas_details_view_show_line (AtlasDetailsView *self, guint32 line)
{
  if (self->document == NULL
      || atlas_document_get_file (self->document) == NULL)
    return;

  g_signal_emit_by_name (
      self, "show-source", atlas_document_get_file (self->document),
      atlas_document_get_profile (self->document)->source, line);
}

/**
 * atlas_details_view_make_row:
 * @self: a view
 * @title: what the figure is
 * @value: (nullable): the figure
 * @line: line it was printed on, 0 for none
 *
 * A row that leads to the line of its figure. Names are never markup.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
atlas_details_view_make_row (AtlasDetailsView *self,
                             const char *title,
                             const char *value,
                             guint32 line)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (value != NULL)
    {
      label = gtk_label_new (value);
      gtk_widget_add_css_class (label, "numeric");
      gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }

  if (line > 0)
    {
      g_autofree char *tooltip =
          g_strdup_printf (_ ("Printed in line %u: show it"), line);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_tooltip_text (row, tooltip);
      g_object_set_data (G_OBJECT (row), "atlas-line", GUINT_TO_POINTER (line));
      g_signal_connect_swapped (row, "activated", G_CALLBACK (on_row_activated),
                                self);
    }

  /* The figure says more than where it is printed. */
  if (value != NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value, -1);

  return row;
}

/**
 * atlas_details_view_add_row:
 * @self: a view
 * @group: where to
 * @row: a row
 *
 * Adds a row that goes away with the profile.
 */
void
atlas_details_view_add_row (AtlasDetailsView *self,
                            AdwPreferencesGroup *group,
                            GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, group);
  g_ptr_array_add (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

/**
 * atlas_details_view_remove_rows:
 * @self: a view
 * @group: (nullable): the group to empty, %NULL for all
 *
 * Takes out what atlas_details_view_add_row() put in. A group that not every
 * profile has is not shown while it is empty.
 */
void
atlas_details_view_remove_rows (AtlasDetailsView *self,
                                AdwPreferencesGroup *group)
{
  AdwPreferencesGroup *const optional[] = { self->partners, self->fields,
                                            self->standing, self->editions };
  guint kept = 0;
  guint i;

  for (i = 0; i + 1 < self->rows->len; i += 2)
    {
      AdwPreferencesGroup *own = self->rows->pdata[i];
      GtkWidget *row = self->rows->pdata[i + 1];

      if (group == NULL || own == group)
        {
          adw_preferences_group_remove (own, row);
          continue;
        }
      self->rows->pdata[kept++] = own;
      self->rows->pdata[kept++] = row;
    }
  g_ptr_array_set_size (self->rows, (int) kept);

  for (i = 0; i < G_N_ELEMENTS (optional); i++)
    if (group == NULL || optional[i] == group)
      gtk_widget_set_visible (GTK_WIDGET (optional[i]), FALSE);
}

static void
fill_heading (AtlasDetailsView *self, const AtlasProfile *profile)
{
  g_autofree char *edition =
      atlas_format_edition (&self->format, &profile->edition);
  g_autofree char *subtitle = NULL;
  g_autofree char *source = NULL;
  const char *economy =
      profile->economy != NULL ? profile->economy : _ ("Economy not given");

  gtk_label_set_text (self->title, profile->cluster != NULL
                                       ? profile->cluster
                                       : _ ("Cluster without a name"));
  /* Translators: the economy and the year of the index. */
  subtitle = g_strdup_printf (_ ("\342\201\250%s\342\201\251 · Edition %s"),
                              economy, edition);
  gtk_label_set_text (self->subtitle, subtitle);

  /* Translators: the licence asks for this sentence. %s is a year. */
  source = g_strdup_printf (
      _ ("Source: WIPO, Global Innovation Index %s. The Secretariat of WIPO "
         "assumes no liability or responsibility with regard to the "
         "transformation or translation of the original content."),
      edition);
  gtk_label_set_text (self->source_line, source);
}

static void
fill_user_data (AtlasDetailsView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  const char *note = atlas_session_get_note (self->session, self->document);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (!g_str_equal (text, note))
    gtk_text_buffer_set_text (buffer, note, -1);

  gtk_toggle_button_set_active (
      self->pin_button,
      atlas_session_is_pinned (self->session, self->document));
}

/* Whether the page was not shown yet. */
static gboolean
show_page (AtlasDetailsView *self, const char *name)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  gtk_stack_set_visible_child_name (self->stack, name);
  return g_strcmp0 (shown, name) != 0;
}

/* One part: less than fits into a frame, with all that measuring and drawing it
 * take. %FALSE after the last one. */
static gboolean
fill_part (AtlasDetailsView *self)
{
  const AtlasProfile *profile = atlas_document_get_profile (self->document);

  switch (self->part)
    {
    case PART_HEADING:
      fill_heading (self, profile);
      fill_user_data (self);
      /* The page itself takes a frame when it first comes. */
      if (show_page (self, "details"))
        break;
      self->part = PART_FIGURES;
      G_GNUC_FALLTHROUGH;
    case PART_FIGURES:
      atlas_details_view_fill_figures (self, profile);
      break;
    case PART_APPLICANTS:
      atlas_details_view_clear_shares (self);
      atlas_details_view_fill_shares (self, profile, ATLAS_PATENTS);
      break;
    case PART_PUBLISHERS:
      atlas_details_view_fill_shares (self, profile, ATLAS_ARTICLES);
      break;
    case PART_INVENTORS:
      atlas_details_view_fill_partners (self, profile, ATLAS_PATENTS);
      break;
    case PART_AUTHORS:
      atlas_details_view_fill_partners (self, profile, ATLAS_ARTICLES);
      break;
    case PART_ESTIMATES:
      if (atlas_details_view_fill_estimates (self, profile))
        return TRUE;
      break;
    case PART_STANDING:
      atlas_details_view_fill_standing (self);
      break;
    default:
      atlas_details_view_fill_editions (self);
      return FALSE;
    }

  self->part++;
  return TRUE;
}

static void
begin (AtlasDetailsView *self)
{
  AtlasDocument *document = atlas_session_get_current (self->session);
  gboolean other = document != self->document;

  g_set_object (&self->document, document);
  self->n_estimates = 0;
  atlas_details_view_remove_rows (self, NULL);
  if (other)
    gtk_adjustment_set_value (
        gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
}

/* What is seen first comes first; the rest follows, a part in each frame. An
 * idle would put in several before the frame that has to measure them all. */
static gboolean
update (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasDetailsView *self = ATLAS_DETAILS_VIEW (widget);
  gboolean more = FALSE;

  if (self->part == PART_HEADING)
    begin (self);

  if (self->document == NULL)
    show_page (self, "nothing");
  else
    {
      self->filling = TRUE;
      more = fill_part (self);
      self->filling = FALSE;
    }
  if (more)
    return G_SOURCE_CONTINUE;

  self->part = PART_HEADING;
  self->update_id = 0;
  return G_SOURCE_REMOVE;
}

/* Held arrow keys pass many profiles; only the last one is filled in. */
static void
queue_update (AtlasDetailsView *self)
{
  self->part = PART_HEADING;
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), update, NULL, NULL);
}

static void
on_note_changed (AtlasDetailsView *self, const char *key)
{
  if (self->document == NULL)
    return;

  self->filling = TRUE;
  fill_user_data (self);
  self->filling = FALSE;
}

static void
on_note_edited (AtlasDetailsView *self, GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (self->filling || self->document == NULL)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  atlas_session_set_note (self->session, self->document, text);
}

static void
on_pin_toggled (AtlasDetailsView *self)
{
  if (!self->filling && self->document != NULL)
    atlas_session_set_pinned (self->session, self->document,
                              gtk_toggle_button_get_active (self->pin_button));
}

static void
on_source_clicked (AtlasDetailsView *self)
{
  if (self->document != NULL)
    atlas_details_view_show_line (
        self, atlas_document_get_profile (self->document)->first_line);
}

static void
atlas_details_view_map (GtkWidget *widget)
{
  AtlasDetailsView *self = ATLAS_DETAILS_VIEW (widget);

  GTK_WIDGET_CLASS (atlas_details_view_parent_class)->map (widget);
  if (self->session != NULL)
    queue_update (self);
}

static void
atlas_details_view_dispose (GObject *object)
{
  AtlasDetailsView *self = ATLAS_DETAILS_VIEW (object);

  if (self->update_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (object), self->update_id);
  self->update_id = 0;
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_details_view_parent_class)->dispose (object);
}

static void
atlas_details_view_class_init (AtlasDetailsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_details_view_dispose;
  widget_class->map = atlas_details_view_map;

  g_signal_new ("show-source", ATLAS_TYPE_DETAILS_VIEW, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_FILE, G_TYPE_STRING,
                G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-details-view.ui");
#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasDetailsView, name)
  BIND (stack);
  BIND (scroller);
  BIND (title);
  BIND (subtitle);
  BIND (pin_button);
  BIND (figures);
  BIND (shares);
  BIND (partners);
  BIND (fields);
  BIND (estimates);
  BIND (standing);
  BIND (editions);
  BIND (note);
  BIND (source_line);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_pin_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_source_clicked);
}

static void
atlas_details_view_init (AtlasDetailsView *self)
{
  self->rows = g_ptr_array_new ();
  atlas_format_init_for_locale (&self->format);
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed",
                           G_CALLBACK (on_note_edited), self,
                           G_CONNECT_SWAPPED);
}

/**
 * atlas_details_view_set_session:
 * @self: a view
 * @session: the session whose current profile it shows; set once
 */
void
atlas_details_view_set_session (AtlasDetailsView *self, AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_DETAILS_VIEW (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::current",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::aliases",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::standings",
                           G_CALLBACK (atlas_details_view_fill_standing), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "note-changed",
                           G_CALLBACK (on_note_changed), self,
                           G_CONNECT_SWAPPED);
  queue_update (self);
}
