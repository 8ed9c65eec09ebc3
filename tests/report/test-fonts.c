/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>

/* The tests of pages once more, with fonts that are wider or whose lines are
 * higher than those of the machine: what is one page stays one page. */

static const char *report_test;

typedef struct
{
  const char *path;
  const char *family;
  /* What else fontconfig is to be told. */
  const char *edits;
} Font;

static const Font fonts[] = {
  { "/report-fonts/usual", "DejaVu Sans", "" },
  { "/report-fonts/bold", "DejaVu Sans",
    "<edit name=\"weight\" mode=\"assign\"><const>bold</const></edit>" },
  { "/report-fonts/monospaced", "DejaVu Sans Mono", "" },
  { "/report-fonts/serif", "DejaVu Serif", "" },
  { "/report-fonts/open", "Open Sans", "" },
  { "/report-fonts/noto", "Noto Sans", "" },
  { "/report-fonts/cjk", "Noto Sans CJK SC", "" },
  { "/report-fonts/cantarell", "Cantarell", "" },
  { "/report-fonts/liberation", "Liberation Sans", "" },
};

static gboolean
is_installed (const char *name)
{
  PangoFontFamily **families;
  int n_families;
  gboolean found = FALSE;

  pango_font_map_list_families (pango_cairo_font_map_get_default (), &families,
                                &n_families);
  for (int i = 0; i < n_families && !found; i++)
    found = g_ascii_strcasecmp (pango_font_family_get_name (families[i]), name)
            == 0;
  g_free (families);

  return found;
}

/* A configuration like that of the machine, but for what "Sans" means. */
static void
write_config (const Font *font, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
      "<?xml version=\"1.0\"?>\n"
      "<!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">\n"
      "<fontconfig>\n"
      "  <match target=\"pattern\">\n"
      "    <test name=\"family\"><string>Sans</string></test>\n"
      "    <edit name=\"family\" mode=\"assign\" binding=\"strong\">"
      "<string>%s</string></edit>\n"
      "    %s\n"
      "  </match>\n"
      "  <include>/etc/fonts/fonts.conf</include>\n"
      "</fontconfig>\n",
      font->family, font->edits);

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  g_assert_no_error (error);
}

static void
test_font (gconstpointer data)
{
  static const char *const tests[] = { "/report/everything", "/report/pages/5",
                                       "/report/landscape",
                                       "/report/long-names" };
  const Font *font = data;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *config = NULL;
  g_autofree char *output = NULL;

  if (!is_installed (font->family))
    {
      g_test_skip ("This font is not installed");
      return;
    }

  folder = g_dir_make_tmp ("atlas-fonts-XXXXXX", &error);
  g_assert_no_error (error);
  config = g_build_filename (folder, "fonts.conf", NULL);
  write_config (font, config);
  g_subprocess_launcher_setenv (launcher, "FONTCONFIG_FILE", config, TRUE);
  g_ptr_array_add (argv, (gpointer) report_test);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_ptr_array_add (argv, (gpointer) "-p");
      g_ptr_array_add (argv, (gpointer) tests[i]);
    }
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_launcher_spawnv (
      launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_test_message ("%s", output);
  g_assert_true (g_subprocess_get_successful (process));

  g_unlink (config);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  report_test = argv[1];

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    g_test_add_data_func (fonts[i].path, &fonts[i], test_font);

  return g_test_run ();
}
