/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-charts-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "atlas-access.h"
#include "atlas-chart-catalogue.h"
#include "atlas-chart-table-view.h"

/* Narrower than this, a drop-down takes the place of the list of kinds. */
#define NARROW 720

/* Small multiples use more of a wide window than other charts. */
#define CLAMP_ONE 980
#define CLAMP_MANY 2400

#define MAX_COMPARED 6
#define FIRST_COMPARED 3

/*
 * AtlasSession ── visible, selection ──► AtlasChartsView ──► AtlasChart
 *       ▲                                      │                 │
 *       └───── select ◄── mark-selected ── AtlasChartView ◄──────┘
 */
struct _AtlasChartsView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *sidebar;
  GtkWidget *separator;
  GtkListBox *kind_list;
  GtkDropDown *kind_drop;
  GtkDropDown *cluster_drop;
  GtkBox *option_box;
  GtkMenuButton *title_button;
  GtkPopover *title_popover;
  GtkEntry *title_entry;
  GtkToggleButton *table_button;
  GtkStack *stack;
  AdwClamp *clamp;
  AtlasChartView *chart_view;
  AtlasChartTableView *table_view;
  AdwStatusPage *empty_page;
  GtkDropDown *option_drops[ATLAS_N_OPTIONS];

  AtlasSession *session;
  guint entry;
  AtlasChartOptions options[ATLAS_N_CHART_KINDS];
  GPtrArray *compared;
  char *title_key;
  gboolean show_table;
  gboolean stale;
  gboolean updating;
  gboolean narrow;
  guint narrow_idle;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SHOW_TABLE,
};

G_DEFINE_FINAL_TYPE (AtlasChartsView, atlas_charts_view, GTK_TYPE_WIDGET)

static const AtlasCatalogueEntry *
get_entry (AtlasChartsView *self)
{
  return atlas_chart_catalogue_get (self->entry);
}

static AtlasChartOptions *
get_options (AtlasChartsView *self)
{
  return &self->options[get_entry (self)->kind];
}

/* --- what the chart is made of ------------------------------------------- */

/* Two to six selected clusters are compared from then on; fewer leave the ones
 * that were compared before. */
static void
update_compared (AtlasChartsView *self, GPtrArray *visible)
{
  g_autoptr (GPtrArray) selected =
      atlas_session_snapshot (self->session, ATLAS_SCOPE_SELECTED);
  GPtrArray *from = selected->len >= 2 ? selected : NULL;
  guint i, n;

  if (from == NULL && self->compared->len >= 2)
    {
      g_autoptr (GPtrArray) still =
          g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);

      for (i = 0; i < self->compared->len; i++)
        {
          AtlasProfile *profile = g_ptr_array_index (self->compared, i);

          if (atlas_session_find_document (self->session, profile) != NULL)
            g_ptr_array_add (still, atlas_profile_ref (profile));
        }
      g_ptr_array_unref (self->compared);
      self->compared = g_steal_pointer (&still);
      if (self->compared->len >= 2)
        return;
    }

  n = from != NULL ? MAX_COMPARED : FIRST_COMPARED;
  if (from == NULL)
    from = visible;
  g_ptr_array_set_size (self->compared, 0);
  for (i = 0; i < MIN (n, from->len); i++)
    g_ptr_array_add (self->compared,
                     atlas_profile_ref (g_ptr_array_index (from, i)));
}

static GPtrArray *
dup_subject (AtlasChartsView *self)
{
  g_autoptr (GPtrArray) visible =
      atlas_session_snapshot (self->session, ATLAS_SCOPE_VISIBLE);
  AtlasDocument *current = atlas_session_get_current (self->session);
  GPtrArray *one;

  switch (get_entry (self)->subject)
    {
    case ATLAS_SUBJECT_COMPARED:
      update_compared (self, visible);
      return g_ptr_array_ref (self->compared);

    case ATLAS_SUBJECT_CURRENT:
      one =
          g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
      if (current != NULL)
        g_ptr_array_add (
            one, atlas_profile_ref (atlas_document_get_profile (current)));
      else if (visible->len > 0)
        g_ptr_array_add (one,
                         atlas_profile_ref (g_ptr_array_index (visible, 0)));
      return one;

    case ATLAS_SUBJECT_VISIBLE:
    default:
      return g_steal_pointer (&visible);
    }
}

