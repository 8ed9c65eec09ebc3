/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "../find-widget.h"
#include "atlas-profiles-view.h"
#include "window-fixture.h"

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  GtkWidget *child;

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget)
      && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;

  return FALSE;
}

static void
test_samples (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_open (fixture);
  g_assert_true (atlas_window_is_empty (fixture->window));

  window_fixture_open_samples (fixture);
  g_assert_false (atlas_window_is_empty (fixture->window));
  g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, 5);
  g_assert_cmpuint (atlas_session_get_n_errors (fixture->session), ==, 0);
  g_assert_cmpuint (atlas_session_get_n_warnings (fixture->session), ==, 0);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   "samples");

  /* The figures of the first one are shown at once. */
  WAIT_UNTIL (atlas_session_get_n_selected (fixture->session) == 1);
  g_assert_cmpstr (
      atlas_document_get_profile (atlas_session_get_current (fixture->session))
          ->cluster,
      ==, "Beijing");

  window_fixture_close (fixture);
}

static void
test_search (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  GtkWidget *bar;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);

  window_fixture_activate (fixture, "win.find");
  bar = find_type_name (GTK_WIDGET (fixture->window), "GtkSearchBar");
  entry = find_type_name (bar, "GtkSearchEntry");
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));

  gtk_editable_set_text (GTK_EDITABLE (entry), "ZHENGZHOU");
  WAIT_UNTIL (
      g_strcmp0 (atlas_session_get_search (fixture->session), "ZHENGZHOU")
      == 0);
  WAIT_UNTIL (window_fixture_get_n_visible (fixture) == 1);
  WAIT_UNTIL (shows_text (bar, "1 hit"));

  /* The count is that of the table that is shown. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "dalian");
  WAIT_UNTIL (shows_text (bar, "1 hit"));
  atlas_profiles_view_set_kind (
      ATLAS_PROFILES_VIEW (
          find_type_name (GTK_WIDGET (fixture->window), "AtlasProfilesView")),
      ATLAS_TABLE_APPLICANTS);
  WAIT_UNTIL (shows_text (bar, "3 hits"));
  window_fixture_activate (fixture, "win.view::charts");
  WAIT_UNTIL (shows_text (bar, "1 hit"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "called by no name");
  WAIT_UNTIL (shows_text (bar, "No Results"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  WAIT_UNTIL (window_fixture_get_n_visible (fixture) == 5);
  g_assert_false (shows_text (bar, "No Results"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "dalian");
  WAIT_UNTIL (shows_text (bar, "1 hit"));

  /* A search that nobody sees leaves no row out. */
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), FALSE);
  WAIT_UNTIL (window_fixture_get_n_visible (fixture) == 5);

  window_fixture_close (fixture);
}

/* Charts and network have no footer of rows, and still say what they leave out,
 * with the filters that do so. */
static void
test_hidden (WindowFixture *fixture, gconstpointer data)
{
  const char *const words[] = { "Dalian", NULL };
  g_autoptr (AtlasFilter) filter =
      atlas_filter_new_words (ATLAS_FILTER_NAMES, words);
  GtkWidget *window, *bar, *chip;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);
  window = GTK_WIDGET (fixture->window);
  window_fixture_activate (fixture, "win.view::charts");
  bar = find_type_name (window, "AtlasHiddenBar");
  g_assert_nonnull (bar);
  g_assert_false (gtk_widget_get_mapped (bar));

  atlas_session_add_filter (fixture->session, filter);
  WAIT_UNTIL (gtk_widget_get_mapped (bar));
  g_assert_true (shows_text (bar, "4 of 5 profiles hidden"));
  window_fixture_activate (fixture, "win.view::network");
  g_assert_true (gtk_widget_get_mapped (bar));
  window_fixture_activate (fixture, "win.view::profiles");
  g_assert_false (gtk_widget_get_mapped (bar));
  window_fixture_activate (fixture, "win.view::charts");

  /* A search hides as well, one on top of the other. */
  atlas_session_set_search (fixture->session, "called by no name");
  WAIT_UNTIL (shows_text (bar, "5 of 5 profiles hidden"));
  atlas_session_set_search (fixture->session, "");
  WAIT_UNTIL (shows_text (bar, "4 of 5 profiles hidden"));

  chip = find_type_name (find_type_name (bar, "AtlasFilterBar"), "GtkButton");
  g_assert_nonnull (chip);
  g_signal_emit_by_name (chip, "clicked");
  WAIT_UNTIL (!gtk_widget_get_mapped (bar));
  g_assert_cmpuint (window_fixture_get_n_visible (fixture), ==, 5);

  window_fixture_close (fixture);
}

static void
test_views (WindowFixture *fixture, gconstpointer data)
{
  static const char *const views[] = { "charts", "network", "problems",
                                       "profiles" };
  AdwViewStack *stack;
  gsize i;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);

  stack = ADW_VIEW_STACK (
      find_type_name (GTK_WIDGET (fixture->window), "AdwViewStack"));
  for (i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.view::%s", views[i]);

      window_fixture_activate (fixture, action);
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==,
                       views[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
      g_assert_true (
          gtk_widget_get_mapped (adw_view_stack_get_visible_child (stack)));
    }

  window_fixture_close (fixture);
}

static void
test_select (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDocument) document = NULL;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);

  document =
      g_list_model_get_item (atlas_session_get_visible (fixture->session), 2);
  atlas_session_select (fixture->session, document);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (atlas_session_get_current (fixture->session) == document);

  window_fixture_close (fixture);
}

