/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "atlas-profile-builder.h"
#include "atlas-text-writer.h"

/* generate-profiles N DIR [SEED]: writes N sound profiles, the same ones for
 * the same arguments on every machine. Clusters of many economies come back
 * in up to five editions with slightly other figures, name each other as
 * partners, and have counts, shares, rates and ranks that agree. */

#define MAX_EDITIONS 5
#define LAST_EDITION 2024
#define N_ROWS 3
#define FILES_PER_FOLDER 5000

typedef struct
{
  const char *name;
  const char *demonym;
  const char *ending;
  guint weight;
} Economy;

static const Economy economies[] = {
  { "China", "Chinese", "zhou", 26 },
  { "United States", "United States", "ville", 20 },
  { "Germany", "German", "burg", 8 },
  { "India", "Indian", "pur", 6 },
  { "Japan", "Japanese", "oka", 5 },
  { "Republic of Korea", "Korean", "dong", 5 },
  { "Canada", "Canadian", "ton", 4 },
  { "United Kingdom", "United Kingdom", "ford", 4 },
  { "France", "French", "ac", 4 },
  { "Australia", "Australian", "gong", 3 },
  { "Sweden", "Swedish", "köping", 3 },
  { "Switzerland", "Swiss", "ikon", 3 },
  { "Netherlands (Kingdom of the)", "Dutch", "dam", 3 },
  { "Spain", "Spanish", "ría", 3 },
  { "Italy", "Italian", "ezia", 3 },
  { "Brazil", "Brazilian", "ópolis", 2 },
  { "Türkiye", "Turkish", "şehir", 2 },
  { "Poland", "Polish", "owice", 2 },
  { "Belgium", "Belgian", "gem", 2 },
  { "Austria", "Austrian", "dorf", 2 },
  { "Denmark", "Danish", "borg", 1 },
  { "Finland", "Finnish", "järvi", 1 },
  { "Norway", "Norwegian", "vik", 1 },
  { "Israel", "Israeli", "iya", 1 },
  { "Iran (Islamic Republic of)", "Iranian", "abad", 1 },
  { "Egypt", "Egyptian", "iyah", 1 },
  { "Mexico", "Mexican", "tlán", 1 },
  { "Viet Nam", "Vietnamese", " Nghia", 1 },
  { "China and Hong Kong, China", "Chinese", " Bay", 1 },
  { "Singapore", "Singaporean", " Point", 1 },
};

static const char *const beginnings[] = {
  "Al",  "Bar", "Cor", "Dal", "Esk", "Fen", "Gar", "Hal", "Ist", "Jor",
  "Kar", "Lin", "Mar", "Nor", "Ost", "Pal", "Qin", "Ros", "Sal", "Tor",
  "Ul",  "Var", "Wei", "Xin", "Yan", "Zel", "Bre", "Chi", "Dre", "Ful",
};

static const char *const middles[] = {
  "a",  "an", "ber", "de", "el", "en", "gi", "ha", "in", "ka",
  "la", "le", "ma",  "mi", "na", "o",  "ra", "ri", "ta", "vi",
};

static const char *const companies[] = {
  "ELECTRONICS CO., LTD.", "TECHNOLOGY",    "MOBILE SOFTWARE", "PHARMA AG",
  "BIOSCIENCES, INC.",     "SEMICONDUCTOR", "MOTORS",          "R&D CO., LTD.",
  "NETWORK TECH.",         "CHEMICALS",     "INSTRUMENTS",     "ENERGY SYSTEMS",
};

static const char *const universities[] = {
  "UNIVERSITY",
  "UNIVERSITY OF TECHNOLOGY",
  "MEDICAL UNIVERSITY",
  "INSTITUTE OF CHEMICAL PHYSICS, CAS",
  "UNIV. OF APPLIED SCIENCES",
  "NORMAL UNIVERSITY",
  "UNIVERSITY HOSPITAL",
};

static const char *const technology_fields[] = {
  "Digital communication",
  "Computer technology",
  "Pharmaceuticals",
  "Medical technology",
  "Biotechnology",
  "Semiconductors",
  "Electrical machinery, apparatus, energy",
};