/* What the titles of the session go by: a title is a finding about what is
 * drawn, so charts of one or of a few clusters have one each. */
static char *
dup_title_key (AtlasChartsView *self, const GPtrArray *profiles)
{
  GString *key =
      g_string_new (atlas_chart_kind_get_nick (get_entry (self)->kind));
  guint i;

  if (get_entry (self)->subject != ATLAS_SUBJECT_VISIBLE)
    for (i = 0; i < profiles->len; i++)
      {
        AtlasDocument *document = atlas_session_find_document (
            self->session, g_ptr_array_index (profiles, i));

        if (document != NULL)
          g_string_append_printf (key, "%c%s", i == 0 ? ' ' : '\n',
                                  atlas_document_get_key (document));
      }

  return g_string_free (key, FALSE);
}

/* Shows in the chart what is selected in the session. */
static void
update_selected (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  g_autoptr (GArray) selected = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i, n = chart != NULL ? atlas_chart_get_n_profiles (chart) : 0;

  /* what is compared is all of the chart: it needs no frames */
  if (self->session != NULL
      && get_entry (self)->subject == ATLAS_SUBJECT_VISIBLE
      && atlas_session_get_n_selected (self->session) > 0)
    for (i = 0; i < n; i++)
      {
        AtlasDocument *document = atlas_session_find_document (
            self->session, atlas_chart_get_profile (chart, i));

        if (document != NULL
            && atlas_session_is_selected (self->session, document))
          g_array_append_val (selected, i);
      }

  atlas_chart_view_set_selected (self->chart_view,
                                 (const guint *) selected->data, selected->len);
}

/* The drawing, its figures, or a word on why there is neither. */
static void
update_page (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  gboolean empty = chart == NULL || !atlas_chart_has_data (chart);
  g_autofree char *title =
      chart != NULL ? atlas_chart_dup_title (chart) : g_strdup ("");

  if (empty)
    adw_status_page_set_title (self->empty_page, title);
  gtk_stack_set_visible_child_name (self->stack, empty              ? "empty"
                                                 : self->show_table ? "table"
                                                                    : "chart");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "charts.copy", !empty);
  gtk_widget_set_sensitive (GTK_WIDGET (self->title_button), !empty);
}

static void
update_table (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);

  if (!self->show_table)
    {
      atlas_chart_table_view_take_table (self->table_view, NULL);
      return;
    }

  atlas_chart_table_view_take_table (
      self->table_view, chart != NULL ? atlas_chart_dup_table (chart) : NULL);
}

static guint
find_visible (AtlasChartsView *self, AtlasDocument *document)
{
  GListModel *visible = atlas_session_get_visible (self->session);
  guint i, n = g_list_model_get_n_items (visible);

  for (i = 0; document != NULL && i < n; i++)
    {
      g_autoptr (AtlasDocument) item = g_list_model_get_item (visible, i);

      if (item == document)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* The drop-down of clusters shows the one whose chart is drawn. */
static void
update_cluster_drop (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  gboolean one = get_entry (self)->subject == ATLAS_SUBJECT_CURRENT;
  AtlasDocument *shown = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->cluster_drop), one);
  if (!one || self->session == NULL)
    return;

  if (chart != NULL && atlas_chart_get_n_profiles (chart) > 0)
    shown = atlas_session_find_document (self->session,
                                         atlas_chart_get_profile (chart, 0));
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->cluster_drop, find_visible (self, shown));
  self->updating = FALSE;
}

/* Whether the chart that is shown is already what it is to be; then whoever
 * is in it keeps the place. */
