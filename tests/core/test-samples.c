/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core-fixture.h"

/* Every value of the five real profiles, typed by hand from their pages. */

static const struct
{
  const char *sample;
  const char *real;
  const char *expected;
} files[] = {
  { "shenyang-2024.txt", "000_95e8f6ae34f61520.txt",
    "Shenyang|China|Chinese|2024 17 26 100 61 89 "
    "|P 110 13 [NORTHEASTERN UNIVERSITY 1 278 40][SIA, CAS 2 44 6]"
    "[SHENYANG SINOCEM AGROCHEMICALS R&D CO., LTD. 3 36 5]"
    "<1 Beijing><2 Shanghai-Suzhou><3 Tianjin>"
    "|A 5883 51 [NORTHEASTERN UNIVERSITY 1 12012 33]"
    "[CHINA MEDICAL UNIVERSITY 2 7430 20]"
    "[SHENYANG PHARMACEUTICAL UNIVERSITY 3 2386 6]"
    "<1 Beijing><2 Shenzhen-Hong Kong-Guangzhou><3 Shanghai-Suzhou>" },
  { "dalian-2024.txt", "001_3a619b7f0af11c29.txt",
    "Dalian|China|Chinese|2024 18 26 100 65 60 "
    "|P 289 12 [DALIAN UNIVERSITY OF TECH. 1 583 57][DICP, CAS 2 128 12]"
    "[CRRC DALIAN CO., LTD. 3 32 3]"
    "<1 Shenzhen-Hong Kong-Guangzhou><2 Shanghai-Suzhou><3 Beijing>"
    "|A 8607 61 [DALIAN UNIVERSITY OF TECHNOLOGY 1 15062 49]"
    "[DALIAN MARITIME UNIVERSITY 2 3253 11]"
    "[DALIAN INSTITUTE OF CHEMICAL PHYSICS, CAS 3 2619 9]"
    "<1 Beijing><2 Shenzhen-Hong Kong-Guangzhou><3 Shanghai-Suzhou>" },
  { "zhengzhou-2024.txt", "002_de328dbf2dbefd44.txt",
    "Zhengzhou|China|Chinese|2024 19 26 100 68 87 "
    "|P 138 12 [ZHENGZHOU YUNHAI INFORMATION TECH. 1 135 18]"
    "[ZHENGZHOU UNIVERSITY 2 32 4]"
    "[HENAN YUZHAN PRECISION TECHNOLOGY CO., LTD 3 23 3]"
    "<1 Shenzhen-Hong Kong-Guangzhou><2 Beijing><3 Wenzhou>"
    "|A 5791 59 [ZHENGZHOU UNIVERSITY 1 15843 51]"
    "[HENAN AGRICULTURAL UNIVERSITY 2 1998 6]"
    "[HENAN UNIVERSITY OF TECHNOLOGY 3 1797 6]"
    "<1 Beijing><2 Shenzhen-Hong Kong-Guangzhou><3 Shanghai-Suzhou>" },
  { "beijing-2024.txt", "003_35a0051b6f6a6650.txt",
    "Beijing|China|Chinese|2024 2 26 100 3 11 "
    "|P 2189 17 [BOE TECHNOLOGY 1 9607 23]"
    "[BEIJING XIAOMI MOBILE SOFTWARE 2 3777 9]"
    "[BEIJING BYTEDANCE NETWORK TECH. 3 1223 3]"
    "<1 San Jose–San Francisco><2 Tokyo–Yokohama><3 Los Angeles>"
    "|A 15893 63 [TSINGHUA UNIVERSITY 1 24300 8]"
    "[PEKING UNIVERSITY 2 21438 7]"
    "[UNIV. OF CHINESE ACADEMY OF SCIENCES 3 20843 7]"
    "<1 Shenzhen–Hong Kong–Guangzhou><2 Shanghai–Suzhou><3 Nanjing>" },
  { "chongqing-2024.txt", "004_82c4061ff6d0a9ac.txt",
    "Chongqing|China|Chinese|2024 13 26 100 39 86 "
    "|P 175 7 [HKC 1 473 32][CHONGQING HKC OPTOELECTRONICS TECH 2 85 6]"
    "[CHONGQING UNIVERSITY OF POSTS AND TELECOMMUNICATIONS 3 69 5]"
    "<1 Shanghai-Suzhou><2 Shenzhen-Hong Kong-Guangzhou>"
    "<3 San Jose-San Francisco>"
    "|A 5597 56 [CHONGQING UNIVERSITY 1 14485 30]"
    "[SOUTHWEST UNIVERSITY - CHINA 2 7919 16]"
    "[CHONGQING MEDICAL UNIVERSITY 3 6459 13]"
    "<1 Beijing><2 Chengdu><3 Shenzhen-Hong Kong-Guangzhou>" },
};

static void
check_lines (const AtlasProfile *profile)
{
  g_assert_cmpuint (profile->edition.line, ==, 4);
  g_assert_cmpuint (profile->cluster_line, ==, profile->national_rank.line);
}

static void
check_file (const char *folder, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  g_autofree char *found = NULL;
  g_autofree char *problems = NULL;
  const AtlasProfile *profile;
  Reading reading;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  reading = reading_new (data, length);
  problems = reading_dup_problems (&reading);
  g_assert_cmpstr (problems, ==, "");
  g_assert_cmpuint (reading.profiles->len, ==, 1);

  profile = reading.profiles->pdata[0];
  found = profile_to_text (profile);
  g_assert_cmpstr (found, ==, expected);
  check_lines (profile);
  g_assert_cmpuint (profile->part, ==, 0);
  g_assert_cmpuint (profile->rank.line, ==, 12);
  g_assert_cmpuint (profile->intensity_rank.line, ==, 14);
  g_assert_cmpuint (profile->entries[ATLAS_PATENTS][2].count.line, ==, 23);
  g_assert_cmpuint (profile->entries[ATLAS_ARTICLES][0].share.line, ==, 30);
  g_assert_cmpuint (profile->collaboration[ATLAS_PATENTS].line, ==, 44);
  g_assert_cmpuint (profile->partners[ATLAS_ARTICLES][2].line, ==, 46);
  /* 100,000 of them must not take more than one and a half times their
   * text. */
  g_assert_cmpuint (atlas_profile_get_memory (profile), <, 1300);

  reading_clear (&reading);
}

static void
test_samples (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (files); i++)
    check_file (g_getenv ("ATLAS_SAMPLES"), files[i].sample, files[i].expected);
}

/* The same pages as they were saved, where they are at hand. */
static void
test_real (void)
{
  const char *folder = g_getenv ("ATLAS_PROFILES");
  guint i;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("ATLAS_PROFILES names no folder");
      return;
    }

  for (i = 0; i < G_N_ELEMENTS (files); i++)
    check_file (folder, files[i].real, files[i].expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/samples/beside-the-source", test_samples);
  g_test_add_func ("/samples/as-saved", test_real);

  return g_test_run ();
}