/* One cluster through all editions. */
typedef struct
{
  char *name;
  const Economy *economy;
  double patents;
  double articles;
  double population;
  double size;
  guint rank;
  guint national_rank;
  guint intensity_rank;
} Cluster;

typedef struct
{
  guint64 state;
  Cluster *clusters;
  guint n_clusters;
  guint national_clusters[G_N_ELEMENTS (economies)];
  AtlasProfileBuilder *builder;
} Generator;

/* SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere. */
static guint64
draw (Generator *self)
{
  guint64 z = (self->state += 0x9e3779b97f4a7c15u);

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;

  return z ^ (z >> 31);
}

static guint
draw_below (Generator *self, guint n)
{
  return (guint) (draw (self) % n);
}

/* From 0 to 1. */
static double
draw_unit (Generator *self)
{
  return (double) (draw (self) >> 11) / 9007199254740992.0;
}

static const Economy *
draw_economy (Generator *self)
{
  guint sum = 0;
  guint i, at;

  for (i = 0; i < G_N_ELEMENTS (economies); i++)
    sum += economies[i].weight;

  at = draw_below (self, sum);
  for (i = 0; at >= economies[i].weight; i++)
    at -= economies[i].weight;

  return &economies[i];
}

/* A name that no other cluster has; every fifth is of two towns. */
static char *
make_name (Generator *self, const Economy *economy, GHashTable *names)
{
  for (;;)
    {
      GString *name = g_string_new (NULL);
      guint towns = draw_below (self, 5) == 0 ? 2 : 1;
      guint i, n;

      for (i = 0; i < towns; i++)
        {
          if (i > 0)
            g_string_append (name, "–");
          g_string_append (
              name, beginnings[draw_below (self, G_N_ELEMENTS (beginnings))]);
          for (n = draw_below (self, 3) + 1; n > 0; n--)
            g_string_append (
                name, middles[draw_below (self, G_N_ELEMENTS (middles))]);
          g_string_append (name, economy->ending);
        }
      if (g_str_equal (economy->name, "United States")
          && draw_below (self, 3) == 0)
        g_string_append (name, ", MA");

      if (!g_hash_table_contains (names, name->str))
        {
          g_hash_table_add (names, name->str);
          return g_string_free (name, FALSE);
        }
      g_string_free (name, TRUE);
    }
}

static void
make_clusters (Generator *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  self->clusters = g_new0 (Cluster, self->n_clusters);
  for (i = 0; i < self->n_clusters; i++)
    {
      Cluster *cluster = &self->clusters[i];
      double place = (double) (i + 1) / self->n_clusters;

      cluster->economy = draw_economy (self);
      cluster->name = make_name (self, cluster->economy, names);
      cluster->population =
          3e5 + 2e7 * pow (1 - place, 2) + 3e6 * draw_unit (self);
      cluster->patents = 60 + 4e4 * pow (1 - place, 4) * draw_unit (self);
      cluster->articles = 900 + 2e5 * pow (1 - place, 2) * draw_unit (self);
    }
}

static int
compare_size (gconstpointer a, gconstpointer b)
{
  const Cluster *x = a;
  const Cluster *y = b;

  return (x->size < y->size) - (x->size > y->size);
}

static int
compare_intensity (gconstpointer a, gconstpointer b)
{
  const Cluster *x = *(const Cluster *const *) a;
  const Cluster *y = *(const Cluster *const *) b;
  double i = x->size / x->population;
  double k = y->size / y->population;

  if (i < k || i > k)
    return i < k ? 1 : -1;

  return x->rank > y->rank ? 1 : -1;
}

/* A year later: figures change a little, ranks follow. */
static void
begin_edition (Generator *self)
{
  g_autofree Cluster **order = g_new (Cluster *, self->n_clusters);
  guint i;

  memset (self->national_clusters, 0, sizeof self->national_clusters);
  for (i = 0; i < self->n_clusters; i++)
    {
      Cluster *cluster = &self->clusters[i];

      cluster->patents *= 0.95 + 0.15 * draw_unit (self);
      cluster->articles *= 0.98 + 0.1 * draw_unit (self);
      cluster->size = cluster->patents / 1.3e6 + cluster->articles / 1e7;
    }
  qsort (self->clusters, self->n_clusters, sizeof (Cluster), compare_size);

  for (i = 0; i < self->n_clusters; i++)
    {
      Cluster *cluster = &self->clusters[i];
      gsize economy = (gsize) (cluster->economy - economies);

      cluster->rank = i + 1;
      cluster->national_rank = ++self->national_clusters[economy];
      order[i] = cluster;
    }

  qsort (order, self->n_clusters, sizeof (Cluster *), compare_intensity);
  for (i = 0; i < self->n_clusters; i++)
    order[i]->intensity_rank = i + 1;
}

