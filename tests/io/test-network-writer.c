/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "atlas-data-table.h"
#include "atlas-json-writer.h"
#include "atlas-network-writer.h"
#include "atlas-profile-builder.h"

/* A name with all that other programs trip over. */
#define EVIL                        \
  "A & <B> \"C\" \x01 \xE2\x80\xAE" \
  "D"

static AtlasProfile *
make_profile (const char *cluster, const char *first, const char *second)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);

  atlas_profile_builder_set_source (builder, "x.txt");
  atlas_profile_builder_set_cluster (builder, cluster, -1, 1);
  atlas_profile_builder_set_economy (builder, "Land, of =1+1", -1, 1);
  numbers->edition = (AtlasNumber){ 2024, 1, ATLAS_NUMBER_GIVEN, 0 };
  atlas_profile_builder_add_partner (builder, ATLAS_PATENTS, first, -1, 1);
  atlas_profile_builder_add_partner (builder, ATLAS_ARTICLES, second, -1, 1);

  return atlas_profile_builder_end (builder);
}

static AtlasNetwork *
make_network (void)
{
  g_autoptr (AtlasProfile) one = make_profile ("One", EVIL, "Two");
  g_autoptr (AtlasProfile) two = make_profile ("Two", "One", "One");
  const AtlasProfile *profiles[] = { one, two };
  AtlasNetwork *network = atlas_network_new (profiles, 2, NULL);

  g_assert_true (atlas_network_measure (network, NULL, NULL));
  g_assert_true (atlas_network_arrange (network, NULL, NULL));

  return network;
}

static void
on_start (GMarkupParseContext *context,
          const char *name,
          const char **keys,
          const char **values,
          gpointer data,
          GError **error)
{
  guint *counts = data;
  gsize i;

  if (strcmp (name, "node") == 0)
    counts[0]++;
  else if (strcmp (name, "edge") == 0)
    counts[1]++;
  for (i = 0; keys[i] != NULL; i++)
    g_assert_null (strchr (values[i], '\x01'));
}

static void
on_text (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  guint *counts = data;

  if (strcmp (text, "A & <B> \"C\" \xEF\xBF\xBD \xE2\x80\xAE"
                    "D")
      == 0)
    counts[2]++;
}

static void
assert_xml (const char *text, guint n_texts)
{
  const GMarkupParser parser = { .start_element = on_start, .text = on_text };
  guint counts[3] = { 0, 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, 0, counts, NULL);

  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts[0], ==, 3);
  g_assert_cmpuint (counts[1], ==, 4);
  g_assert_cmpuint (counts[2], ==, n_texts);
}

static void
test_xml (void)
{
  g_autoptr (AtlasNetwork) network = make_network ();
  g_autoptr (GString) graphml = g_string_new (NULL);
  g_autoptr (GString) gexf = g_string_new (NULL);

  atlas_network_write (graphml, network, ATLAS_NETWORK_GRAPHML, -1);
  assert_xml (graphml->str, 1);
  atlas_network_write (gexf, network, ATLAS_NETWORK_GEXF, 86400);
  assert_xml (gexf->str, 0);
  g_assert_nonnull (strstr (gexf->str, "lastmodifieddate=\"1970-01-02\""));
  g_assert_nonnull (strstr (gexf->str, "<viz:position x="));
  g_assert_nonnull (strstr (gexf->str, "for=\"mutual\" value=\"true\""));
  g_assert_nonnull (
      strstr (gexf->str, "for=\"economy_printed\" value=\"true\""));
  g_assert_nonnull (
      strstr (graphml->str, "<data key=\"color\">#332288</data>"));
  g_assert_nonnull (strstr (graphml->str, "<data key=\"size\">"));
}

