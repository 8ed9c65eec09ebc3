/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-filter-box.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "atlas-access.h"

struct _AtlasNetworkFilterBox
{
  AdwBin parent_instance;

  GtkCheckButton *patents;
  GtkCheckButton *articles;
  GtkDropDown *order;
  GtkDropDown *edition;
  GtkDropDown *economy;
  GtkDropDown *community;
  GtkCheckButton *loaded_only;
  GtkSpinButton *at_least;

  GArray *editions;
  GPtrArray *economies;
  guint n_communities;
  GVariant *wanted; /* choices of a project whose places are not there yet */
  guint latest;     /* position of the latest edition, chosen unasked */
  gboolean edition_set; /* somebody chose an edition, or all */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AtlasNetworkFilterBox,
                     atlas_network_filter_box,
                     ADW_TYPE_BIN)

static void
on_changed (AtlasNetworkFilterBox *self)
{
  if (self->filling)
    return;
  g_clear_pointer (&self->wanted, g_variant_unref);
  if (gtk_drop_down_get_selected (self->edition) != self->latest)
    self->edition_set = TRUE;
  g_signal_emit_by_name (self, "changed");
}

/* One of the two kinds is always shown. */
static void
on_kind_toggled (AtlasNetworkFilterBox *self, GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (self->patents)
      && !gtk_check_button_get_active (self->articles))
    {
      gtk_check_button_set_active (
          button == self->patents ? self->articles : self->patents, TRUE);
      return;
    }
  on_changed (self);
}

static void
on_reset (AtlasNetworkFilterBox *self)
{
  atlas_network_filter_box_reset (self);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Fills a drop-down and keeps what was chosen, where it is still there. */
static void
fill (GtkDropDown *drop_down, const char *all, GPtrArray *names)
{
  g_autofree char *chosen = NULL;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkStringObject *object = gtk_drop_down_get_selected_item (drop_down);
  guint selected = 0;

  if (object != NULL && gtk_drop_down_get_selected (drop_down) > 0)
    chosen = g_strdup (gtk_string_object_get_string (object));
  gtk_string_list_append (list, all);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      gtk_string_list_append (list, name);
      if (g_strcmp0 (name, chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, selected);
}

static void
fill_editions (AtlasNetworkFilterBox *self, AtlasNetwork *network)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const guint *editions = NULL;
  gsize n_editions = 0;

  if (network != NULL)
    editions = atlas_network_get_editions (network, &n_editions);
  g_array_set_size (self->editions, 0);
  for (gsize i = 0; i < n_editions; i++)
    if (editions[i] != 0)
      {
        g_array_append_val (self->editions, editions[i]);
        g_ptr_array_add (names, g_strdup_printf ("%u", editions[i]));
      }
  fill (self->edition, _ ("All Editions"), names);
  /* Editions are never mixed unasked: the latest is shown at first, and while
   * files are read, the latest one so far. */
  self->latest = 0;
  if (!self->edition_set && self->editions->len > 1)
    {
      guint latest = 0;

      for (guint i = 1; i < self->editions->len; i++)
        if (g_array_index (self->editions, guint, i)
            > g_array_index (self->editions, guint, latest))
          latest = i;
      self->latest = latest + 1;
      gtk_drop_down_set_selected (self->edition, self->latest);
    }
}

static void
fill_economies (AtlasNetworkFilterBox *self, AtlasNetwork *network)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  const AtlasPlace *places = NULL;
  gsize n_places = 0;

  if (network != NULL)
    places = atlas_network_get_places (network, &n_places);
  g_ptr_array_set_size (self->economies, 0);
  self->n_communities = 0;
  for (gsize i = 0; i < n_places; i++)
    {
      self->n_communities = MAX (self->n_communities, places[i].community + 1);
      if (places[i].economy != NULL
          && g_hash_table_add (known, (gpointer) places[i].economy))
        g_ptr_array_add (self->economies, g_strdup (places[i].economy));
    }
  g_ptr_array_sort (self->economies, compare_strings);
  fill (self->economy, _ ("All Economies"), self->economies);
}

static void
fill_communities (AtlasNetworkFilterBox *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n_communities; i++)
    g_ptr_array_add (names, g_strdup_printf (_ ("Community %u"), i + 1));
  fill (self->community, _ ("All Communities"), names);
}

static void
atlas_network_filter_box_finalize (GObject *object)
{
  AtlasNetworkFilterBox *self = ATLAS_NETWORK_FILTER_BOX (object);

  g_array_unref (self->editions);
  g_ptr_array_unref (self->economies);
  g_clear_pointer (&self->wanted, g_variant_unref);

  G_OBJECT_CLASS (atlas_network_filter_box_parent_class)->finalize (object);
}