static AtlasNumber
make_number (double value)
{
  return (AtlasNumber){ .value = floor (value + 0.5),
                        .state = ATLAS_NUMBER_GIVEN };
}

/* What rounding makes of a share; less than one half is printed as "<1%". */
static AtlasNumber
make_share (double percent)
{
  AtlasNumber share = make_number (percent);

  if (share.value < 1)
    {
      share.value = 1;
      share.state = ATLAS_NUMBER_BELOW;
    }

  return share;
}

static char *
make_holder (Generator *self, const Cluster *cluster, AtlasKind kind, guint i)
{
  g_autofree char *town = g_utf8_strup (cluster->name, -1);
  const char *const *endings = kind == ATLAS_PATENTS ? companies : universities;
  guint n = kind == ATLAS_PATENTS ? (guint) G_N_ELEMENTS (companies)
                                  : (guint) G_N_ELEMENTS (universities);
  guint at = (g_str_hash (cluster->name) + i * 5) % n;

  town[strcspn (town, ",")] = '\0';
  if (kind == ATLAS_PATENTS && draw_below (self, 4) > 0)
    {
      g_autofree char *company = g_strconcat (
          beginnings[(g_str_hash (town) + i) % G_N_ELEMENTS (beginnings)],
          middles[(g_str_hash (town) / 7 + i) % G_N_ELEMENTS (middles)], NULL);
      g_autofree char *upper = g_ascii_strup (company, -1);

      return g_strconcat (upper, " ", endings[at], NULL);
    }

  return g_strconcat (town, " ", endings[at], NULL);
}

static void
add_table (Generator *self, const Cluster *cluster, AtlasKind kind)
{
  double total =
      floor (kind == ATLAS_PATENTS ? cluster->patents : cluster->articles);
  double fraction = 0.06 + 0.34 * draw_unit (self);
  guint i;

  for (i = 0; i < N_ROWS; i++)
    {
      g_autofree char *name = make_holder (self, cluster, kind, i);
      AtlasNumber rank = make_number (i + 1);
      AtlasNumber count = make_number (MAX (total * fraction, 1));
      AtlasNumber share = make_share (100 * count.value / total);

      atlas_profile_builder_add_entry (self->builder, kind, name, -1, &rank,
                                       &count, &share, 0);
      fraction *= 0.3 + 0.5 * draw_unit (self);
    }
}

/* Every third profile has its technology fields. */
static void
add_fields (Generator *self, AtlasKind kind)
{
  double percent = 10 + 20 * draw_unit (self);
  guint first = draw_below (self, G_N_ELEMENTS (technology_fields));
  guint i;

  for (i = 0; i < N_ROWS; i++)
    {
      AtlasNumber share = make_share (percent);

      atlas_profile_builder_add_field (
          self->builder, kind,
          technology_fields[(first + i) % G_N_ELEMENTS (technology_fields)], -1,
          &share, 0);
      percent *= 0.6;
    }
}

/* Large clusters and those of the same economy are named more often. */
static void
add_partners (Generator *self, const Cluster *cluster, AtlasKind kind)
{
  const Cluster *chosen[N_ROWS];
  guint n = 0;
  guint tries;

  for (tries = 0; n < N_ROWS && tries < 1000; tries++)
    {
      double reach = pow (draw_unit (self), 3) * self->n_clusters;
      const Cluster *partner =
          &self->clusters[MIN ((guint) reach, self->n_clusters - 1)];
      guint i;

      if (partner == cluster
          || (partner->economy != cluster->economy && tries < 6
              && draw_below (self, 2) == 0))
        continue;
      for (i = 0; i < n && chosen[i] != partner; i++)
        ;
      if (i < n)
        continue;

      chosen[n++] = partner;
      atlas_profile_builder_add_partner (self->builder, kind, partner->name, -1,
                                         0);
    }
}

