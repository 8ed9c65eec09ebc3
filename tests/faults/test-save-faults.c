/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atlas-data-rows.h"
#include "atlas-output.h"
#include "atlas-profile-builder.h"
#include "atlas-project.h"
#include "atlas-table-writer.h"
#include "fault-folder.h"

/* A project is saved, and a table that turns out wider than it began is
 * written, in a process whose system calls fail one after the other, or that is
 * killed before each of them. */

/* Rows enough for the table to be begun before the last of them. */
#define N_ROWS 8000

static const int all_errors[] = { EIO,    EINTR,  ENOSPC, EACCES,
                                  ENOENT, EMFILE, EDQUOT };

typedef struct _Fixture Fixture;

/* What is saved: @prepare sets what is there before and after. */
typedef struct
{
  void (*prepare) (Fixture *fixture);
  void (*save) (gpointer data);
} Saved;

struct _Fixture
{
  FaultFolder *folder;
  FaultPlan *plan;
  GFile *file;
  char *path;
  char *before;
  char *after;
  const Saved *saved;
  /* Rows of a table, first of few columns and then of more. */
  GString *rows[2];
  AtlasDataWidth widths[2];
};

static AtlasProject *
make_project (GFile *root, const char *view)
{
  AtlasProject *project = atlas_project_new ();
  GVariantDict state;

  atlas_project_set_roots (project, &root, 1);
  g_variant_dict_init (&state, NULL);
  g_variant_dict_insert (&state, "view", "s", view);
  atlas_project_set_state (project, g_variant_dict_end (&state));

  return project;
}

static void
save_project (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (AtlasProject) project = make_project (fixture->file, "after");

  _exit (atlas_project_save (project, fixture->file, NULL) ? 0 : 3);
}

static void
load_project (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProject) project = atlas_project_load (fixture->file, &error);
  g_autofree char *text = NULL;

  if (project == NULL)
    _exit (error->message[0] != '\0' ? 3 : 4);

  text = atlas_project_to_json (project, fixture->file);
  _exit (strcmp (text, fixture->before) == 0 ? 0 : 5);
}

static void
prepare_project (Fixture *fixture)
{
  g_autoptr (AtlasProject) before = make_project (fixture->file, "before");
  g_autoptr (AtlasProject) after = make_project (fixture->file, "after");

  fixture->before = atlas_project_to_json (before, fixture->file);
  fixture->after = atlas_project_to_json (after, fixture->file);
}

static AtlasProfile *
make_profile (guint n)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();

  atlas_profile_builder_set_cluster (builder, "Dalian", -1, 1);
  for (guint i = 0; i < n; i++)
    atlas_profile_builder_add_partner (builder, ATLAS_PATENTS, "Beijing", -1,
                                       1);

  return atlas_profile_builder_end (builder);
}

static void
prepare_table (Fixture *fixture)
{
  g_autoptr (AtlasProfile) narrow = make_profile (1);
  g_autoptr (AtlasProfile) wide = make_profile (5);
  const AtlasDataWidth usual = ATLAS_DATA_WIDTH_INIT;
  g_autoptr (GString) after = g_string_new (NULL);
  guint i;

  fixture->widths[0] = fixture->widths[1] = usual;
  atlas_data_width_fit (&fixture->widths[1], wide);
  fixture->rows[0] = g_string_new (NULL);
  fixture->rows[1] = g_string_new (NULL);
  for (i = 0; i < N_ROWS; i++)
    atlas_data_rows_append (fixture->rows[0], narrow, &fixture->widths[0], ',');
  atlas_data_rows_append (fixture->rows[1], wide, &fixture->widths[1], ',');

  atlas_data_table_write_head (after, ATLAS_DATA_TABLE_PROFILES,
                               &fixture->widths[1], ',');
  for (i = 0; i < N_ROWS * 2 + 1; i++)
    atlas_data_table_write_profile (after, ATLAS_DATA_TABLE_PROFILES,
                                    i < N_ROWS * 2 ? narrow : wide,
                                    &fixture->widths[1], ',');
  fixture->before = g_strdup ("old");
  fixture->after = g_string_free (g_steal_pointer (&after), FALSE);
}

static void
save_table (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (AtlasOutput) output =
      atlas_output_new_for_file (fixture->file, NULL);
  g_autoptr (AtlasTableWriter) writer = NULL;
  gboolean saved;

  if (output == NULL)
    _exit (3);

  writer = atlas_table_writer_new (output, ',');
  saved = atlas_table_writer_add (writer, fixture->rows[0], &fixture->widths[0],
                                  NULL)
          && atlas_table_writer_add (writer, fixture->rows[0],
                                     &fixture->widths[0], NULL)
          && atlas_table_writer_add (writer, fixture->rows[1],
                                     &fixture->widths[1], NULL)
          && atlas_table_writer_finish (writer, &fixture->widths[1], NULL)
          && atlas_output_finish (output, NULL);
  g_clear_pointer (&output, atlas_output_free);
  _exit (saved ? 0 : 3);
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  fixture->saved = data;
  fixture->folder = fault_folder_new ();
  fixture->plan = fault_plan_new ();
  fixture->path = g_build_filename (fixture->folder->target_folder,
                                    "work" ATLAS_PROJECT_ENDING, NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->saved->prepare (fixture);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  fault_folder_free (fixture->folder);
  fault_plan_free (fixture->plan);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->before);
  g_free (fixture->after);
  for (gsize i = 0; i < G_N_ELEMENTS (fixture->rows); i++)
    if (fixture->rows[i] != NULL)
      g_string_free (fixture->rows[i], TRUE);
}

