/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-details-view-private.h"

/* How the profile stands among the open ones of its edition: what it leans to,
 * and whether the printed ranks fit the figures they should follow from. */

/* The score by intensity is shown in percent of the world for each million
 * inhabitants. */
#define PERCENT 100.0
#define PERCENT_PER_MILLION 100e6

/* The two orders that can be derived. */
typedef struct
{
  const char *title;
  const char *formula;
  double scale;
} Order;

static const Order orders[] = {
  { N_ ("Order by size"),
    N_ ("The cluster’s share of the PCT applications of the world plus its "
        "share of the scientific articles of the world, from the estimated "
        "totals of the cluster and the world totals in the preferences."),
    PERCENT },
  { N_ ("Order by intensity"),
    N_ ("The cluster’s share of the PCT applications of the world plus its "
        "share of the scientific articles of the world, for each inhabitant "
        "as estimated."),
    PERCENT_PER_MILLION },
};

static gboolean
get_standing (AtlasDetailsView *self, AtlasStanding *standing)
{
  AtlasStandings *standings = atlas_session_get_standings (self->session);

  return standings != NULL && self->document != NULL
         && atlas_standings_find (
             standings, atlas_document_get_profile (self->document), standing);
}

static GtkWidget *
begin_explanation (const char *heading, const char *formula)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box),
                  atlas_details_view_make_text (heading, "heading"));
  gtk_box_append (GTK_BOX (box),
                  atlas_details_view_make_text (formula, "body"));
  return box;
}

/* Takes @text. */
static void
add_text (GtkWidget *box, char *text, const char *css_class)
{
  gtk_box_append (GTK_BOX (box),
                  atlas_details_view_make_text (text, css_class));
  g_free (text);
}

static void
explain_specialisation (GtkMenuButton *button, gpointer user_data)
{
  AtlasDetailsView *self = ATLAS_DETAILS_VIEW (user_data);
  g_autofree char *own = NULL;
  g_autofree char *all = NULL;
  AtlasEstimates estimates;
  AtlasStanding standing;
  GtkWidget *box;

  if (!get_standing (self, &standing))
    return;

  atlas_estimates_compute (atlas_document_get_profile (self->document),
                           &estimates);
  own = atlas_format_interval (&self->format,
                               estimates.patents_per_1000_articles);
  all = atlas_format_interval (&self->format,
                               standing.set.patents_per_1000_articles);

  box = begin_explanation (
      _ ("Specialisation"),
      _ ("Patents per 1,000 articles of the cluster, divided by those of all "
         "open profiles of its edition together."));
  add_text (box,
            g_strdup_printf (_ ("Of the cluster: %s patents per 1,000 "
                                "articles, estimated"),
                             own),
            "body");
  add_text (box,
            g_strdup_printf (
                ngettext ("Of %u open profile: %s patents per 1,000 articles, "
                          "estimated",
                          "Of %u open profiles together: %s patents per 1,000 "
                          "articles, estimated",
                          standing.set.n_profiles),
                standing.set.n_profiles, all),
            "body");
  add_text (box,
            g_strdup (_ ("Above 1 the cluster leans to patents more than the "
                         "open profiles do, below 1 to articles.")),
            "dim-label");
  gtk_menu_button_set_popover (button,
                               atlas_details_view_wrap_explanation (box));
}

static char *
dup_verdict (const AtlasRankCheck *check, guint n)
{
  if (check->verdict == ATLAS_RANK_AGREES)
    return g_strdup_printf (
        /* Translators: %u are positions, such as 3 of 5. */
        _ ("Derived; the printed ranks put it at %u of %u, which agrees"),
        check->printed, n);

  return g_strdup_printf (
      _ ("Derived; the printed ranks put it at %u of %u, which contradicts"),
      check->printed, n);
}

static char *
dup_position (const AtlasRankCheck *check, guint n)
{
  if (check->best == check->worst)
    /* Translators: a position, such as 3 of 5. */
    return g_strdup_printf (C_ ("position", "≈ %u of %u"), check->best, n);

  /* Translators: positions from … to, such as 2–3 of 5. */
  return g_strdup_printf (C_ ("position", "≈ %u–%u of %u"), check->best,
                          check->worst, n);
}

static char *
dup_score (gboolean by_size, const char *score)
{
  /* Translators: an interval such as “≈ 0.6–0.7 %”. */
  return by_size ? g_strdup_printf (_ ("Sum of both shares: %s"), score)
                 : g_strdup_printf (
                     _ ("Sum of both shares for each million inhabitants: %s"),
                     score);
}