static char *
make_text (Generator *self, const Cluster *cluster, guint edition)
{
  AtlasProfileNumbers *numbers =
      atlas_profile_builder_get_numbers (self->builder);
  g_autoptr (AtlasProfile) profile = NULL;
  gsize economy = (gsize) (cluster->economy - economies);
  gboolean fields = draw_below (self, 3) == 0;
  GString *text = g_string_new (" \n\n\n");
  guint kind;

  atlas_profile_builder_set_cluster (self->builder, cluster->name, -1, 0);
  atlas_profile_builder_set_economy (self->builder, cluster->economy->name, -1,
                                     0);
  atlas_profile_builder_set_demonym (self->builder, cluster->economy->demonym,
                                     -1, 0);

  numbers->edition = make_number (edition);
  numbers->top = make_number (MAX (100, self->n_clusters));
  numbers->rank = make_number (cluster->rank);
  numbers->intensity_rank = make_number (cluster->intensity_rank);
  numbers->national_rank = make_number (cluster->national_rank);
  numbers->national_clusters = make_number (self->national_clusters[economy]);
  numbers->per_million[ATLAS_PATENTS] =
      make_number (floor (cluster->patents) / cluster->population * 1e6);
  numbers->per_million[ATLAS_ARTICLES] =
      make_number (floor (cluster->articles) / cluster->population * 1e6);
  numbers->collaboration[ATLAS_PATENTS] =
      make_number (4 + 30 * draw_unit (self));
  numbers->collaboration[ATLAS_ARTICLES] =
      make_number (35 + 40 * draw_unit (self));

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      add_table (self, cluster, kind);
      if (fields)
        add_fields (self, kind);
      add_partners (self, cluster, kind);
    }

  profile = atlas_profile_builder_end (self->builder);
  atlas_text_write (profile, text);

  return g_string_free (text, FALSE);
}

static gboolean
write_file (Generator *self,
            const Cluster *cluster,
            guint edition,
            guint number,
            const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = make_text (self, cluster, edition);
  g_autofree char *part = g_strdup_printf (
      "%u-%02u", edition, (cluster->rank - 1) / FILES_PER_FOLDER);
  g_autofree char *directory = g_build_filename (folder, part, NULL);
  g_autofree char *name = g_strdup_printf ("%06u.txt", number);
  g_autofree char *path = g_build_filename (directory, name, NULL);

  if (g_mkdir_with_parents (directory, 0777) != 0)
    {
      g_printerr ("%s: %s\n", directory, g_strerror (errno));
      return FALSE;
    }
  /* Many small files for tests: nobody needs them synced. */
  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0666,
                                 &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }

  return TRUE;
}

static gboolean
generate (Generator *self, guint n, const char *folder)
{
  guint n_editions = CLAMP (n / 100, 1, MAX_EDITIONS);
  guint number = 0;
  guint i, k;

  self->n_clusters = (n + n_editions - 1) / n_editions;
  make_clusters (self);

  for (i = 0; i < n_editions; i++)
    {
      begin_edition (self);
      for (k = 0; k < self->n_clusters && number < n; k++, number++)
        {
          if (!write_file (self, &self->clusters[k],
                           LAST_EDITION - n_editions + 1 + i, number, folder))
            return FALSE;
        }
    }

  return TRUE;
}

int
main (int argc, char **argv)
{
  Generator self = { .state = 1 };
  guint64 n = 0;
  gboolean done;
  guint i;

  if (argc < 3 || argc > 4
      || !g_ascii_string_to_unsigned (argv[1], 10, 1, 1000000, &n, NULL)
      || (argc == 4
          && !g_ascii_string_to_unsigned (argv[3], 10, 0, G_MAXUINT64,
                                          &self.state, NULL)))
    {
      g_printerr ("Usage: %s N DIR [SEED]\n", argv[0]);
      return 2;
    }

  self.builder = atlas_profile_builder_new ();
  done = generate (&self, (guint) n, argv[2]);

  for (i = 0; i < self.n_clusters; i++)
    g_free (self.clusters[i].name);
  g_free (self.clusters);
  atlas_profile_builder_free (self.builder);

  return done ? 0 : 1;
}
