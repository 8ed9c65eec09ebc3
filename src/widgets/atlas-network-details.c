/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-details.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-access.h"
#include "atlas-chart-network-words.h"

struct _AtlasNetworkDetails
{
  AdwBin parent_instance;

  GtkWidget *box;
  AtlasNetwork *network;
  GPtrArray *profiles;
};

G_DEFINE_FINAL_TYPE (AtlasNetworkDetails, atlas_network_details, ADW_TYPE_BIN)

/* More links than these are counted, not listed. */
#define MAX_ROWS 60

static void
clear (AtlasNetworkDetails *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* All texts are data: a label never reads them as markup. */
static GtkWidget *
add_label (AtlasNetworkDetails *self, const char *text, const char *css_class)
{
  g_autofree char *directed = atlas_access_dup_directed (text);
  GtkWidget *label = gtk_label_new (directed);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);

  return label;
}

static const AtlasPlace *
get_place (AtlasNetworkDetails *self, guint index)
{
  gsize n_places;

  return &atlas_network_get_places (self->network, &n_places)[index];
}

static const AtlasProfile *
get_profile (AtlasNetworkDetails *self, gssize index)
{
  if (self->profiles == NULL || index < 0
      || index >= (gssize) self->profiles->len)
    return NULL;

  return g_ptr_array_index (self->profiles, (guint) index);
}

/* --- rows --------------------------------------------------------------- */

static void
on_place_clicked (GtkButton *button, gpointer user_data)
{
  AtlasNetworkDetails *self = ATLAS_NETWORK_DETAILS (user_data);
  guint place =
      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "atlas-place"));

  g_signal_emit_by_name (self, "place-chosen", place);
}

/* A button that shows the line of the source. */
static GtkWidget *
create_source_button (AtlasNetworkDetails *self,
                      gssize profile_index,
                      guint32 line)
{
  const AtlasProfile *profile = get_profile (self, profile_index);
  g_autofree char *text = NULL;
  g_autofree char *tip = NULL;
  GtkWidget *button;

  if (profile == NULL || profile->source == NULL || line == 0)
    return NULL;

  /* Translators: line 44 of a file. */
  text = g_strdup_printf (_ ("line %u"), line);
  tip = g_strdup_printf (_ ("Show line %u of %s"), line, profile->source);
  button = gtk_button_new_with_label (text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-source");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(su)",
                                    profile->source, line);

  return button;
}

/* One place with what is said of it, and where that stands. */
static void
add_place_row (AtlasNetworkDetails *self,
               guint place,
               const char *note,
               gssize profile,
               guint32 line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *name = gtk_label_new (get_place (self, place)->label);
  GtkWidget *dim = gtk_label_new (note);
  GtkWidget *source = create_source_button (self, profile, line);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, get_place (self, place)->label);
  g_object_set_data (G_OBJECT (button), "atlas-place",
                     GUINT_TO_POINTER (place));
  g_signal_connect (button, "clicked", G_CALLBACK (on_place_clicked), self);
  gtk_widget_add_css_class (dim, "dim-label");
  gtk_widget_add_css_class (dim, "caption");
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (row), dim);
  if (source != NULL)
    gtk_box_append (GTK_BOX (row), source);
  atlas_access_name_controls (row);
  gtk_box_append (GTK_BOX (self->box), row);
}

static const char *
get_note (const AtlasLink *link)
{
  static const char *const notes[ATLAS_N_KINDS][3] = {
    [ATLAS_PATENTS] = { N_ ("patents, first"), N_ ("patents, second"),
                        N_ ("patents, third") },
    [ATLAS_ARTICLES] = { N_ ("articles, first"), N_ ("articles, second"),
                         N_ ("articles, third") },
  };

  return _ (notes[link->kind][CLAMP (link->order, 1, 3) - 1]);
}

static void
add_more (AtlasNetworkDetails *self, gsize n_all)
{
  g_autofree char *text = NULL;
  guint more = (guint) (n_all > MAX_ROWS ? n_all - MAX_ROWS : 0);

  if (more == 0)
    return;
  text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);
  add_label (self, text, "dim-label");
}