static gboolean
is_shown (AtlasChartsView *self,
          const GPtrArray *profiles,
          const AtlasFormat *format,
          const char *title)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  guint i;

  if (chart == NULL || atlas_chart_get_kind (chart) != get_entry (self)->kind
      || atlas_chart_get_n_profiles (chart) != profiles->len
      || memcmp (atlas_chart_get_options (chart), get_options (self),
                 sizeof (AtlasChartOptions))
             != 0
      || !atlas_format_equal (atlas_chart_get_format (chart), format)
      || g_strcmp0 (atlas_chart_get_own_title (chart), title) != 0)
    return FALSE;

  for (i = 0; i < profiles->len; i++)
    if (atlas_chart_get_profile (chart, i) != g_ptr_array_index (profiles, i))
      return FALSE;

  return TRUE;
}

/* Makes the chart anew from what the session has. */
static void
rebuild (AtlasChartsView *self)
{
  const AtlasCatalogueEntry *entry = get_entry (self);
  g_autoptr (GPtrArray) profiles = NULL;
  g_autoptr (AtlasChart) chart = NULL;
  g_autofree char *title_key = NULL;
  const char *title;
  AtlasFormat format;

  if (self->session == NULL)
    return;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }

  self->stale = FALSE;
  profiles = dup_subject (self);
  atlas_format_init_for_locale (&format);
  format.right_to_left =
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  title_key = dup_title_key (self, profiles);
  title = atlas_session_get_chart_title (self->session, title_key);
  g_free (self->title_key);
  self->title_key = g_steal_pointer (&title_key);
  if (is_shown (self, profiles, &format, title))
    {
      update_selected (self);
      update_cluster_drop (self);
      return;
    }

  chart = atlas_chart_new (
      entry->kind, (const AtlasProfile *const *) profiles->pdata, profiles->len,
      atlas_session_get_aliases (self->session), NULL);
  atlas_chart_set_format (chart, &format);
  atlas_chart_set_options (chart, get_options (self));
  atlas_chart_set_title (chart, title);

  adw_clamp_set_maximum_size (self->clamp, entry->kind == ATLAS_CHART_MULTIPLES
                                               ? CLAMP_MANY
                                               : CLAMP_ONE);
  atlas_chart_view_set_chart (self->chart_view, chart);
  update_selected (self);
  update_cluster_drop (self);
  update_table (self);
  update_page (self);
}

/* Other names make another chart of the same profiles. */
static void
on_aliases_changed (AtlasChartsView *self)
{
  atlas_chart_view_set_chart (self->chart_view, NULL);
  rebuild (self);
}

/* --- choosing ----------------------------------------------------------- */

static guint
count_choices (const AtlasCatalogueEntry *entry, guint option)
{
  guint n = 0;

  while (n < ATLAS_MAX_CHOICES && entry->choices[option][n].label != NULL)
    n++;

  return n;
}

/* The drop-downs offer what the kind knows. */
static void
update_options (AtlasChartsView *self)
{
  const AtlasCatalogueEntry *entry = get_entry (self);
  guint option, i;

  self->updating = TRUE;
  for (option = 0; option < ATLAS_N_OPTIONS; option++)
    {
      g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
      guint n = count_choices (entry, option), chosen = 0;

      for (i = 0; i < n; i++)
        {
          gtk_string_list_append (labels, _ (entry->choices[option][i].label));
          if (entry->choices[option][i].value
              == atlas_option_get (get_options (self), option))
            chosen = i;
        }
      gtk_drop_down_set_model (self->option_drops[option],
                               G_LIST_MODEL (labels));
      gtk_drop_down_set_selected (self->option_drops[option], chosen);
      gtk_widget_set_visible (GTK_WIDGET (self->option_drops[option]), n > 0);
    }
  gtk_drop_down_set_selected (self->kind_drop, self->entry);
  self->updating = FALSE;
}

static void
choose (AtlasChartsView *self, guint entry)
{
  GtkListBoxRow *row;

  if (entry >= atlas_chart_catalogue_get_n () || entry == self->entry)
    return;

  self->entry = entry;
  update_options (self);
  row = gtk_list_box_get_row_at_index (self->kind_list, (int) entry);
  gtk_list_box_select_row (self->kind_list, row);
  rebuild (self);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, AtlasChartsView *self)
{
  g_assert (ATLAS_IS_CHARTS_VIEW (self));

  if (row != NULL)
    choose (self, (guint) gtk_list_box_row_get_index (row));
}

