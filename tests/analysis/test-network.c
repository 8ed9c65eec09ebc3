/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "network-fixture.h"

#include "atlas-fold.h"
#include "atlas-gazetteer.h"

/* Issue 5 gives these figures of the five profiles. */
static void
test_samples_summary (void)
{
  g_autoptr (AtlasNetwork) network = fixture_network_of_samples ();
  AtlasNetworkSummary summary;

  atlas_network_summarise (network, &summary);

  g_assert_cmpuint (summary.n_places, ==, 14);
  g_assert_cmpuint (summary.n_loaded, ==, 5);
  g_assert_cmpuint (summary.n_links[ATLAS_PATENTS], ==, 15);
  g_assert_cmpuint (summary.n_links[ATLAS_ARTICLES], ==, 15);
  g_assert_cmpuint (summary.n_pairs, ==, 22);
  g_assert_cmpuint (summary.n_pairs_both, ==, 8);
  g_assert_cmpuint (summary.n_pairs_answer[ATLAS_LINK_ONE_WAY], ==, 4);
  g_assert_cmpuint (summary.n_pairs_answer[ATLAS_LINK_MUTUAL], ==, 0);
  g_assert_cmpuint (summary.n_pairs_answer[ATLAS_LINK_UNKNOWN], ==, 18);
  g_assert_cmpuint (summary.n_cross_border[ATLAS_PATENTS], ==, 4);
  g_assert_cmpuint (summary.n_with_economies[ATLAS_PATENTS], ==, 15);
  g_assert_cmpuint (summary.n_cross_border[ATLAS_ARTICLES], ==, 0);
  g_assert_cmpuint (summary.n_with_economies[ATLAS_ARTICLES], ==, 15);
  g_assert_cmpuint (summary.n_components, ==, 1);
}

static void
test_samples_named_by (void)
{
  static const struct
  {
    const char *id;
    guint patents, articles, any, of_n;
    const char *label;
  } rows[] = {
    { "shanghai-suzhou", 3, 4, 5, 5, "Shanghai-Suzhou" },
    { "shenzhen-hong kong-guangzhou", 3, 5, 5, 5,
      "Shenzhen-Hong Kong-Guangzhou" },
    { "beijing", 3, 4, 4, 4, "Beijing" },
    { "wenzhou", 1, 0, 1, 5, "Wenzhou" },
    { "dalian", 0, 0, 0, 4, "Dalian" },
  };
  g_autoptr (AtlasNetwork) network = fixture_network_of_samples ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AtlasPlace *place = fixture_get_place (network, rows[i].id);

      g_assert_cmpuint (place->named_by[ATLAS_PATENTS], ==, rows[i].patents);
      g_assert_cmpuint (place->named_by[ATLAS_ARTICLES], ==, rows[i].articles);
      g_assert_cmpuint (place->named_by_any, ==, rows[i].any);
      g_assert_cmpuint (place->of_n, ==, rows[i].of_n);
      g_assert_cmpstr (place->label, ==, rows[i].label);
    }
}

static void
test_samples_betweenness (void)
{
  static const struct
  {
    const char *id;
    double betweenness;
  } rows[] = {
    { "beijing", 45.2 },   { "chongqing", 13.2 }, { "shenyang", 12.2 },
    { "zhengzhou", 12.2 }, { "dalian", 0.2 },
  };
  g_autoptr (AtlasNetwork) network = fixture_network_of_samples ();
  guint i;

  g_assert_true (atlas_network_measure (network, NULL, NULL));
  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat_with_epsilon (
        fixture_get_place (network, rows[i].id)->betweenness,
        rows[i].betweenness, 1e-9);
}

/* Beijing: six links out, none answered by those that are loaded, for none of
 * its targets is. Borda: patents 2 + 3 + 1 and articles 4 · 3. */