static void
add_names (AtlasNetworkDetails *self, guint place)
{
  const AtlasLink *links;
  gsize n_links;

  links = atlas_network_get_out_links (self->network, place, &n_links);
  if (n_links == 0)
    return;
  add_label (self, _ ("Names"), "heading");
  for (gsize i = 0; i < n_links && i < MAX_ROWS; i++)
    add_place_row (self, links[i].target, get_note (&links[i]),
                   (gssize) links[i].profile, links[i].line);
  add_more (self, n_links);
}

static void
add_named_by (AtlasNetworkDetails *self, guint place)
{
  const AtlasLink *links;
  const guint32 *indices;
  gsize n_links;
  gsize n_all;

  indices = atlas_network_get_in_links (self->network, place, &n_links);
  if (n_links == 0)
    return;
  links = atlas_network_get_links (self->network, &n_all);
  add_label (self, _ ("Named by"), "heading");
  for (gsize i = 0; i < n_links && i < MAX_ROWS; i++)
    {
      const AtlasLink *link = &links[indices[i]];

      add_place_row (self, link->source, get_note (link),
                     (gssize) link->profile, link->line);
    }
  add_more (self, n_links);
}

/* --- figures ------------------------------------------------------------ */

static void
add_figure (GtkGrid *grid, int row, const char *title, const char *value)
{
  GtkWidget *left = gtk_label_new (title);
  GtkWidget *right = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_add_css_class (left, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (right), 1);
  gtk_widget_add_css_class (right, "numeric");
  gtk_grid_attach (grid, left, 0, row, 1, 1);
  gtk_grid_attach (grid, right, 1, row, 1, 1);
}

static char *
dup_value (double value, double factor, guint decimals, gboolean percent)
{
  AtlasFormat format;

  if (isnan (value))
    return g_strdup (_ ("n/a"));
  atlas_format_init_for_locale (&format);
  if (percent)
    return atlas_format_percent (&format, value * factor, decimals);

  return atlas_format_value (&format, value * factor, decimals);
}

static void
add_figures (AtlasNetworkDetails *self, const AtlasPlace *place)
{
  const struct
  {
    const char *title;
    double value;
    double factor;
    guint decimals;
    gboolean percent;
  } figures[] = {
    { _ ("Places linked with"), place->degree, 1, 0, FALSE },
    { _ ("Betweenness"), place->betweenness, 1, 1, FALSE },
    { _ ("Betweenness, directed"), place->betweenness_directed, 1, 1, FALSE },
    { _ ("PageRank"), place->page_rank, 1, 3, FALSE },
    { _ ("Borda points"), place->borda, 1, 0, FALSE },
    { _ ("Links answered"), place->reciprocity, 100, 0, TRUE },
    { _ ("Links across borders"), place->cross_border, 100, 0, TRUE },
    { _ ("Participation"), place->participation, 1, 2, FALSE },
    { _ ("Patent and article partners alike"), place->jaccard, 1, 2, FALSE },
    { _ ("Community"), place->community + 1, 1, 0, FALSE },
  };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *value =
          dup_value (figures[i].value, figures[i].factor, figures[i].decimals,
                     figures[i].percent);

      add_figure (GTK_GRID (grid), (int) i, figures[i].title, value);
    }
  gtk_box_append (GTK_BOX (self->box), grid);
}

static GtkWidget *
create_action_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
add_place_actions (AtlasNetworkDetails *self, const AtlasPlace *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box),
                  create_action_button (_ ("Surroundings"),
                                        "network.surroundings(uint32 1)"));
  gtk_box_append (GTK_BOX (box),
                  create_action_button (_ ("Two Links Away"),
                                        "network.surroundings(uint32 2)"));
  if (place->pinned)
    gtk_box_append (GTK_BOX (box),
                    create_action_button (_ ("Release"), "network.release"));
  gtk_box_append (GTK_BOX (self->box), box);
}

/* --- public ------------------------------------------------------------- */

static void
atlas_network_details_dispose (GObject *object)
{
  AtlasNetworkDetails *self = ATLAS_NETWORK_DETAILS (object);

  g_clear_pointer (&self->network, atlas_network_unref);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_network_details_parent_class)->dispose (object);
}

