/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "../find-widget.h"
#include "atlas-file-problem.h"
#include "atlas-problems-view.h"
#include "atlas-profiles-view.h"
#include "atlas-source-view.h"
#include "window-fixture.h"

/* A folder in a window: what is wrong with its files, and what becomes of the
 * window when they change on the disk. */

/* Far more rows than the window has room for. */
#define N_FILES 80

typedef struct
{
  WindowFixture at;
  char *folder;
} Fixture;

/* In place, as editors do that do not rename. */
static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static char *
replace (const char *text, const char *find, const char *with)
{
  g_autoptr (GString) whole = g_string_new (text);

  g_assert_cmpuint (g_string_replace (whole, find, with, 0), >, 0);

  return g_string_free (g_steal_pointer (&whole), FALSE);
}

/* Shenyang, as the cluster of another name. */
static char *
make_text (const char *cluster)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("ATLAS_SAMPLES"), "shenyang-2024.txt", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return replace (text, "Shenyang", cluster);
}

static gboolean
is_toggle (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_TOGGLE_BUTTON (widget)
         && gtk_button_get_label (GTK_BUTTON (widget)) != NULL
         && g_str_has_suffix (gtk_button_get_label (GTK_BUTTON (widget)),
                              label);
}

/* The toggle button below @widget whose label ends with @label. */
static GtkToggleButton *
find_toggle (GtkWidget *widget, const char *label)
{
  GtkWidget *found = find_widget (widget, is_toggle, label);

  return found != NULL ? GTK_TOGGLE_BUTTON (found) : NULL;
}

static void
open_folder (Fixture *fixture)
{
  window_fixture_open (&fixture->at);
  window_fixture_open_path (&fixture->at, fixture->folder);
}

static AtlasTableView *
get_problems (Fixture *fixture)
{
  GtkWidget *page;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->at.window),
                                             "win.view", "s", "problems"));
  page = find_type (GTK_WIDGET (fixture->at.window), ATLAS_TYPE_PROBLEMS_VIEW);
  g_assert_nonnull (page);
  WAIT_UNTIL (gtk_widget_get_mapped (page));

  return atlas_problems_view_get_table_view (ATLAS_PROBLEMS_VIEW (page));
}

static const AtlasProblem *
get_problem (AtlasTable *table, guint position)
{
  g_autoptr (AtlasFileProblem) item =
      g_list_model_get_item (G_LIST_MODEL (table), position);

  return atlas_file_problem_get_problem (item);
}

static guint
find_problem (AtlasTable *table, AtlasProblemCode code)
{
  guint i;

  for (i = 0; i < atlas_table_get_n_rows (table); i++)
    if (get_problem (table, i)->code == code)
      return i;

  g_assert_not_reached ();
}