static void
explain_order (GtkMenuButton *button, gpointer user_data)
{
  AtlasDetailsView *self = ATLAS_DETAILS_VIEW (user_data);
  gboolean by_size =
      g_object_get_data (G_OBJECT (button), "atlas-by-size") != NULL;
  const Order *order = &orders[by_size ? 0 : 1];
  g_autofree char *score = NULL;
  g_autofree char *patents = NULL;
  g_autofree char *articles = NULL;
  const AtlasRankCheck *check;
  AtlasWorldTotals world;
  AtlasStanding standing;
  GtkWidget *box;

  if (!get_standing (self, &standing))
    return;

  check = by_size ? &standing.size : &standing.intensity;
  atlas_standings_get_world (atlas_session_get_standings (self->session),
                             &world);
  score = atlas_format_interval_percent (
      &self->format,
      atlas_interval_scale (check->score, order->scale, order->scale));
  patents = atlas_format_value (&self->format, world.total[ATLAS_PATENTS], 0);
  articles = atlas_format_value (&self->format, world.total[ATLAS_ARTICLES], 0);

  box = begin_explanation (_ (order->title), _ (order->formula));
  add_text (box,
            g_strdup_printf (_ ("World totals: %s PCT applications and %s "
                                "articles"),
                             patents, articles),
            "body");
  add_text (box, dup_score (by_size, score), "body");
  add_text (box,
            g_strdup (_ ("A check of the source, not a rank of its own: "
                         "positions count the open profiles of one edition, "
                         "not the world.")),
            "dim-label");
  gtk_menu_button_set_popover (button,
                               atlas_details_view_wrap_explanation (box));
}

static void
add_specialisation (AtlasDetailsView *self, const AtlasStanding *standing)
{
  g_autofree char *text =
      atlas_format_interval (&self->format, standing->specialisation);
  GtkWidget *row =
      atlas_details_view_make_row (self, _ ("Specialisation"), text, 0);

  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (row),
      _ ("Patents to articles, beside all that is open; above 1: patents"));
  atlas_details_view_add_how_computed (self, row, explain_specialisation);
  atlas_details_view_add_row (self, self->standing, row);
}

static void
add_order (AtlasDetailsView *self,
           const Order *order,
           const AtlasRankCheck *check,
           guint n)
{
  g_autofree char *position = NULL;
  g_autofree char *verdict = NULL;
  GtkWidget *row, *button;

  if (check->verdict == ATLAS_RANK_UNKNOWN)
    {
      position = g_strdup (C_ ("estimate", "n/a"));
      verdict = g_strdup (_ ("The figures or the printed rank are missing"));
    }
  else
    {
      position = dup_position (check, n);
      verdict = dup_verdict (check, n);
    }

  row = atlas_details_view_make_row (self, _ (order->title), position, 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), verdict);
  if (check->verdict == ATLAS_RANK_CONTRADICTS)
    gtk_widget_add_css_class (row, "warning");
  button = atlas_details_view_add_how_computed (self, row, explain_order);
  if (order == orders)
    g_object_set_data (G_OBJECT (button), "atlas-by-size", self);
  atlas_details_view_add_row (self, self->standing, row);
}

/* Without the totals of the world ranks cannot be derived. */
static void
add_missing_totals (AtlasDetailsView *self)
{
  GtkWidget *row =
      atlas_details_view_make_row (self, _ ("Check of the Ranks"), NULL, 0);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Set World Totals…"));

  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (row),
      _ ("Ranks by size and intensity can be derived once the totals of the "
         "world are set"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.preferences");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                      TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* The row names the button; the name of its own goes without underline. */
  atlas_access_name_controls (button);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      gtk_label_get_text (
          GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)))),
      -1);
  atlas_details_view_add_row (self, self->standing, row);
}

/**
 * atlas_details_view_fill_standing:
 * @self: a view
 *
 * Where the profile stands among the open ones, all of it derived. Nothing
 * while it is being worked out, and for a profile that is not counted because
 * another file tells of the same cluster and edition.
 */
void
atlas_details_view_fill_standing (AtlasDetailsView *self)
{
  AtlasWorldTotals world;
  AtlasStanding standing;

  atlas_details_view_remove_rows (self, self->standing);
  if (!get_standing (self, &standing))
    return;

  add_specialisation (self, &standing);

  atlas_standings_get_world (atlas_session_get_standings (self->session),
                             &world);
  if (!(world.total[ATLAS_PATENTS] > 0 && world.total[ATLAS_ARTICLES] > 0))
    {
      add_missing_totals (self);
      return;
    }

  add_order (self, &orders[0], &standing.size, standing.n_by_size);
  add_order (self, &orders[1], &standing.intensity, standing.n_by_intensity);
}