static void
on_kind_dropped (AtlasChartsView *self)
{
  if (!self->updating)
    choose (self, gtk_drop_down_get_selected (self->kind_drop));
}

static void
on_cluster_dropped (AtlasChartsView *self)
{
  AtlasDocument *document;

  if (self->updating || self->session == NULL)
    return;

  document = gtk_drop_down_get_selected_item (self->cluster_drop);
  if (document != NULL)
    atlas_session_select (self->session, document);
}

/* The field begins with what stands above the chart. */
static void
on_title_shown (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  g_autofree char *title = NULL;
  g_autofree char *suggested = NULL;

  if (chart == NULL)
    return;

  title = atlas_chart_dup_title (chart);
  suggested = atlas_chart_dup_suggested_title (chart);
  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), title);
  gtk_entry_set_placeholder_text (self->title_entry, suggested);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
}

static void
on_title_entered (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->title_entry));
  g_autofree char *title = g_strstrip (g_strdup (text));
  g_autofree char *suggested = NULL;

  gtk_popover_popdown (self->title_popover);
  if (chart == NULL || self->title_key == NULL)
    return;

  /* The suggested title goes on to follow the figures. */
  suggested = atlas_chart_dup_suggested_title (chart);
  atlas_session_set_chart_title (self->session, self->title_key,
                                 g_str_equal (title, suggested) ? NULL : title);
}

static void
on_title_suggested (AtlasChartsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), "");
  on_title_entered (self);
}

static void
on_option_dropped (GtkDropDown *drop, GParamSpec *pspec, AtlasChartsView *self)
{
  const AtlasCatalogueEntry *entry;
  guint option, chosen;

  g_assert (ATLAS_IS_CHARTS_VIEW (self));

  if (self->updating)
    return;

  entry = get_entry (self);
  chosen = gtk_drop_down_get_selected (drop);
  for (option = 0; option < ATLAS_N_OPTIONS; option++)
    if (self->option_drops[option] == drop
        && chosen < count_choices (entry, option))
      atlas_option_set (get_options (self), option,
                        entry->choices[option][chosen].value);
  rebuild (self);
}

static void
on_mark_selected (AtlasChartView *view,
                  guint mark,
                  gboolean extend,
                  AtlasChartsView *self)
{
  AtlasChartLayout *layout = atlas_chart_view_get_layout (view);
  AtlasChart *chart = atlas_chart_view_get_chart (view);
  const AtlasMark *chosen;
  AtlasDocument *document;

  g_assert (ATLAS_IS_CHARTS_VIEW (self));

  if (layout == NULL || self->session == NULL)
    return;

  chosen = atlas_chart_layout_get_mark (layout, mark);
  if (chosen->profile < 0)
    return;

  document = atlas_session_find_document (
      self->session, atlas_chart_get_profile (chart, (guint) chosen->profile));
  if (document == NULL)
    return;

  if (extend)
    atlas_session_set_selected (
        self->session, document,
        !atlas_session_is_selected (self->session, document));
  else
    atlas_session_select (self->session, document);
}

/* --- the session -------------------------------------------------------- */

static void
on_selection_changed (AtlasChartsView *self)
{
  switch (get_entry (self)->subject)
    {
    case ATLAS_SUBJECT_CURRENT:
      rebuild (self);
      break;
    case ATLAS_SUBJECT_COMPARED:
      if (atlas_session_get_n_selected (self->session) >= 2)
        rebuild (self);
      else
        update_selected (self);
      break;
    case ATLAS_SUBJECT_VISIBLE:
    default:
      update_selected (self);
      break;
    }
}

static char *
get_cluster_name (AtlasDocument *document, gpointer user_data)
{
  const AtlasProfile *profile;

  if (document == NULL)
    return NULL;

  profile = atlas_document_get_profile (document);
  if (profile->cluster == NULL)
    return g_strdup (_ ("Name not given"));

  if (!atlas_number_is_given (&profile->edition))
    return g_strdup (profile->cluster);

  /* Translators: a cluster and the year of the edition */
  return g_strdup_printf (C_ ("cluster and edition", "%1$s (%2$d)"),
                          profile->cluster, (int) profile->edition.value);
}