static void
test_samples_facts (void)
{
  g_autoptr (AtlasNetwork) network = fixture_network_of_samples ();
  const AtlasPlace *beijing = fixture_get_place (network, "beijing");
  const AtlasPlace *dalian = fixture_get_place (network, "dalian");
  const AtlasPlace *tokyo = fixture_get_place (network, "tokyo-yokohama");

  g_assert_cmpuint (beijing->borda, ==, 3 + 1 + 2 + 4 * 3);
  g_assert_true (isnan (beijing->reciprocity));
  g_assert_cmpfloat (beijing->cross_border, ==, 0.5);
  g_assert_cmpfloat (beijing->jaccard, ==, 0.0);
  g_assert_cmpuint (beijing->out_links[ATLAS_PATENTS], ==, 3);
  g_assert_cmpuint (beijing->degree, ==, 10);
  g_assert_cmpfloat (dalian->reciprocity, ==, 0.0);
  g_assert_cmpfloat (dalian->jaccard, ==, 1.0);
  g_assert_true (beijing->loaded);
  g_assert_true (beijing->economy_printed);
  g_assert_false (tokyo->loaded);
  g_assert_cmpstr (tokyo->economy, ==, "Japan");
  g_assert_false (tokyo->economy_printed);
  g_assert_true (isnan (tokyo->jaccard));
  g_assert_true (isnan (tokyo->reciprocity));
}

static const Told triangle[] = {
  { "A", "X", 2024, { { "B", "C", NULL }, { "B", NULL } } },
  { "B", "X", 2024, { { "A", "A–Town", NULL }, { "C", NULL } } },
  { "C", "Y and X", 2024, { { NULL }, { "B", "A", NULL } } },
};

static void
test_answers (void)
{
  g_autoptr (AtlasNetwork) network =
      fixture_network_new (triangle, G_N_ELEMENTS (triangle));
  const guint a = (guint) atlas_network_find (network, "a");
  const guint b = (guint) atlas_network_find (network, "b");
  const guint c = (guint) atlas_network_find (network, "c");
  const AtlasEdge *edges = atlas_network_get_edges (network, NULL);
  gsize n;
  const AtlasLink *links = atlas_network_get_out_links (network, a, &n);
  AtlasNetworkSummary summary;

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (links[0].target, ==, b);
  g_assert_cmpint (links[0].answer, ==, ATLAS_LINK_MUTUAL);
  /* C names A for articles only: for patents it does not answer. */
  g_assert_cmpuint (links[1].target, ==, c);
  g_assert_cmpint (links[1].answer, ==, ATLAS_LINK_ONE_WAY);
  /* B names A for patents only. */
  g_assert_cmpint (links[2].answer, ==, ATLAS_LINK_ONE_WAY);

  g_assert_cmpint (edges[atlas_network_find_edge (network, a, c)].answer, ==,
                   ATLAS_LINK_MUTUAL);
  g_assert_cmpint (edges[atlas_network_find_edge (network, b, c)].answer, ==,
                   ATLAS_LINK_MUTUAL);
  g_assert_cmpint (
      edges[atlas_network_find_edge (
                network, b, (guint) atlas_network_find (network, "a-town"))]
          .answer,
      ==, ATLAS_LINK_UNKNOWN);
  g_assert_cmpint (atlas_network_find_edge (network, a, a), ==, -1);
  g_assert_cmpuint (edges[0].order[ATLAS_PATENTS][0], ==, 1);

  atlas_network_summarise (network, &summary);
  g_assert_cmpuint (summary.n_pairs, ==, 7);
  g_assert_cmpuint (summary.n_pairs_answer[ATLAS_LINK_MUTUAL], ==, 6);
  g_assert_cmpuint (summary.n_pairs_answer[ATLAS_LINK_UNKNOWN], ==, 1);
  g_assert_cmpuint (summary.n_cross_border[ATLAS_PATENTS], ==, 0);
}

/* The same profile twice, a cluster that names itself, the same partner twice
 * in other letters, a profile without a name or links: none is counted. */