static void
test_undo (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDocument) document = NULL;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);
  g_assert_false (window_fixture_is_enabled (fixture, "undo"));
  g_assert_false (window_fixture_is_enabled (fixture, "redo"));

  document =
      g_list_model_get_item (atlas_session_get_visible (fixture->session), 0);
  atlas_session_hide_documents (fixture->session, &document, 1);
  WAIT_UNTIL (window_fixture_get_n_visible (fixture) == 4);
  g_assert_true (window_fixture_is_enabled (fixture, "undo"));

  window_fixture_activate (fixture, "win.undo");
  WAIT_UNTIL (window_fixture_get_n_visible (fixture) == 5);
  g_assert_false (window_fixture_is_enabled (fixture, "undo"));
  g_assert_true (window_fixture_is_enabled (fixture, "redo"));

  window_fixture_activate (fixture, "win.redo");
  WAIT_UNTIL (window_fixture_get_n_visible (fixture) == 4);
  window_fixture_activate (fixture, "win.undo");
  WAIT_UNTIL (window_fixture_get_n_visible (fixture) == 5);

  window_fixture_close (fixture);
}

/* F6 goes round all panes and comes back. */
static void
test_panes (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *first;
  GtkWidget *focus;
  guint n = 0;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);

  window_fixture_activate (fixture, "win.next-pane");
  first = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (first);
  do
    {
      window_fixture_activate (fixture, "win.next-pane");
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_nonnull (focus);
      n++;
    }
  while (focus != first && n < 20);
  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (n, <, 20);

  window_fixture_close (fixture);
}

static int
get_minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);

  return minimum;
}

/* Nothing in the window needs more than a narrow screen has. */
static void
test_narrow (WindowFixture *fixture, gconstpointer data)
{
  static const char *const views[] = { "profiles", "charts", "network",
                                       "problems" };
  GtkWidget *window;
  gsize i;

  window_fixture_open (fixture);
  window = GTK_WIDGET (fixture->window);
  RESIZE_UNTIL (window, 360, 640, gtk_widget_get_width (window) < 400);

  window_fixture_open_samples (fixture);
  for (i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.view::%s", views[i]);

      window_fixture_activate (fixture, action);
      /* Without a compositor the edges take ten pixels more. */
      WAIT_UNTIL (get_minimum_width (window) <= 370);
    }

  /* And back again. */
  RESIZE_UNTIL (window, 1100, 640, gtk_widget_get_width (window) > 1000);
  g_assert_false (adw_view_switcher_bar_get_reveal (
      ADW_VIEW_SWITCHER_BAR (find_type_name (window, "AdwViewSwitcherBar"))));

  window_fixture_close (fixture);
}

/* The size comes back with the next window. */
static void
test_size (WindowFixture *fixture, gconstpointer data)
{
  int width;
  int height;

  window_fixture_open (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 500);
  window_fixture_close (fixture);

  window_fixture_open (fixture);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 800);
  g_assert_cmpint (height, ==, 500);
  window_fixture_close (fixture);
}

/* So do the order and the columns of the tables. */
static void
test_layout_kept (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *order = NULL;
  AtlasTable *table;
  guint economy;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);
  table = atlas_session_get_table (fixture->session, ATLAS_TABLE_PROFILES);
  economy = (guint) atlas_table_find_column (table, "economy");
  atlas_table_sort_by (
      table, (guint) atlas_table_find_column (table, "cluster"), TRUE);
  atlas_table_set_column_visible (table, economy, FALSE);
  window_fixture_close (fixture);

  window_fixture_open (fixture);
  table = atlas_session_get_table (fixture->session, ATLAS_TABLE_PROFILES);
  order = atlas_table_dup_order_text (table);
  g_assert_true (
      g_str_has_prefix (order, "Sorted by Cluster (descending), then by "));
  g_assert_false (atlas_table_get_column_visible (table, economy));
  atlas_table_reset_layout (table);
  window_fixture_close (fixture);
}

/* Each of the many actions of menus and keys is there. */
static void
test_actions (WindowFixture *fixture, gconstpointer data)
{
  static const char *const menus[] = { "GtkMenuButton", "AdwSplitButton" };
  gsize i;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);

  for (i = 0; i < G_N_ELEMENTS (menus); i++)
    {
      GtkWidget *button =
          find_type_name (GTK_WIDGET (fixture->window), menus[i]);
      GMenuModel *model = NULL;
      int section;
      int item;

      g_object_get (button, "menu-model", &model, NULL);
      g_assert_nonnull (model);
      for (section = 0; section < g_menu_model_get_n_items (model); section++)
        {
          g_autoptr (GMenuModel) items =
              g_menu_model_get_item_link (model, section, G_MENU_LINK_SECTION);

          for (item = 0; item < g_menu_model_get_n_items (items); item++)
            {
              g_autofree char *action = NULL;

              g_assert_true (g_menu_model_get_item_attribute (
                  items, item, G_MENU_ATTRIBUTE_ACTION, "s", &action));
              if (g_str_has_prefix (action, "win."))
                g_assert_true (g_action_group_has_action (
                    G_ACTION_GROUP (fixture->window), action + 4));
              else
                g_assert_true (g_action_group_has_action (
                    G_ACTION_GROUP (fixture->application), action + 4));
            }
        }
      g_object_unref (model);
    }

  window_fixture_close (fixture);
}

#define ADD(name, function)                                                    \
  g_test_add ("/app/window/" name, WindowFixture, NULL, window_fixture_set_up, \
              function, NULL)

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = window_fixture_start ();

  ADD ("samples", test_samples);
  ADD ("search", test_search);
  ADD ("hidden", test_hidden);
  ADD ("views", test_views);
  ADD ("select", test_select);
  ADD ("undo", test_undo);
  ADD ("panes", test_panes);
  ADD ("narrow", test_narrow);
  ADD ("size", test_size);
  ADD ("layout-kept", test_layout_kept);
  ADD ("actions", test_actions);

  return g_test_run ();
}