static void
set_session (AtlasChartsView *self, AtlasSession *session)
{
  GtkExpression *expression;

  if (session == NULL)
    return;

  self->session = g_object_ref (session);
  expression = gtk_cclosure_expression_new (
      G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_cluster_name), NULL, NULL);
  self->updating = TRUE;
  gtk_drop_down_set_expression (self->cluster_drop, expression);
  gtk_drop_down_set_model (self->cluster_drop,
                           atlas_session_get_visible (session));
  self->updating = FALSE;
  gtk_expression_unref (expression);

  g_signal_connect_object (session, "visible-changed", G_CALLBACK (rebuild),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed",
                           G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "chart-titles-changed",
                           G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::aliases",
                           G_CALLBACK (on_aliases_changed), self,
                           G_CONNECT_SWAPPED);
}

/* --- widget ------------------------------------------------------------- */

static void
set_show_table (AtlasChartsView *self, gboolean show_table)
{
  if (self->show_table == show_table)
    return;

  self->show_table = show_table;
  update_table (self);
  update_page (self);
  g_object_notify (G_OBJECT (self), "show-table");
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (widget);

  gtk_widget_activate_action (GTK_WIDGET (self->chart_view), "chart.copy",
                              NULL);
}

static gboolean
apply_narrow (gpointer data)
{
  AtlasChartsView *self = data;

  self->narrow_idle = 0;
  gtk_widget_set_visible (self->sidebar, !self->narrow);
  gtk_widget_set_visible (self->separator, !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_drop), self->narrow);

  return G_SOURCE_REMOVE;
}

static void
atlas_charts_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL,
                      NULL);
  /* The list gives way in a narrow window; it is not to hold it open. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 340);
}

static void
atlas_charts_view_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (widget);
  gboolean narrow = width < NARROW;
  int least;

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      if (self->narrow_idle == 0)
        self->narrow_idle = g_idle_add (apply_narrow, self);
    }

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  gtk_widget_size_allocate (
      self->box, &(GtkAllocation){ 0, 0, MAX (width, least), height },
      baseline);
}

static void
atlas_charts_view_map (GtkWidget *widget)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (widget);

  GTK_WIDGET_CLASS (atlas_charts_view_parent_class)->map (widget);
  if (self->stale)
    rebuild (self);
}

static gboolean
atlas_charts_view_grab_focus (GtkWidget *widget)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (widget);

  return gtk_widget_grab_focus (self->show_table
                                    ? GTK_WIDGET (self->table_view)
                                    : GTK_WIDGET (self->chart_view));
}

static void
atlas_charts_view_get_property (GObject *object,
                                guint property_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, self->show_table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
atlas_charts_view_set_property (GObject *object,
                                guint property_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_SHOW_TABLE:
      set_show_table (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
atlas_charts_view_dispose (GObject *object)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (object);

  g_clear_handle_id (&self->narrow_idle, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  self->updating = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_charts_view_parent_class)->dispose (object);
}

static void
atlas_charts_view_finalize (GObject *object)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (object);

  g_ptr_array_unref (self->compared);
  g_free (self->title_key);

  G_OBJECT_CLASS (atlas_charts_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * AtlasChartsView:session:
   *
   * What is looked at.
   */
  g_object_class_install_property (
      object_class, PROP_SESSION,
      g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                               | G_PARAM_STATIC_STRINGS));
  /**
   * AtlasChartsView:show-table:
   *
   * Whether the figures are shown in place of the drawing.
   */
  g_object_class_install_property (
      object_class, PROP_SHOW_TABLE,
      g_param_spec_boolean ("show-table", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                | G_PARAM_STATIC_STRINGS));
}