static void
atlas_network_details_class_init (AtlasNetworkDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_network_details_dispose;
  g_signal_new ("place-chosen", ATLAS_TYPE_NETWORK_DETAILS, G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "network-details");
}

static void
atlas_network_details_init (AtlasNetworkDetails *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  atlas_network_details_show_nothing (self, 0);
}

/**
 * atlas_network_details_new:
 *
 * Returns: details of nothing yet
 */
GtkWidget *
atlas_network_details_new (void)
{
  return g_object_new (ATLAS_TYPE_NETWORK_DETAILS, NULL);
}

/**
 * atlas_network_details_set_network:
 * @self: details
 * @network: (nullable): the network shown
 * @profiles: (nullable) (element-type AtlasProfile): what it was built from,
 *   in the order of its profile indices
 */
void
atlas_network_details_set_network (AtlasNetworkDetails *self,
                                   AtlasNetwork *network,
                                   GPtrArray *profiles)
{
  g_return_if_fail (ATLAS_IS_NETWORK_DETAILS (self));

  if (network != NULL)
    atlas_network_ref (network);
  g_clear_pointer (&self->network, atlas_network_unref);
  self->network = network;
  if (profiles != NULL)
    g_ptr_array_ref (profiles);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  self->profiles = profiles;
}

/**
 * atlas_network_details_show_nothing:
 * @self: details
 * @n_selected: how many places are selected: none, or several
 *
 * Says what can be done.
 */
void
atlas_network_details_show_nothing (AtlasNetworkDetails *self, guint n_selected)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ATLAS_IS_NETWORK_DETAILS (self));

  clear (self);
  if (n_selected < 2)
    {
      add_label (self, _ ("Select a place or a link to see what is known."),
                 "dim-label");
      return;
    }
  text = g_strdup_printf (
      ngettext ("%u place selected", "%u places selected", n_selected),
      n_selected);
  add_label (self, text, "title-4");
  if (n_selected == 2)
    gtk_box_append (
        GTK_BOX (self->box),
        create_action_button (_ ("Show Shortest Path"), "network.path"));
}

/**
 * atlas_network_details_show_place:
 * @self: details
 * @place: index of a place of its network
 */
void
atlas_network_details_show_place (AtlasNetworkDetails *self, guint place)
{
  g_autofree char *sentence = NULL;
  AtlasFormat format;
  const AtlasPlace *p;

  g_return_if_fail (ATLAS_IS_NETWORK_DETAILS (self));
  g_return_if_fail (self->network != NULL);

  p = get_place (self, place);
  clear (self);
  add_label (self, p->label, "title-4");
  atlas_format_init_for_locale (&format);
  sentence = atlas_network_dup_place_sentence (self->network, place, &format);
  add_label (self, sentence, NULL);
  add_place_actions (self, p);
  add_names (self, place);
  add_named_by (self, place);
  add_label (self, _ ("Measures"), "heading");
  add_figures (self, p);
}

/**
 * atlas_network_details_show_link:
 * @self: details
 * @link: index of a link of its network
 */
void
atlas_network_details_show_link (AtlasNetworkDetails *self, guint link)
{
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  AtlasFormat format;
  const AtlasLink *l;
  gsize n_links;

  g_return_if_fail (ATLAS_IS_NETWORK_DETAILS (self));
  g_return_if_fail (self->network != NULL);

  l = &atlas_network_get_links (self->network, &n_links)[link];
  clear (self);
  /* Translators: a link from one place to another. */
  title = g_strdup_printf (_ ("%s → %s"), get_place (self, l->source)->label,
                           get_place (self, l->target)->label);
  add_label (self, title, "title-4");
  atlas_format_init_for_locale (&format);
  sentence = atlas_network_dup_link_sentence (self->network, link, &format);
  add_label (self, sentence, NULL);
  add_label (self, _ ("Places"), "heading");
  add_place_row (self, l->source, C_ ("link", "names the other"),
                 (gssize) l->profile, l->line);
  add_place_row (self, l->target, C_ ("link", "is named"), -1, 0);
}