static void
atlas_network_filter_box_class_init (AtlasNetworkFilterBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_network_filter_box_finalize;
  g_signal_new ("changed", ATLAS_TYPE_NETWORK_FILTER_BOX, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-network-filter-box.ui");
#define BIND(name)                                                           \
  gtk_widget_class_bind_template_child (widget_class, AtlasNetworkFilterBox, \
                                        name)
  BIND (patents);
  BIND (articles);
  BIND (order);
  BIND (edition);
  BIND (economy);
  BIND (community);
  BIND (loaded_only);
  BIND (at_least);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
}

static void
atlas_network_filter_box_init (AtlasNetworkFilterBox *self)
{
  self->editions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->economies = g_ptr_array_new_with_free_func (g_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  self->filling = FALSE;
}

/* Chooses what a project asks for as far as the network has it by now. */
static void
choose_wanted (AtlasNetworkFilterBox *self)
{
  const char *economy = NULL;
  guint edition = 0, community = 0;

  if (g_variant_lookup (self->wanted, "edition", "u", &edition))
    for (guint i = 0; i < self->editions->len; i++)
      if (g_array_index (self->editions, guint, i) == edition)
        gtk_drop_down_set_selected (self->edition, i + 1);
  if (edition == 0)
    gtk_drop_down_set_selected (self->edition, 0);

  if (g_variant_lookup (self->wanted, "economy", "&s", &economy))
    for (guint i = 0; i < self->economies->len; i++)
      if (g_str_equal (g_ptr_array_index (self->economies, i), economy))
        gtk_drop_down_set_selected (self->economy, i + 1);

  if (g_variant_lookup (self->wanted, "community", "u", &community)
      && community <= self->n_communities)
    gtk_drop_down_set_selected (self->community, community);
}

/**
 * atlas_network_filter_box_set_network:
 * @self: a filter box
 * @network: (nullable): the whole network
 *
 * Offers what the network has. What was chosen stays where it is still there.
 */
void
atlas_network_filter_box_set_network (AtlasNetworkFilterBox *self,
                                      AtlasNetwork *network)
{
  g_return_if_fail (ATLAS_IS_NETWORK_FILTER_BOX (self));

  self->filling = TRUE;
  fill_editions (self, network);
  fill_economies (self, network);
  fill_communities (self);
  if (self->wanted != NULL)
    choose_wanted (self);
  self->filling = FALSE;
}

static guint
get_kinds (AtlasNetworkFilterBox *self)
{
  gboolean patents = gtk_check_button_get_active (self->patents);
  gboolean articles = gtk_check_button_get_active (self->articles);

  if (patents && articles)
    return 0;
  return patents ? 1u << ATLAS_PATENTS : 1u << ATLAS_ARTICLES;
}

static guint
get_choice (GtkDropDown *drop_down, guint n_choices)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected != GTK_INVALID_LIST_POSITION && selected <= n_choices
             ? selected
             : 0;
}

/**
 * atlas_network_filter_box_get_filter:
 * @self: a filter box
 * @filter: (out): what is to be shown; its strings live until the box changes
 */
void
atlas_network_filter_box_get_filter (AtlasNetworkFilterBox *self,
                                     AtlasNetworkFilter *filter)
{
  static const guint max_orders[] = { 0, 1, 2 };
  guint choice;

  g_return_if_fail (ATLAS_IS_NETWORK_FILTER_BOX (self));

  *filter = (AtlasNetworkFilter) ATLAS_NETWORK_FILTER_INIT;
  filter->kinds = get_kinds (self);
  filter->max_order = max_orders[get_choice (self->order, 2)];
  choice = get_choice (self->edition, self->editions->len);
  if (choice > 0)
    filter->edition = g_array_index (self->editions, guint, choice - 1);
  choice = get_choice (self->economy, self->economies->len);
  if (choice > 0)
    filter->economy = g_ptr_array_index (self->economies, choice - 1);
  filter->community =
      (gint) get_choice (self->community, self->n_communities) - 1;
  filter->loaded_only = gtk_check_button_get_active (self->loaded_only);
  filter->at_least = (guint) gtk_spin_button_get_value_as_int (self->at_least);
}

/**
 * atlas_network_filter_box_get_n_active:
 * @self: a filter box
 *
 * Returns: how many filters leave something out
 */
guint
atlas_network_filter_box_get_n_active (AtlasNetworkFilterBox *self)
{
  AtlasNetworkFilter filter;

  g_return_val_if_fail (ATLAS_IS_NETWORK_FILTER_BOX (self), 0);

  atlas_network_filter_box_get_filter (self, &filter);

  return (filter.kinds != 0) + (filter.max_order != 0) + (filter.edition != 0)
         + (filter.economy != NULL) + (filter.community >= 0)
         + (filter.loaded_only != FALSE) + (filter.at_least > 0);
}

/**
 * atlas_network_filter_box_reset:
 * @self: a filter box
 *
 * Takes all filters away.
 */
void
atlas_network_filter_box_reset (AtlasNetworkFilterBox *self)
{
  g_return_if_fail (ATLAS_IS_NETWORK_FILTER_BOX (self));

  self->filling = TRUE;
  gtk_check_button_set_active (self->patents, TRUE);
  gtk_check_button_set_active (self->articles, TRUE);
  gtk_check_button_set_active (self->loaded_only, FALSE);
  gtk_drop_down_set_selected (self->order, 0);
  gtk_drop_down_set_selected (self->edition, 0);
  gtk_drop_down_set_selected (self->economy, 0);
  gtk_drop_down_set_selected (self->community, 0);
  gtk_spin_button_set_value (self->at_least, 0);
  self->filling = FALSE;
  on_changed (self);
}

/**
 * atlas_network_filter_box_dup_state:
 * @self: a filter box
 *
 * What is chosen, for project files. Choices that wait for their places count
 * as chosen.
 *
 * Returns: (transfer floating): a variant of type a{sv}
 */
GVariant *
atlas_network_filter_box_dup_state (AtlasNetworkFilterBox *self)
{
  AtlasNetworkFilter filter;
  GVariantDict state;
  guint community;

  g_return_val_if_fail (ATLAS_IS_NETWORK_FILTER_BOX (self), NULL);

  atlas_network_filter_box_get_filter (self, &filter);
  community = (guint) (filter.community + 1);
  if (self->wanted != NULL)
    {
      g_variant_lookup (self->wanted, "edition", "u", &filter.edition);
      g_variant_lookup (self->wanted, "community", "u", &community);
      g_variant_lookup (self->wanted, "economy", "&s", &filter.economy);
    }

  g_variant_dict_init (&state, NULL);
  g_variant_dict_insert (&state, "kinds", "u", filter.kinds);
  g_variant_dict_insert (&state, "max-order", "u", filter.max_order);
  g_variant_dict_insert (&state, "loaded-only", "b", filter.loaded_only);
  g_variant_dict_insert (&state, "at-least", "u", filter.at_least);
  g_variant_dict_insert (&state, "edition", "u", filter.edition);
  g_variant_dict_insert (&state, "community", "u", community);
  if (filter.economy != NULL)
    g_variant_dict_insert (&state, "economy", "s", filter.economy);

  return g_variant_dict_end (&state);
}

/**
 * atlas_network_filter_box_restore_state:
 * @self: a filter box
 * @state: what atlas_network_filter_box_dup_state() made
 *
 * Chooses again. An edition, an economy or a community that the network does
 * not have is chosen as soon as it does, until the user chooses.
 */
void
atlas_network_filter_box_restore_state (AtlasNetworkFilterBox *self,
                                        GVariant *state)
{
  guint kinds = 0, max_order = 0, at_least = 0;
  gboolean loaded_only = FALSE;

  g_return_if_fail (ATLAS_IS_NETWORK_FILTER_BOX (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  g_variant_lookup (state, "kinds", "u", &kinds);
  g_variant_lookup (state, "max-order", "u", &max_order);
  g_variant_lookup (state, "at-least", "u", &at_least);
  g_variant_lookup (state, "loaded-only", "b", &loaded_only);

  self->filling = TRUE;
  gtk_check_button_set_active (self->patents, kinds != 1u << ATLAS_ARTICLES);
  gtk_check_button_set_active (self->articles, kinds != 1u << ATLAS_PATENTS);
  gtk_check_button_set_active (self->loaded_only, loaded_only);
  gtk_drop_down_set_selected (self->order, max_order <= 2 ? max_order : 0);
  gtk_spin_button_set_value (self->at_least, at_least);
  gtk_drop_down_set_selected (self->economy, 0);
  gtk_drop_down_set_selected (self->community, 0);
  g_clear_pointer (&self->wanted, g_variant_unref);
  self->wanted = g_variant_ref_sink (state);
  self->edition_set = TRUE;
  choose_wanted (self);
  self->filling = FALSE;
  g_signal_emit_by_name (self, "changed");
}