/* Runs @body over an older file; returns whether the fault was reached. */
static gboolean
run (Fixture *fixture,
     void (*body) (gpointer data),
     guint at,
     int error,
     FaultEnd *end)
{
  const char *const under[] = { fixture->folder->target_folder, NULL };
  const FaultJob job = {
    .body = body,
    .data = fixture,
    .under = under,
    .seconds = 60,
  };

  fault_folder_write (fixture->path, fixture->before);
  fault_plan_set (fixture->plan, at, error);
  fault_injector_run (&job, fixture->plan, end);
  g_assert_false (end->hung);

  return fixture->plan->hit[0] != '\0';
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  guint n_runs = 0;
  gsize e;
  guint at;

  for (e = 0; e < G_N_ELEMENTS (all_errors); e++)
    for (at = 1;; at++)
      {
        FaultEnd end;
        gboolean hit =
            run (fixture, fixture->saved->save, at, all_errors[e], &end);
        g_autofree char *text = fault_folder_read (fixture->path, NULL);

        g_test_message ("%u. %s: %s: %d", at, fixture->plan->hit,
                        g_strerror (all_errors[e]), end.status);
        g_assert_cmpint (end.signal, ==, 0);
        g_assert_true (end.status == 0 || end.status == 3);
        g_assert_true (
            g_strcmp0 (text, end.status == 0 ? fixture->after : fixture->before)
            == 0);
        if (!g_str_has_prefix (fixture->plan->hit, "unlink"))
          g_assert_cmpuint (fault_folder_count_unfinished (fixture->folder), ==,
                            0);
        fault_folder_remove_unfinished (fixture->folder);
        if (!hit)
          break;
        n_runs++;
      }

  g_assert_cmpuint (n_runs, >, 8 * G_N_ELEMENTS (all_errors));
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  guint n_runs = 0;
  gsize e;
  guint at;

  for (e = 0; e < G_N_ELEMENTS (all_errors); e++)
    for (at = 1;; at++)
      {
        FaultEnd end;
        gboolean hit = run (fixture, load_project, at, all_errors[e], &end);

        g_test_message ("%u. %s: %s: %d", at, fixture->plan->hit,
                        g_strerror (all_errors[e]), end.status);
        g_assert_true (end.status == 0 || (end.status == 3 && hit));
        if (!hit)
          break;
        n_runs++;
      }

  g_assert_cmpuint (n_runs, >=, 4 * G_N_ELEMENTS (all_errors));
}

/* Old or new, whole; and what was left can be cleared away, as is done when a
 * project is opened. */
static void
test_kill (Fixture *fixture, gconstpointer data)
{
  guint n_left = 0;
  guint at;

  for (at = 1;; at++)
    {
      FaultEnd end;
      g_autofree char *text = NULL;

      if (!run (fixture, fixture->saved->save, at, 0, &end))
        break;
      g_assert_cmpint (end.signal, ==, SIGKILL);
      text = fault_folder_read (fixture->path, NULL);
      g_assert_true (g_strcmp0 (text, fixture->before) == 0
                     || g_strcmp0 (text, fixture->after) == 0);
      if (fault_folder_count_unfinished (fixture->folder) > 0)
        n_left++;

      atlas_output_clear_unfinished (fixture->file);
      g_assert_cmpuint (fault_folder_count_unfinished (fixture->folder), ==, 0);
    }

  g_assert_cmpuint (at, >, 8);
  g_assert_cmpuint (n_left, >, 2);
}

/* Whoever is still saving keeps what he has not finished. */
static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  AtlasOutput *output = atlas_output_new_for_file (fixture->file, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (fault_folder_count_unfinished (fixture->folder), ==, 1);
  atlas_output_clear_unfinished (fixture->file);
  g_assert_cmpuint (fault_folder_count_unfinished (fixture->folder), ==, 1);
  atlas_output_free (output);
  g_assert_cmpuint (fault_folder_count_unfinished (fixture->folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  static const Saved project = { prepare_project, save_project };
  static const Saved table = { prepare_table, save_table };
  static const struct
  {
    const char *path;
    const Saved *saved;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/faults/project/save", &project, test_save },
    { "/faults/project/load", &project, test_load },
    { "/faults/project/kill", &project, test_kill },
    { "/faults/project/clear", &project, test_clear },
    { "/faults/table/save", &table, test_save },
    { "/faults/table/kill", &table, test_kill },
  };
  gsize i;

  g_test_init (&argc, &argv, NULL);
  if (!fault_injector_works ())
    {
      g_print ("1..0 # SKIP the kernel does not let us ask for faults\n");
      return 0;
    }

  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].saved, setup, tests[i].test,
                teardown);

  return g_test_run ();
}