static JsonObject *
parse (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_vosviewer (void)
{
  g_autoptr (AtlasNetwork) network = make_network ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object;
  JsonArray *items, *links;

  atlas_network_write (out, network, ATLAS_NETWORK_VOSVIEWER, -1);
  object = json_object_get_object_member (parse (parser, out->str), "network");
  items = json_object_get_array_member (object, "items");
  links = json_object_get_array_member (object, "links");
  g_assert_cmpuint (json_array_get_length (items), ==, 3);
  g_assert_cmpuint (json_array_get_length (links), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (
                       json_array_get_object_element (items, 0), "label"),
                   ==, EVIL);
}

static void
test_pajek (void)
{
  g_autoptr (AtlasNetwork) network = make_network ();
  g_autoptr (GString) out = g_string_new (NULL);

  atlas_network_write (out, network, ATLAS_NETWORK_PAJEK, -1);
  g_assert_true (g_str_has_prefix (out->str, "*Vertices 3\n1 \"A & <B> 'C'"));
  g_assert_nonnull (strstr (out->str, "*Arcs\n"));
  g_assert_nonnull (
      strstr (out->str, "\n2 1 1 c Blue p Solid l \"patents 1\"\n"));
  g_assert_nonnull (strstr (out->str, " 1 c Red p Dots l \"articles 1\"\n"));
}

static void
test_json (void)
{
  g_autoptr (AtlasNetwork) network = make_network ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object, *link;

  atlas_json_write_network (out, network);
  object = parse (parser, out->str);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (object, "nodes")),
      ==, 3);
  link = json_array_get_object_element (
      json_object_get_array_member (object, "links"), 0);
  g_assert_cmpstr (json_object_get_string_member (link, "source"), ==, "one");
  /* The target is not loaded: nobody knows. */
  g_assert_true (json_object_get_null_member (link, "mutual"));
}

static void
test_tables (void)
{
  g_autoptr (AtlasNetwork) network = make_network ();
  g_autoptr (GString) out = g_string_new (NULL);
  const AtlasDataWidth width = ATLAS_DATA_WIDTH_INIT;

  atlas_data_table_write_head (out, ATLAS_DATA_TABLE_LINKS, &width, '\t');
  atlas_data_table_write_network (out, ATLAS_DATA_TABLE_LINKS, network, '\t');
  g_assert_nonnull (
      strstr (out->str, "\ntwo\tone\tpatents\t1\tfalse\t2024\tTwo\tOne\n"));
  g_assert_nonnull (
      strstr (out->str, "\ntwo\tone\tarticles\t1\ttrue\t2024\tTwo\tOne\n"));

  g_string_truncate (out, 0);
  atlas_data_table_write_head (out, ATLAS_DATA_TABLE_PLACES, &width, ',');
  atlas_data_table_write_network (out, ATLAS_DATA_TABLE_PLACES, network, ',');
  g_assert_nonnull (strstr (out->str, "\none,One,\"Land, of =1+1\",true,1,"));
}

/* A profile with longer lists than usual, and a share below 1 percent. */
static void
test_wide (void)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  const AtlasNumber number = { 1, 1, ATLAS_NUMBER_GIVEN, 0 };
  const AtlasNumber below = { 1, 1, ATLAS_NUMBER_BELOW, 0 };
  g_autoptr (AtlasProfile) profile = NULL;
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) row = g_string_new (NULL);
  AtlasDataWidth width = ATLAS_DATA_WIDTH_INIT;
  const AtlasDataWidth usual = ATLAS_DATA_WIDTH_INIT;
  guint i, n_head = 0, n_row = 0;

  atlas_profile_builder_set_cluster (builder, "One", -1, 1);
  for (i = 0; i < 5; i++)
    atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, "Name", -1,
                                     &number, &number, &below, 1);
  atlas_profile_builder_add_field (builder, ATLAS_ARTICLES, "Field", -1,
                                   &number, 1);
  profile = atlas_profile_builder_end (builder);

  atlas_data_width_fit (&width, profile);
  g_assert_false (atlas_data_width_equal (&width, &usual));
  g_assert_cmpuint (width.n_entries[ATLAS_PATENTS], ==, 5);
  g_assert_cmpuint (width.n_entries[ATLAS_ARTICLES], ==, 3);

  atlas_data_table_write_head (head, ATLAS_DATA_TABLE_PROFILES, &width, ',');
  atlas_data_table_write_profile (row, ATLAS_DATA_TABLE_PROFILES, profile,
                                  &width, ',');
  for (i = 0; i < head->len; i++)
    n_head += head->str[i] == ',' ? 1 : 0;
  for (i = 0; i < row->len; i++)
    n_row += row->str[i] == ',' ? 1 : 0;
  g_assert_cmpuint (n_head, ==, n_row);
  g_assert_nonnull (strstr (head->str, ",applicants.5.share_below,"));
  g_assert_nonnull (strstr (head->str, ",article_fields.1.name,"));
}

