/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command-fixture.h"

#include <glib/gstdio.h>

void
command_fixture_set_up (CommandFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->program = data;
  fixture->samples = g_getenv ("ATLAS_SAMPLES");
  g_assert_nonnull (fixture->samples);
  fixture->folder = g_dir_make_tmp ("atlas-test-XXXXXX", &error);
  g_assert_no_error (error);
}

void
command_fixture_tear_down (CommandFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

void
command_fixture_run (CommandFixture *fixture,
                     CommandResult *result,
                     const char *environment,
                     const char *input,
                     const char *line)
{
  g_autoptr (GString) whole = g_string_new (line);

  g_string_replace (whole, "$S", fixture->samples, 0);
  g_string_replace (whole, "$D", fixture->folder, 0);
  command_run (result, fixture->program, environment, input, whole->str);
}