static void
atlas_charts_view_class_init (AtlasChartsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_charts_view_get_property;
  object_class->set_property = atlas_charts_view_set_property;
  object_class->dispose = atlas_charts_view_dispose;
  object_class->finalize = atlas_charts_view_finalize;
  install_properties (object_class);

  widget_class->measure = atlas_charts_view_measure;
  widget_class->size_allocate = atlas_charts_view_size_allocate;
  widget_class->map = atlas_charts_view_map;
  widget_class->grab_focus = atlas_charts_view_grab_focus;

  g_type_ensure (ATLAS_TYPE_CHART_VIEW);
  g_type_ensure (ATLAS_TYPE_CHART_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-charts-view.ui");

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasChartsView, name)
  BIND (box);
  BIND (sidebar);
  BIND (separator);
  BIND (kind_list);
  BIND (kind_drop);
  BIND (cluster_drop);
  BIND (option_box);
  BIND (title_button);
  BIND (title_popover);
  BIND (title_entry);
  BIND (table_button);
  BIND (stack);
  BIND (clamp);
  BIND (chart_view);
  BIND (table_view);
  BIND (empty_page);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_dropped);
  gtk_widget_class_bind_template_callback (widget_class, on_cluster_dropped);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_title_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_title_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_title_suggested);

  gtk_widget_class_install_property_action (widget_class, "charts.show-table",
                                            "show-table");
  gtk_widget_class_install_action (widget_class, "charts.copy", NULL, on_copy);
}

static void
add_kind (AtlasChartsView *self, GtkStringList *titles, guint entry)
{
  const AtlasCatalogueEntry *kind = atlas_chart_catalogue_get (entry);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_ (kind->title));
  GtkWidget *description = gtk_label_new (_ (kind->description));

  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_label_set_xalign (GTK_LABEL (description), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (description), TRUE);
  gtk_widget_add_css_class (description, "caption");
  gtk_widget_add_css_class (description, "dim-label");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), description);
  gtk_list_box_append (self->kind_list, box);
  atlas_access_name_row (box, _ (kind->title));
  gtk_string_list_append (titles, _ (kind->title));
}

static void
add_options (AtlasChartsView *self)
{
  guint option;

  for (option = 0; option < ATLAS_N_OPTIONS; option++)
    {
      GtkWidget *drop = gtk_drop_down_new (NULL, NULL);
      const char *title = _ (atlas_option_get_title (option));

      gtk_widget_set_tooltip_text (drop, title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (drop),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      g_signal_connect (drop, "notify::selected",
                        G_CALLBACK (on_option_dropped), self);
      gtk_box_append (self->option_box, drop);
      self->option_drops[option] = GTK_DROP_DOWN (drop);
    }
}

static void
atlas_charts_view_init (AtlasChartsView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint i;

  self->compared =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->updating = TRUE;
  add_options (self);
  atlas_access_name_controls (GTK_WIDGET (self));
  for (i = 0; i < atlas_chart_catalogue_get_n (); i++)
    add_kind (self, titles, i);
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (titles));
  gtk_list_box_select_row (self->kind_list,
                           gtk_list_box_get_row_at_index (self->kind_list, 0));
  update_options (self);
  self->updating = FALSE;
}

/**
 * atlas_charts_view_new:
 * @session: what is looked at
 *
 * Returns: a new page of charts
 */
GtkWidget *
atlas_charts_view_new (AtlasSession *session)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  return g_object_new (ATLAS_TYPE_CHARTS_VIEW, "session", session, NULL);
}

/**
 * atlas_charts_view_get_session:
 * @self: a page of charts
 *
 * Returns: (transfer none): what is looked at
 */
AtlasSession *
atlas_charts_view_get_session (AtlasChartsView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), NULL);

  return self->session;
}

/**
 * atlas_charts_view_get_chart:
 * @self: a page of charts
 *
 * Returns: (transfer none) (nullable): the chart that is shown, to export or
 *   to print it
 */
AtlasChart *
atlas_charts_view_get_chart (AtlasChartsView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), NULL);

  return atlas_chart_view_get_chart (self->chart_view);
}

/**
 * atlas_charts_view_get_chart_view:
 * @self: a page of charts
 *
 * Returns: (transfer none): the view within it
 */