/* Without profiles every form is whole all the same. */
static void
test_empty (void)
{
  g_autoptr (AtlasNetwork) network = atlas_network_new (NULL, 0, NULL);
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GString) items = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object;

  atlas_json_write_head (json);
  atlas_json_write_tail (json, network, NULL, 0);
  object = parse (parser, json->str);
  object = json_object_get_object_member (object, "network");
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (object, "nodes")),
      ==, 0);
  atlas_network_write (items, network, ATLAS_NETWORK_VOSVIEWER, -1);
  object =
      json_object_get_object_member (parse (parser, items->str), "network");
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (object, "items")),
      ==, 0);
}

/* Neither an edition nor measures: each form says so in its own way. */
static void
test_unknown (void)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autoptr (AtlasProfile) profile = NULL;
  g_autoptr (AtlasNetwork) network = NULL;
  g_autoptr (AtlasProblem) error = atlas_problem_new (
      ATLAS_PROBLEM_NOT_A_PROFILE, "x.txt", 3, NULL, 0, "Nothing.", NULL);
  g_autoptr (AtlasProblem) warning = atlas_problem_new (
      ATLAS_PROBLEM_BAD_NUMBER, "x.txt", 3, "4x4", -1, "Odd.", NULL);
  AtlasProblem *problems[] = { error, warning };
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GString) graphml = g_string_new (NULL);
  g_autoptr (GString) gexf = g_string_new (NULL);
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object, *inner;

  atlas_profile_builder_set_cluster (builder, "One", -1, 1);
  atlas_profile_builder_add_partner (builder, ATLAS_PATENTS, "Two", -1, 1);
  profile = atlas_profile_builder_end (builder);
  network = atlas_network_new ((const AtlasProfile *const *) &profile, 1, NULL);

  atlas_json_write_head (json);
  atlas_json_write_tail (json, network, problems, 2);
  object = parse (parser, json->str);
  g_assert_cmpstr (
      json_object_get_string_member (
          json_array_get_object_element (
              json_object_get_array_member (object, "problems"), 1),
          "severity"),
      ==, "warning");
  inner = json_object_get_object_member (object, "network");
  inner = json_array_get_object_element (
      json_object_get_array_member (inner, "links"), 0);
  g_assert_true (json_object_get_null_member (inner, "edition"));

  atlas_network_write (graphml, network, ATLAS_NETWORK_GRAPHML, -1);
  g_assert_null (strstr (graphml->str, "<data key=\"edition\">"));
  atlas_network_write (gexf, network, ATLAS_NETWORK_GEXF, -1);
  g_assert_null (strstr (gexf->str, "lastmodifieddate"));
  /* A day that no calendar has. */
  g_string_truncate (gexf, 0);
  atlas_network_write (gexf, network, ATLAS_NETWORK_GEXF, G_MAXINT64);
  g_assert_null (strstr (gexf->str, "lastmodifieddate"));
  g_assert_nonnull (strstr (gexf->str, "  <meta>\n"));
  atlas_data_table_write_network (table, ATLAS_DATA_TABLE_LINKS, network, ',');
  g_assert_cmpstr (table->str, ==, "one,two,patents,1,,,One,Two\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/network-writer/xml", test_xml);
  g_test_add_func ("/network-writer/vosviewer", test_vosviewer);
  g_test_add_func ("/network-writer/pajek", test_pajek);
  g_test_add_func ("/network-writer/json", test_json);
  g_test_add_func ("/network-writer/tables", test_tables);
  g_test_add_func ("/network-writer/wide", test_wide);
  g_test_add_func ("/network-writer/empty", test_empty);
  g_test_add_func ("/network-writer/unknown", test_unknown);

  return g_test_run ();
}