static guint
get_badge (Fixture *fixture)
{
  AdwViewStack *stack = ADW_VIEW_STACK (
      find_type (GTK_WIDGET (fixture->at.window), ADW_TYPE_VIEW_STACK));
  GtkWidget *page = adw_view_stack_get_child_by_name (stack, "problems");

  return adw_view_stack_page_get_badge_number (
      adw_view_stack_get_page (stack, page));
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
on_idle (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until nothing that waits for an idle is left. */
static void
settle (void)
{
  gboolean done = FALSE;

  g_idle_add_full (G_PRIORITY_LOW, on_idle, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
marks (AtlasSourceView *source, const char *line)
{
  g_autofree char *marked = atlas_source_view_dup_marked_text (source);

  return g_strcmp0 (marked, line) == 0;
}

/* One file with a damaged row, one that is no profile. */
static void
test_problems (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sound = make_text ("A-town");
  g_autofree char *damaged = replace (sound, "\t44\t", "\t4x4\t");
  g_autofree char *copied = NULL;
  AtlasTableView *view;
  AtlasTable *table;
  GtkWidget *page;
  AtlasSourceView *source;
  guint position;

  write_file (fixture, "damaged.txt", damaged);
  write_file (fixture, "letter.txt", "Dear reader,\nall is well.\n");
  open_folder (fixture);
  WAIT_UNTIL (get_badge (fixture) == 2);

  view = get_problems (fixture);
  table = atlas_table_view_get_table (view);
  page = gtk_widget_get_ancestor (GTK_WIDGET (view), ATLAS_TYPE_PROBLEMS_VIEW);
  WAIT_UNTIL (atlas_table_get_n_rows (table) == 2);

  /* By severity, with the buttons. */
  gtk_toggle_button_set_active (find_toggle (page, "1 warning"), FALSE);
  WAIT_UNTIL (atlas_table_get_n_rows (table) == 1);
  g_assert_cmpint (get_problem (table, 0)->code, ==,
                   ATLAS_PROBLEM_NOT_A_PROFILE);
  gtk_toggle_button_set_active (find_toggle (page, "1 error"), FALSE);
  WAIT_UNTIL (atlas_table_get_n_rows (table) == 0);
  gtk_toggle_button_set_active (find_toggle (page, "1 warning"), TRUE);
  WAIT_UNTIL (atlas_table_get_n_rows (table) == 1);
  g_assert_cmpint (get_problem (table, 0)->code, ==, ATLAS_PROBLEM_BAD_NUMBER);
  gtk_toggle_button_set_active (find_toggle (page, "1 error"), TRUE);
  WAIT_UNTIL (atlas_table_get_n_rows (table) == 2);
  /* What is filtered out is still counted. */
  g_assert_cmpuint (get_badge (fixture), ==, 2);

  /* The way GTK tells of a double click or Enter. */
  position = find_problem (table, ATLAS_PROBLEM_BAD_NUMBER);
  g_signal_emit_by_name (atlas_table_view_get_column_view (view), "activate",
                         position);
  source = ATLAS_SOURCE_VIEW (find_type (page, ATLAS_TYPE_SOURCE_VIEW));
  WAIT_UNTIL (marks (source, "2\tSIA, CAS\t4x4\t6%"));
  g_assert_cmpuint (atlas_source_view_get_line (source), ==, 22);
  g_assert_true (gtk_widget_is_ancestor (
      gtk_window_get_focus (GTK_WINDOW (fixture->at.window)),
      GTK_WIDGET (source)));

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (table), position, TRUE);
  /* The actions follow the selection when there is time. */
  settle ();
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (view), "table.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)),
                                 NULL, on_text_read, &copied);
  WAIT_UNTIL (copied != NULL);
  g_assert_nonnull (strstr (copied, "damaged.txt\t22\t"));
  g_assert_nonnull (strstr (copied, "bad-number"));
  g_assert_null (strstr (copied, "letter.txt"));
}

static AtlasDocument *
get_document (Fixture *fixture, const char *cluster)
{
  GListModel *visible = atlas_session_get_visible (fixture->at.session);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (visible); i++)
    {
      g_autoptr (AtlasDocument) document = g_list_model_get_item (visible, i);

      if (g_strcmp0 (atlas_document_get_profile (document)->cluster, cluster)
          == 0)
        return document;
    }

  return NULL;
}

static double
get_intensity (Fixture *fixture, const char *cluster)
{
  AtlasDocument *document = get_document (fixture, cluster);

  return document != NULL
             ? atlas_document_get_profile (document)->intensity_rank.value
             : -1;
}

/* All tables, all partners. */
static gboolean
is_whole (Fixture *fixture, const char *cluster)
{
  AtlasDocument *document = get_document (fixture, cluster);
  const AtlasProfile *profile;

  g_assert_nonnull (document);
  profile = atlas_document_get_profile (document);

  return profile->n_entries[ATLAS_ARTICLES] == 3
         && profile->n_partners[ATLAS_ARTICLES] == 3
         && g_strcmp0 (profile->partners[ATLAS_ARTICLES][2].name,
                       "Shanghai-Suzhou")
                == 0;
}

static void
write_many (Fixture *fixture)
{
  guint i;

  for (i = 0; i < N_FILES; i++)
    {
      g_autofree char *cluster = g_strdup_printf ("Place %02u", i);
      g_autofree char *name = g_strdup_printf ("%02u.txt", i);
      g_autofree char *rank = g_strdup_printf ("%u4th", i / 10 + 1);
      g_autofree char *text = make_text (cluster);
      g_autofree char *own = replace (text, "61st", rank);

      write_file (fixture, name, own);
    }
  g_object_set (atlas_application_get_preferences (fixture->at.application),
                "watch", ATLAS_WATCH_RELOAD, NULL);
}

/* Read again by itself, the window shows what it showed: the same rows, the
 * same one chosen. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text ("Place 41");
  g_autofree char *changed = replace (text, "89th", "88th");
  GtkWidget *page;
  AtlasTableView *view;
  GtkAdjustment *adjustment;
  double scroll;

  write_many (fixture);
  open_folder (fixture);
  WAIT_UNTIL (get_document (fixture, "Place 40") != NULL);
  page = find_type (GTK_WIDGET (fixture->at.window), ATLAS_TYPE_PROFILES_VIEW);
  view = atlas_profiles_view_get_table_view (ATLAS_PROFILES_VIEW (page));
  adjustment = gtk_scrollable_get_vadjustment (
      GTK_SCROLLABLE (atlas_table_view_get_column_view (view)));
  WAIT_UNTIL (gtk_adjustment_get_upper (adjustment)
              > 2 * gtk_adjustment_get_page_size (adjustment));

  atlas_session_select (fixture->at.session,
                        get_document (fixture, "Place 40"));
  gtk_test_widget_wait_for_draw (page);
  scroll = (gtk_adjustment_get_upper (adjustment)
            - gtk_adjustment_get_page_size (adjustment))
           / 2;
  gtk_adjustment_set_value (adjustment, scroll);
  gtk_test_widget_wait_for_draw (page);
  scroll = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (scroll, >, 100);

  write_file (fixture, "41.txt", changed);
  WAIT_UNTIL (get_intensity (fixture, "Place 41") == 88);
  window_fixture_wait (&fixture->at);
  gtk_test_widget_wait_for_draw (page);

  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), scroll,
                                  1.0);
  g_assert_cmpuint (atlas_session_get_n_selected (fixture->at.session), ==, 1);
  g_assert_true (atlas_session_get_current (fixture->at.session)
                 == get_document (fixture, "Place 40"));
}

/* What somebody is about to write takes nothing away, and is not silent. */
static void
test_half_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text ("A-town");
  g_autofree char *whole = replace (text, "89th", "88th");
  g_autofree char *start = g_strndup (text, 20);
  g_autofree char *half = g_strndup (text, strlen (text) / 2);
  /* Nothing but the end of the last name is missing. */
  g_autofree char *almost = g_strndup (text, strlen (text) - 9);

  write_file (fixture, "a.txt", text);
  g_object_set (atlas_application_get_preferences (fixture->at.application),
                "watch", ATLAS_WATCH_RELOAD, NULL);
  open_folder (fixture);
  WAIT_UNTIL (get_document (fixture, "A-town") != NULL);
  g_assert_cmpuint (get_badge (fixture), ==, 0);

  write_file (fixture, "a.txt", start);
  WAIT_UNTIL (atlas_session_get_n_errors (fixture->at.session) == 1);
  window_fixture_wait (&fixture->at);
  g_assert_cmpfloat (get_intensity (fixture, "A-town"), ==, 89);
  g_assert_cmpuint (get_badge (fixture), ==, 1);

  g_assert_true (atlas_feed_get_stale (fixture->at.feed));

  /* Enough for a profile: what is missing is told of and asked for. */
  write_file (fixture, "a.txt", half);
  WAIT_UNTIL (atlas_session_get_n_warnings (fixture->at.session) > 0);
  window_fixture_wait (&fixture->at);
  g_assert_cmpuint (atlas_session_get_n_errors (fixture->at.session), ==, 0);
  g_assert_true (is_whole (fixture, "A-town"));
  g_assert_true (atlas_feed_get_stale (fixture->at.feed));

  atlas_feed_dismiss (fixture->at.feed);
  write_file (fixture, "a.txt", almost);
  WAIT_UNTIL (atlas_feed_get_stale (fixture->at.feed));
  g_assert_true (is_whole (fixture, "A-town"));

  write_file (fixture, "a.txt", whole);
  WAIT_UNTIL (get_intensity (fixture, "A-town") == 88);
  WAIT_UNTIL (get_badge (fixture) == 0);
  window_fixture_wait (&fixture->at);
  g_assert_false (atlas_feed_get_stale (fixture->at.feed));

  /* Who asks for it gets what there is. */
  write_file (fixture, "a.txt", half);
  WAIT_UNTIL (atlas_feed_get_stale (fixture->at.feed));
  g_assert_true (is_whole (fixture, "A-town"));
  atlas_feed_reload (fixture->at.feed);
  window_fixture_wait (&fixture->at);
  g_assert_false (is_whole (fixture, "A-town"));
  g_assert_false (atlas_feed_get_stale (fixture->at.feed));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  window_fixture_set_up (&fixture->at, data);
  fixture->folder = g_dir_make_tmp ("atlas-folder-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  window_fixture_close (&fixture->at);
  g_object_set (atlas_application_get_preferences (fixture->at.application),
                "watch", ATLAS_WATCH_OFFER, NULL);
  window_fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

#define ADD(name, function) \
  g_test_add ("/app/folder/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);

  application = window_fixture_start ();

  ADD ("problems", test_problems);
  ADD ("place", test_place);
  ADD ("half-written", test_half_written);

  return g_test_run ();
}