/* After a partner that could not be read the next keeps its place. */
static void
test_gap (void)
{
  static const Told told[] = {
    { "A", "X", 2024, { { "B", "", "C", NULL }, { NULL } } },
  };
  g_autoptr (AtlasNetwork) network = fixture_network_new (told, 1);
  const AtlasLink *links;
  gsize n_links;

  links = atlas_network_get_links (network, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpuint (links[0].order, ==, 1);
  g_assert_cmpuint (links[1].order, ==, 3);
  g_assert_cmpuint (fixture_get_place (network, "c")->borda, ==, 1);
}

static void
test_odd_profiles (void)
{
  static const Told told[] = {
    { "A", "X", 2024, { { "A", "B – C", NULL }, { "b-c", NULL } } },
    { "a", "X", 2024, { { "D", NULL }, { NULL } } },
    { "E", NULL, 2024, { { "F", "f", " F ", NULL }, { NULL } } },
    { " ", NULL, 2024, { { "G", NULL }, { NULL } } },
    { "H", NULL, 0, { { NULL }, { NULL } } },
  };
  g_autoptr (AtlasNetwork) network =
      fixture_network_new (told, G_N_ELEMENTS (told));
  g_autoptr (AtlasNetwork) empty = atlas_network_new (NULL, 0, NULL);
  gsize n_places, n_links, n_editions;

  atlas_network_get_places (network, &n_places);
  atlas_network_get_links (network, &n_links);
  atlas_network_get_editions (network, &n_editions);
  g_assert_cmpuint (n_places, ==, 5);
  g_assert_cmpuint (n_links, ==, 3);
  g_assert_cmpuint (n_editions, ==, 2);
  g_assert_cmpint (atlas_network_find (network, "d"), ==, -1);
  g_assert_cmpuint (fixture_get_place (network, "b-c")->named_by_any, ==, 1);
  g_assert_cmpuint (fixture_get_place (network, "b-c")->borda, ==, 2 + 3);
  g_assert_cmpuint (fixture_get_place (network, "h")->degree, ==, 0);

  atlas_network_get_places (empty, &n_places);
  g_assert_cmpuint (n_places, ==, 0);
  g_assert_true (atlas_network_measure (empty, NULL, NULL));
  g_assert_true (atlas_network_arrange (empty, NULL, NULL));
}

static const Told two_editions[] = {
  { "A", "X", 2023, { { "B", NULL }, { NULL } } },
  { "A", "X", 2024, { { "B", "C", NULL }, { NULL } } },
  { "B", "X", 2023, { { "A", NULL }, { NULL } } },
};

/* An answer holds within one edition; who names in two counts once. */
static void
test_editions (void)
{
  g_autoptr (AtlasNetwork) network =
      fixture_network_new (two_editions, G_N_ELEMENTS (two_editions));
  g_autoptr (AtlasNetwork) latest = NULL;
  AtlasNetworkFilter filter = ATLAS_NETWORK_FILTER_INIT;
  const AtlasPlace *b = fixture_get_place (network, "b");
  const AtlasLink *links;
  gsize n;

  g_assert_cmpuint (b->named_by[ATLAS_PATENTS], ==, 1);
  g_assert_cmpuint (b->of_n, ==, 1);
  g_assert_cmpuint (b->borda, ==, 6);
  links = atlas_network_get_links (network, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (links[0].edition, ==, 2023);
  g_assert_cmpint (links[0].answer, ==, ATLAS_LINK_MUTUAL);
  g_assert_cmpint (links[1].answer, ==, ATLAS_LINK_UNKNOWN);

  filter.edition = 2024;
  latest = atlas_network_filter (network, &filter);
  b = fixture_get_place (latest, "b");
  g_assert_false (b->loaded);
  g_assert_cmpint (b->profile, ==, -1);
  g_assert_cmpuint (b->borda, ==, 3);
  g_assert_cmpint (fixture_get_place (latest, "a")->profile, ==, 1);
  atlas_network_get_editions (latest, &n);
  g_assert_cmpuint (n, ==, 1);
  atlas_network_get_links (latest, &n);
  g_assert_cmpuint (n, ==, 2);
}

static void
assert_ids (const AtlasNetwork *network, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  const AtlasPlace *places;
  gsize n, i;

  places = atlas_network_get_places (network, &n);
  for (i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", places[i].id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static const Told chain[] = {
  { "A", "X", 2024, { { "B", NULL }, { NULL } } },
  { "B", "X", 2024, { { "C", "E", NULL }, { "D", NULL } } },
  { "D", "Y", 2024, { { NULL }, { "C", "B", NULL } } },
};

static void
test_filter (void)
{
  static const struct
  {
    AtlasNetworkFilter filter;
    const char *ids;
    guint n_links;
  } rows[] = {
    { ATLAS_NETWORK_FILTER_INIT, "a b c d e", 6 },
    { { .kinds = 1 << ATLAS_PATENTS, .community = -1 }, "a b c d e", 3 },
    { { .kinds = 1 << ATLAS_ARTICLES, .community = -1 }, "a b c d", 3 },
    { { .max_order = 1, .community = -1 }, "a b c d", 4 },
    { { .loaded_only = TRUE, .community = -1 }, "a b d", 3 },
    { { .at_least = 2, .community = -1 }, "b c", 1 },
    { { .economy = "Y", .community = -1 }, "d", 0 },
    { { .ego = "a", .ego_depth = 1, .community = -1 }, "a b", 1 },
    { { .ego = "a", .ego_depth = 2, .community = -1 }, "a b c d e", 6 },
    { { .ego = "e", .ego_depth = 1, .community = -1, .at_least = 1 },
      "b e",
      1 },
    { { .ego = "nowhere", .ego_depth = 1, .community = -1 }, "a b c d e", 6 },
  };
  g_autoptr (AtlasNetwork) network =
      fixture_network_new (chain, G_N_ELEMENTS (chain));
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AtlasNetwork) part =
          atlas_network_filter (network, &rows[i].filter);
      gsize n_links;

      assert_ids (part, rows[i].ids);
      atlas_network_get_links (part, &n_links);
      g_assert_cmpuint (n_links, ==, rows[i].n_links);
    }
}

/* A filtered network keeps positions, pins and what is counted from the
 * profiles, and outlives the one it came from. */
static void
test_filter_keeps (void)
{
  AtlasNetwork *network = fixture_network_new (chain, G_N_ELEMENTS (chain));
  AtlasNetworkFilter filter = ATLAS_NETWORK_FILTER_INIT;
  g_autoptr (AtlasNetwork) part = NULL;
  g_autoptr (AtlasNetwork) copy = NULL;
  const AtlasPlace *b;

  atlas_network_set_position (
      network, (guint) atlas_network_find (network, "b"), 0.25, 0.75, TRUE);
  filter.kinds = 1 << ATLAS_PATENTS;
  part = atlas_network_filter (network, &filter);
  copy = atlas_network_copy (part);
  atlas_network_unref (network);

  b = fixture_get_place (copy, "b");
  g_assert_cmpfloat (b->x, ==, 0.25);
  g_assert_cmpfloat (b->y, ==, 0.75);
  g_assert_true (b->pinned);
  g_assert_cmpuint (b->named_by[ATLAS_ARTICLES], ==, 1);
  g_assert_cmpuint (b->degree, ==, 3);
  g_assert_cmpstr (b->label, ==, "B");
}

static void
test_path (void)
{
  g_autoptr (AtlasNetwork) network =
      fixture_network_new (chain, G_N_ELEMENTS (chain));
  const guint a = (guint) atlas_network_find (network, "a");
  const guint b = (guint) atlas_network_find (network, "b");
  const guint c = (guint) atlas_network_find (network, "c");
  g_autofree guint32 *path = NULL;
  g_autofree guint32 *self = NULL;
  const guint32 *neighbours;
  gsize length;

  path = atlas_network_find_path (network, a, c, &length);
  g_assert_cmpuint (length, ==, 3);
  g_assert_cmpuint (path[0], ==, a);
  g_assert_cmpuint (path[1], ==, b);
  g_assert_cmpuint (path[2], ==, c);

  self = atlas_network_find_path (network, a, a, &length);
  g_assert_cmpuint (length, ==, 1);
  g_assert_cmpuint (self[0], ==, a);

  neighbours = atlas_network_get_neighbours (network, b, &length);
  g_assert_cmpuint (length, ==, 4);
  g_assert_cmpuint (neighbours[0], ==, a);

  atlas_network_get_in_links (network, c, &length);
  g_assert_cmpuint (length, ==, 2);
}

/* The order of the profiles makes no difference. */
static void
test_order (void)
{
  g_autoptr (AtlasNetwork) forth = fixture_network_new (triangle, 3);
  const Told turned[] = { triangle[2], triangle[0], triangle[1] };
  g_autoptr (AtlasNetwork) back = fixture_network_new (turned, 3);
  const AtlasLink *a, *b;
  gsize n, n_back, i;

  a = atlas_network_get_links (forth, &n);
  b = atlas_network_get_links (back, &n_back);
  g_assert_cmpuint (n, ==, n_back);
  for (i = 0; i < n; i++)
    {
      g_assert_cmpuint (a[i].source, ==, b[i].source);
      g_assert_cmpuint (a[i].target, ==, b[i].target);
      g_assert_cmpuint (a[i].order, ==, b[i].order);
      g_assert_cmpint (a[i].kind, ==, b[i].kind);
      g_assert_cmpuint (turned[b[i].profile].cluster[0], ==,
                        triangle[a[i].profile].cluster[0]);
    }
}

/* Every entry is found: sorted by bytes, and keyed as names are folded. */
static void
test_gazetteer (void)
{
  const char *id, *last = "";
  guint i;

  for (i = 0; (id = atlas_gazetteer_get_id (i)) != NULL; i++)
    {
      g_autofree char *folded = atlas_fold_place (id);

      g_assert_cmpstr (folded, ==, id);
      g_assert_cmpint (strcmp (last, id), <, 0);
      g_assert_nonnull (atlas_gazetteer_get_economy (id));
      last = id;
    }
  g_assert_cmpuint (i, >, 300);

  g_assert_cmpstr (atlas_gazetteer_get_economy ("são paulo"), ==, "Brazil");
  g_assert_cmpstr (atlas_gazetteer_get_economy ("zürich"), ==, "Switzerland");
  g_assert_cmpstr (atlas_gazetteer_get_economy ("aachen"), ==, "Germany");
  g_assert_null (atlas_gazetteer_get_economy ("atlantis"));
  /* In Florida, too. */
  g_assert_null (atlas_gazetteer_get_economy ("st. petersburg"));

  g_assert_true (atlas_economies_meet ("China", "China"));
  g_assert_true (atlas_economies_meet ("China and Hong Kong, China", "China"));
  g_assert_true (
      atlas_economies_meet ("Germany", "Switzerland, France and Germany"));
  g_assert_false (atlas_economies_meet ("China", "Taiwan, Province of China"));
  g_assert_false (atlas_economies_meet ("Niger", "Nigeria"));
}

/* Each economy is worded as the index does: a slip of the pen would make an
 * economy of its own. */
static void
test_gazetteer_wording (void)
{
  static const char *const economies[] = {
    "Argentina",
    "Australia",
    "Austria",
    "Belarus",
    "Belgium",
    "Brazil",
    "Bulgaria",
    "Canada",
    "Chile",
    "China",
    "China and Hong Kong, China",
    "China and Macao, China",
    "Colombia",
    "Croatia",
    "Czech Republic",
    "Denmark",
    "Egypt",
    "Estonia",
    "Finland",
    "France",
    "Germany",
    "Greece",
    "Hong Kong, China",
    "Hungary",
    "India",
    "Indonesia",
    "Iran (Islamic Republic of)",
    "Ireland",
    "Israel",
    "Italy",
    "Japan",
    "Kazakhstan",
    "Latvia",
    "Lithuania",
    "Macao, China",
    "Malaysia",
    "Mexico",
    "Netherlands (Kingdom of the)",
    "New Zealand",
    "Norway",
    "Pakistan",
    "Philippines",
    "Poland",
    "Portugal",
    "Qatar",
    "Republic of Korea",
    "Romania",
    "Russian Federation",
    "Saudi Arabia",
    "Serbia",
    "Singapore and Malaysia",
    "Slovakia",
    "Slovenia",
    "South Africa",
    "Spain",
    "Sweden",
    "Switzerland",
    "Switzerland and France",
    "Switzerland, Germany and France",
    "Taiwan, Province of China",
    "Thailand",
    "Tunisia",
    "Türkiye",
    "Ukraine",
    "United Arab Emirates",
    "United Kingdom",
    "United States",
    "Viet Nam",
    NULL,
  };
  const char *id;

  for (guint i = 0; (id = atlas_gazetteer_get_id (i)) != NULL; i++)
    if (!g_strv_contains (economies, atlas_gazetteer_get_economy (id)))
      g_error ("%s: %s", id, atlas_gazetteer_get_economy (id));
}

/* Clusters as the index prints them: ranks 1 to 35 from its table of 2023, the
 * others from its texts of 2023 to 2025. */
static void
test_gazetteer_rankings (void)
{
  static const struct
  {
    const char *name;
    const char *economy;
  } ranked[] = {
    { "Tokyo–Yokohama", "Japan" },
    { "Shenzhen–Hong Kong–Guangzhou", "China and Hong Kong, China" },
    { "Seoul", "Republic of Korea" },
    { "Beijing", "China" },
    { "Shanghai–Suzhou", "China" },
    { "San Jose–San Francisco, CA", "United States" },
    { "Osaka–Kobe–Kyoto", "Japan" },
    { "Boston–Cambridge, MA", "United States" },
    { "San Diego, CA", "United States" },
    { "New York City, NY", "United States" },
    { "Nanjing", "China" },
    { "Paris", "France" },
    { "Wuhan", "China" },
    { "Hangzhou", "China" },
    { "Nagoya", "Japan" },
    { "Los Angeles, CA", "United States" },
    { "Washington, DC–Baltimore, MD", "United States" },
    { "Daejeon", "Republic of Korea" },
    { "Xi'an", "China" },
    { "London", "United Kingdom" },
    { "Seattle, WA", "United States" },
    { "Munich", "Germany" },
    { "Qingdao", "China" },
    { "Chengdu", "China" },
    { "Cologne", "Germany" },
    { "Amsterdam–Rotterdam", "Netherlands (Kingdom of the)" },
    { "Taipei–Hsinchu", "Taiwan, Province of China" },
    { "Houston, TX", "United States" },
    { "Stuttgart", "Germany" },
    { "Tel Aviv–Jerusalem", "Israel" },
    { "Moscow", "Russian Federation" },
    { "Chicago, IL", "United States" },
    { "Singapore", "Singapore and Malaysia" },
    { "Tehran", "Iran (Islamic Republic of)" },
    { "Philadelphia, PA", "United States" },
    { "Hefei", "China" },
    { "Zhengzhou", "China" },
    { "Ningde", "China" },
    { "Cairo", "Egypt" },
    { "Kuala Lumpur", "Malaysia" },
    { "Nanchang", "China" },
    { "Kunming", "China" },
    { "Macao SAR–Zhuhai", "China and Macao, China" },
    { "São Paulo", "Brazil" },
    { "Istanbul", "Türkiye" },
    { "Ankara", "Türkiye" },
    { "Bengaluru", "India" },
    { "Delhi", "India" },
    { "Mumbai", "India" },
    { "Chennai", "India" },
    { "Barcelona", "Spain" },
    { "Madrid", "Spain" },
    { "Dublin", "Ireland" },
    { "Mexico City", "Mexico" },
    { "Oslo", "Norway" },
    { "Manchester", "United Kingdom" },
    { "Cambridge", "United Kingdom" },
    { "Oxford", "United Kingdom" },
    { "Eindhoven", "Netherlands (Kingdom of the)" },
    { "Toronto, ON", "Canada" },
    { "Berlin", "Germany" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranked); i++)
    {
      g_autofree char *id = atlas_fold_place (ranked[i].name);

      g_assert_cmpstr (atlas_gazetteer_get_economy (id), ==, ranked[i].economy);
    }
}

static gboolean
always_stop (gpointer user_data)
{
  return TRUE;
}

static void
note_progress (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
test_measure (void)
{
  g_autoptr (AtlasNetwork) network = fixture_network_of_samples ();
  AtlasMeasureOptions options = { 0 };
  const AtlasPlace *places;
  double last = 0.0, sum = 0.0;
  AtlasNetworkSummary summary;
  gsize n, i;

  options.without_betweenness = TRUE;
  g_assert_true (atlas_network_measure_full (network, &options));
  places = atlas_network_get_places (network, &n);
  g_assert_true (isnan (places[0].betweenness));

  options.without_betweenness = FALSE;
  options.progress = note_progress;
  options.user_data = &last;
  g_assert_true (atlas_network_measure_full (network, &options));
  g_assert_cmpfloat (last, ==, 1.0);

  for (i = 0; i < n; i++)
    {
      sum += places[i].page_rank;
      g_assert_cmpfloat (places[i].participation, >=, 0.0);
      g_assert_cmpfloat (places[i].participation, <, 1.0);
      g_assert_cmpfloat (places[i].betweenness_directed, >=, 0.0);
    }
  g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-12);
  atlas_network_summarise (network, &summary);
  g_assert_cmpuint (summary.n_communities, >=, 2);
  g_assert_cmpfloat (summary.modularity, >, 0.199);

  g_assert_false (atlas_network_measure (network, always_stop, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/network/samples/summary", test_samples_summary);
  g_test_add_func ("/network/samples/named-by", test_samples_named_by);
  g_test_add_func ("/network/samples/betweenness", test_samples_betweenness);
  g_test_add_func ("/network/samples/facts", test_samples_facts);
  g_test_add_func ("/network/answers", test_answers);
  g_test_add_func ("/network/gap", test_gap);
  g_test_add_func ("/network/odd-profiles", test_odd_profiles);
  g_test_add_func ("/network/editions", test_editions);
  g_test_add_func ("/network/filter", test_filter);
  g_test_add_func ("/network/filter/keeps", test_filter_keeps);
  g_test_add_func ("/network/path", test_path);
  g_test_add_func ("/network/order", test_order);
  g_test_add_func ("/network/gazetteer", test_gazetteer);
  g_test_add_func ("/network/gazetteer-wording", test_gazetteer_wording);
  g_test_add_func ("/network/gazetteer-rankings", test_gazetteer_rankings);
  g_test_add_func ("/network/measure", test_measure);

  return g_test_run ();
}
