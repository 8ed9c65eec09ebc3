/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-profile-builder.h"
#include "atlas-session.h"

G_BEGIN_DECLS

/* A small profile: what tests of lists need, and nothing else. */
typedef struct
{
  const char *cluster;
  const char *economy;
  double edition;
  double rank;
  const char *applicant;
  double share;
  const char *partner;
} SmallProfile;

static inline AtlasNumber
given (double value)
{
  AtlasNumber number = ATLAS_NUMBER_INIT;

  if (value > 0)
    {
      number.value = value;
      number.state = ATLAS_NUMBER_GIVEN;
    }
  number.line = 3;

  return number;
}

static inline AtlasProfile *
make_profile (const SmallProfile *small)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);
  AtlasNumber rank = given (1);
  AtlasNumber count = given (10);
  AtlasNumber share = given (small->share);

  atlas_profile_builder_set_source (builder, "small.txt");
  if (small->cluster != NULL)
    atlas_profile_builder_set_cluster (builder, small->cluster, -1, 1);
  if (small->economy != NULL)
    atlas_profile_builder_set_economy (builder, small->economy, -1, 1);
  numbers->edition = given (small->edition);
  numbers->rank = given (small->rank);
  if (small->applicant != NULL)
    atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, small->applicant,
                                     -1, &rank, &count, &share, 7);
  if (small->partner != NULL)
    atlas_profile_builder_add_partner (builder, ATLAS_PATENTS, small->partner,
                                       -1, 9);

  return atlas_profile_builder_end (builder);
}

static inline GFile *
add_small (AtlasSession *session, const char *name, const SmallProfile *small)
{
  g_autoptr (GPtrArray) profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  GFile *file = g_file_new_for_path (name);

  g_ptr_array_add (profiles, make_profile (small));
  atlas_session_add_file (session, file, profiles, NULL);

  return file;
}

/* The clusters of a list of documents, as text: "Shenyang Dalian". */
static inline char *
list_to_text (GListModel *list)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AtlasDocument) document = g_list_model_get_item (list, i);
      const AtlasProfile *profile = atlas_document_get_profile (document);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, profile->cluster != NULL ? profile->cluster : "?");
    }

  return g_string_free (text, FALSE);
}

#define assert_model(list, expected)                  \
  G_STMT_START                                        \
  {                                                   \
    g_autofree char *list_text = list_to_text (list); \
    g_assert_cmpstr (list_text, ==, expected);        \
  }                                                   \
  G_STMT_END

/* Writes what a list says of its changes: "0-1+2 …". */
static inline void
note_change (GListModel *list,
             guint position,
             guint n_removed,
             guint n_added,
             gpointer user_data)
{
  GString *changes = user_data;

  if (changes->len > 0)
    g_string_append_c (changes, ' ');
  g_string_append_printf (changes, "%u", position);
  if (n_removed > 0)
    g_string_append_printf (changes, "-%u", n_removed);
  if (n_added > 0)
    g_string_append_printf (changes, "+%u", n_added);
}

#define assert_changes(changes, expected)           \
  G_STMT_START                                      \
  {                                                 \
    g_assert_cmpstr ((changes)->str, ==, expected); \
    g_string_truncate (changes, 0);                 \
  }                                                 \
  G_STMT_END

static const SmallProfile five[] = {
  { "Shenyang", "China", 2024, 61, "NORTHEASTERN UNIVERSITY", 40, "Beijing" },
  { "Dalian", "China", 2024, 98, "DALIAN INSTITUTE, CAS", 30, "Beijing" },
  { "Boston", "United States", 2024, 8, "MIT", 12, "New York" },
  { "São Paulo", "Brazil", 2024, 74, "UNIVERSIDADE DE SAO PAULO", 20,
    "Campinas" },
  { "Nowhere", NULL, 0, 0, NULL, 0, NULL },
};

static inline AtlasSession *
make_session (void)
{
  AtlasSession *session = atlas_session_new ();
  guint i;

  atlas_session_begin_batch (session);
  for (i = 0; i < G_N_ELEMENTS (five); i++)
    {
      g_autofree char *name = g_strdup_printf ("/nowhere/%u.txt", i);
      g_autoptr (GFile) file = add_small (session, name, &five[i]);
    }
  atlas_session_end_batch (session);

  return session;
}

G_END_DECLS
