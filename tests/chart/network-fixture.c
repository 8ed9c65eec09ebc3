/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "network-fixture.h"

#include "atlas-profile-builder.h"

#define N_ECONOMIES 14

static const char *const economies[N_ECONOMIES] = {
  "China",  "United States", "Germany",     "Japan",     "United Kingdom",
  "France", "India",         "Canada",      "Italy",     "Republic of Korea",
  "Brazil", "Spain",         "Netherlands", "Australia",
};

static const char *const heads[] = { "Ar",  "Bel", "Cor", "Dun", "El",
                                     "Far", "Gra", "Hal", "Is",  "Kan",
                                     "Lor", "Mar", "Nor", "Os",  "Pal",
                                     "Ros", "San", "Tor", "Ul",  "Vel" };
static const char *const middles[] = { "a", "en", "i", "or", "u", "an", "el" };
static const char *const tails[] = { "burg", "ton",  "shan", "ville", "ford",
                                     "ia",   "heim", "zhou", "polis", "mere" };

/* A third of the names are as long as those of joint clusters. */
static char *
make_name (guint number)
{
  const char *head = heads[number % G_N_ELEMENTS (heads)];
  const char *middle = middles[(number / 20) % G_N_ELEMENTS (middles)];
  const char *tail = tails[(number * 7 + number / 140) % G_N_ELEMENTS (tails)];
  guint round = number / 140;

  if (round > 0)
    return g_strdup_printf ("%s%s%s %u", head, middle, tail, round);
  if (number % 3 == 0)
    return g_strdup_printf ("%s%s%s-%s%s", head, middle, tail,
                            heads[(number * 3 + 5) % G_N_ELEMENTS (heads)],
                            tails[(number + 3) % G_N_ELEMENTS (tails)]);

  return g_strdup_printf ("%s%s%s", head, middle, tail);
}

static guint
economy_of (guint number)
{
  /* Large economies have many clusters. */
  return (number * number + number / 3) % (number % 3 == 0 ? N_ECONOMIES : 5);
}

/* Half of the partners are of the same economy, and low numbers, the large
 * clusters, are named most. */
static guint
choose_partner (GRand *random, guint number, guint n_places)
{
  for (guint i = 0; i < 30; i++)
    {
      double draw = g_rand_double (random);
      guint other = (guint) (draw * draw * draw * n_places);

      if (other == number)
        continue;
      if (g_rand_int_range (random, 0, 3) == 0
          || economy_of (other) == economy_of (number))
        return other;
    }

  return (number + 1) % n_places;
}

static AtlasProfile *
make_profile (GRand *random,
              AtlasProfileBuilder *builder,
              guint number,
              guint n_places)
{
  g_autofree char *name = make_name (number);
  g_autofree char *source = g_strdup_printf ("profile-%u.txt", number);

  atlas_profile_builder_set_source (builder, source);
  atlas_profile_builder_set_cluster (builder, name, -1, 8);
  atlas_profile_builder_set_economy (builder, economies[economy_of (number)],
                                     -1, 6);
  atlas_profile_builder_get_numbers (builder)->edition =
      (AtlasNumber){ 2024.0, 6, ATLAS_NUMBER_GIVEN, 0 };
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (guint order = 0; order < MIN (3, n_places - 1); order++)
      {
        guint other = choose_partner (random, number, n_places);
        g_autofree char *partner = make_name (other);

        atlas_profile_builder_add_partner (builder, (AtlasKind) kind, partner,
                                           -1, 44 + 2 * kind);
      }

  return atlas_profile_builder_end (builder);
}

GPtrArray *
network_fixture_new_profiles (guint n_places, guint32 seed)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  GPtrArray *profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  GRand *random = g_rand_new_with_seed (seed);

  /* Every sixth place is only named; one place alone names nobody. */
  for (guint i = 0; i < n_places; i++)
    if (n_places < 6 || i % 6 != 5)
      g_ptr_array_add (profiles, make_profile (random, builder, i, n_places));
  g_rand_free (random);

  return profiles;
}

AtlasNetwork *
network_fixture_new (guint n_places, guint32 seed)
{
  g_autoptr (GPtrArray) profiles =
      network_fixture_new_profiles (n_places, seed);
  AtlasNetwork *network = atlas_network_new (
      (const AtlasProfile *const *) profiles->pdata, profiles->len, NULL);

  g_assert_true (atlas_network_measure (network, NULL, NULL));
  g_assert_true (atlas_network_arrange (network, NULL, NULL));

  return network;
}