AtlasChartView *
atlas_charts_view_get_chart_view (AtlasChartsView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), NULL);

  return self->chart_view;
}

/**
 * atlas_charts_view_get_kind:
 * @self: a page of charts
 *
 * Returns: the kind that is chosen
 */
AtlasChartKind
atlas_charts_view_get_kind (AtlasChartsView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), ATLAS_CHART_SHARES);

  return get_entry (self)->kind;
}

/**
 * atlas_charts_view_set_kind:
 * @self: a page of charts
 * @kind: a kind of chart
 *
 * Chooses what to show.
 *
 * Returns: whether the page shows charts of this kind
 */
gboolean
atlas_charts_view_set_kind (AtlasChartsView *self, AtlasChartKind kind)
{
  guint i;

  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), FALSE);

  for (i = 0; i < atlas_chart_catalogue_get_n (); i++)
    if (atlas_chart_catalogue_get (i)->kind == kind)
      {
        choose (self, i);
        return TRUE;
      }

  return FALSE;
}

/**
 * atlas_charts_view_dup_state:
 * @self: a page of charts
 *
 * Returns: (transfer full): the chosen kind and all options, a vardict to be
 *   kept in a project file
 */
GVariant *
atlas_charts_view_dup_state (AtlasChartsView *self)
{
  GVariantDict state;
  guint i, option;

  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), NULL);

  g_variant_dict_init (&state, NULL);
  g_variant_dict_insert (&state, "kind", "s",
                         atlas_chart_kind_get_nick (get_entry (self)->kind));
  g_variant_dict_insert (&state, "table", "b", self->show_table);
  for (i = 0; i < atlas_chart_catalogue_get_n (); i++)
    {
      AtlasChartKind kind = atlas_chart_catalogue_get (i)->kind;

      for (option = 0; option < ATLAS_N_OPTIONS; option++)
        {
          int value = atlas_option_get (&self->options[kind], option);
          g_autofree char *key =
              g_strdup_printf ("%s.%s", atlas_chart_kind_get_nick (kind),
                               atlas_option_get_nick (option));

          if (value != 0)
            g_variant_dict_insert (&state, key, "i", value);
        }
    }

  return g_variant_ref_sink (g_variant_dict_end (&state));
}

/* Only what can be chosen is taken over. */
static void
restore_option (AtlasChartsView *self,
                GVariantDict *state,
                const AtlasCatalogueEntry *entry,
                guint option)
{
  g_autofree char *key =
      g_strdup_printf ("%s.%s", atlas_chart_kind_get_nick (entry->kind),
                       atlas_option_get_nick (option));
  int value = 0;
  guint i;

  g_variant_dict_lookup (state, key, "i", &value);
  for (i = 0; i < count_choices (entry, option); i++)
    if (entry->choices[option][i].value == value)
      atlas_option_set (&self->options[entry->kind], option, value);
}

/**
 * atlas_charts_view_restore_state:
 * @self: a page of charts
 * @state: what atlas_charts_view_dup_state() returned, or %NULL
 *
 * Goes back to a state. What is not known in it is left out.
 */
void
atlas_charts_view_restore_state (AtlasChartsView *self, GVariant *state)
{
  GVariantDict dict;
  AtlasChartKind kind;
  gboolean table = FALSE;
  const char *nick;
  guint i, option;

  g_return_if_fail (ATLAS_IS_CHARTS_VIEW (self));

  if (state == NULL || !g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT))
    return;

  g_variant_dict_init (&dict, state);
  for (i = 0; i < atlas_chart_catalogue_get_n (); i++)
    for (option = 0; option < ATLAS_N_OPTIONS; option++)
      restore_option (self, &dict, atlas_chart_catalogue_get (i), option);
  if (g_variant_dict_lookup (&dict, "kind", "&s", &nick)
      && atlas_chart_kind_from_nick (nick, &kind))
    atlas_charts_view_set_kind (self, kind);
  g_variant_dict_lookup (&dict, "table", "b", &table);
  set_show_table (self, table);
  g_variant_dict_clear (&dict);

  update_options (self);
  rebuild (self);
}
