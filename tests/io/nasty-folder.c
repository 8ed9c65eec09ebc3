/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "nasty-folder.h"

#include <sys/stat.h>

#include <glib/gstdio.h>

char *
nasty_sample_text (const char *cluster)
{
  g_autoptr (GString) text = g_string_new (
      "Global Innovation Index 2024\n\n@, China\n\n"
      "@ is the seventeenth-ranked cluster, out of 26 Chinese clusters, that "
      "falls within the top 100 S&T clusters in 2024. It filed **110 PCT "
      "applications** and published **5,883 scientific articles**, both per 1 "
      "million inhabitants over the last five years, making it the:\n\n"
      "61st largest science and technology cluster in 2024\n\n"
      "89th S&T cluster by intensity (relative to population density) in "
      "2024\n\nTop PCT applicants\n\n\t\tPatents\tShare\n"
      "1\tNORTHEASTERN UNIVERSITY\t278\t40%\n"
      "2\tSIA, CAS\t44\t6%\n"
      "3\tSHENYANG SINOCEM AGROCHEMICALS R&D CO., LTD.\t36\t5%\n\n"
      "Top publishing organizations\n\n\t\tArticles\tShare\n"
      "1\tNORTHEASTERN UNIVERSITY\t12,012\t33%\n"
      "2\tCHINA MEDICAL UNIVERSITY\t7,430\t20%\n"
      "3\tSHENYANG PHARMACEUTICAL UNIVERSITY\t2,386\t6%\n\n"
      "Top technology fields in @\n\nPatents\n\nPublications\n\n"
      "13% of @'s PCT patent applications are filed in collaboration with "
      "other inventors, with **Beijing**, **Shanghai-Suzhou** and **Tianjin** "
      "emerging as the top collaborative locations.\n\n"
      "51% of @'s scientific articles are published in collaboration with "
      "other organizations, with the top three collaborating locations being "
      "**Beijing**, **Shenzhen-Hong Kong-Guangzhou** and "
      "**Shanghai-Suzhou**.\n");

  g_string_replace (text, "@", cluster, 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
nasty_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("atlas-test-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
nasty_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK)
      && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_chmod (path, 0700);
      directory = g_dir_open (path, 0, NULL);
      while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_remove (path);
}

void
nasty_folder_remove (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}
