/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-aliases.h"

#include <string.h>

#include "atlas-fold.h"

/* Stands between the parts of a key; no name has it after folding. */
#define SEPARATOR "\n"

/* One line of either list. */
typedef struct
{
  char *cluster;
  char *name;
  char *target;
  char *name_key;
  char *target_key;
} Line;

struct _AtlasAliases
{
  gatomicrefcount references;
  /* key → Line: cluster and folded name; for pairs both folded names */
  GHashTable *aliases;
  GHashTable *nevers;
};

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->cluster);
  g_free (line->name);
  g_free (line->target);
  g_free (line->name_key);
  g_free (line->target_key);
  g_free (line);
}

static Line *
line_new (const char *cluster, const char *name, const char *target)
{
  Line *line = g_new0 (Line, 1);

  line->cluster = g_strdup (cluster);
  line->name = g_strdup (name);
  line->target = g_strdup (target);
  line->name_key = atlas_fold_place (name);
  line->target_key = atlas_fold_place (target);

  return line;
}

/* The key of a name that is folded already. */
static char *
make_key (const char *cluster, const char *folded)
{
  return g_strconcat (cluster != NULL ? cluster : "", SEPARATOR, folded, NULL);
}

/* The key of a pair, the same whichever comes first. */
static char *
make_pair_key (const char *cluster, const char *name, const char *other)
{
  g_autofree char *first = atlas_fold_place (name);
  g_autofree char *second = atlas_fold_place (other);
  gboolean swap = strcmp (first, second) > 0;

  return g_strconcat (cluster != NULL ? cluster : "", SEPARATOR,
                      swap ? second : first, SEPARATOR, swap ? first : second,
                      NULL);
}

/* What a folded name means in the end, or NULL when it means itself. Cycles
 * are refused when an alias is added, so this comes to an end. */
static const Line *
resolve (const AtlasAliases *self, const char *cluster, const char *folded)
{
  const Line *found = NULL;

  if (self == NULL || g_hash_table_size (self->aliases) == 0)
    return NULL;

  for (;;)
    {
      g_autofree char *key = make_key (cluster, folded);
      const Line *line = g_hash_table_lookup (self->aliases, key);

      if (line == NULL)
        return found;
      found = line;
      folded = line->target_key;
    }
}

/**
 * atlas_aliases_new:
 *
 * Returns: (transfer full): an empty list: every name means itself
 */
AtlasAliases *
atlas_aliases_new (void)
{
  AtlasAliases *self = g_new0 (AtlasAliases, 1);

  g_atomic_ref_count_init (&self->references);
  self->aliases =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, line_free);
  self->nevers =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, line_free);

  return self;
}

/**
 * atlas_aliases_ref:
 * @self: a list of aliases
 *
 * Returns: (transfer full): @self
 */
AtlasAliases *
atlas_aliases_ref (AtlasAliases *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * atlas_aliases_unref:
 * @self: (transfer full): a list of aliases
 */
void
atlas_aliases_unref (AtlasAliases *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_hash_table_unref (self->aliases);
  g_hash_table_unref (self->nevers);
  g_free (self);
}

static void
copy_lines (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Line *line = value;

      g_hash_table_insert (to, g_strdup (key),
                           line_new (line->cluster, line->name, line->target));
    }
}

/**
 * atlas_aliases_copy:
 * @self: a list of aliases
 *
 * Returns: (transfer full): a list of its own with the same lines
 */
AtlasAliases *
atlas_aliases_copy (const AtlasAliases *self)
{
  AtlasAliases *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = atlas_aliases_new ();
  copy_lines (self->aliases, copy->aliases);
  copy_lines (self->nevers, copy->nevers);

  return copy;
}

static gboolean
lines_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, value;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Line *line = value;
      const Line *other = g_hash_table_lookup (b, key);

      if (other == NULL || strcmp (line->name, other->name) != 0
          || strcmp (line->target, other->target) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * atlas_aliases_equal:
 * @a: a list of aliases
 * @b: another
 *
 * Returns: whether both have the same lines
 */
gboolean
atlas_aliases_equal (const AtlasAliases *a, const AtlasAliases *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return lines_equal (a->aliases, b->aliases)
         && lines_equal (a->nevers, b->nevers);
}

/**
 * atlas_aliases_dup_place_key:
 * @self: (nullable): a list of aliases
 * @name: name of a place, as printed
 *
 * Returns: (transfer full): the key of the place that @name means
 */
char *
atlas_aliases_dup_place_key (const AtlasAliases *self, const char *name)
{
  char *key;
  const Line *line;

  g_return_val_if_fail (name != NULL, NULL);

  key = atlas_fold_place (name);
  line = resolve (self, NULL, key);
  if (line != NULL)
    {
      g_free (key);
      key = g_strdup (line->target_key);
    }

  return key;
}

/**
 * atlas_aliases_get_organisation:
 * @self: (nullable): a list of aliases
 * @cluster: key of the cluster that names it
 * @name: (nullable): name of an organisation, as printed
 *
 * Returns: (transfer none) (nullable): the name to show for it: @name, or a
 *   string that @self owns until it is changed
 */
const char *
atlas_aliases_get_organisation (const AtlasAliases *self,
                                const char *cluster,
                                const char *name)
{
  g_autofree char *key = NULL;
  const Line *line;

  if (self == NULL || name == NULL || cluster == NULL
      || g_hash_table_size (self->aliases) == 0)
    return name;

  key = atlas_fold_place (name);
  line = resolve (self, cluster, key);

  return line != NULL ? line->target : name;
}

/**
 * atlas_aliases_add:
 * @self: a list of aliases
 * @cluster: (nullable): key of the cluster whose organisation this is; %NULL
 *   for a place
 * @name: a name
 * @target: the name it means
 *
 * Says that @name means @target, in place of what it meant before. An alias
 * that would lead back to itself is refused.
 *
 * Returns: whether anything changed
 */
gboolean
atlas_aliases_add (AtlasAliases *self,
                   const char *cluster,
                   const char *name,
                   const char *target)
{
  g_autofree char *key = NULL;
  const Line *old, *end;
  Line *line;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL && target != NULL, FALSE);

  line = line_new (cluster, name, target);
  key = make_key (cluster, line->name_key);
  old = g_hash_table_lookup (self->aliases, key);
  end = resolve (self, cluster, line->target_key);

  if (*line->name_key == '\0' || *line->target_key == '\0'
      || strcmp (line->name_key, line->target_key) == 0
      || (end != NULL && strcmp (end->target_key, line->name_key) == 0)
      || (old != NULL && strcmp (old->name, name) == 0
          && strcmp (old->target, target) == 0))
    {
      line_free (line);
      return FALSE;
    }

  g_hash_table_replace (self->aliases, g_steal_pointer (&key), line);

  return TRUE;
}

/**
 * atlas_aliases_remove:
 * @self: a list of aliases
 * @cluster: (nullable): as in atlas_aliases_add()
 * @name: a name that means another
 *
 * Returns: whether there was such an alias
 */
gboolean
atlas_aliases_remove (AtlasAliases *self, const char *cluster, const char *name)
{
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  folded = atlas_fold_place (name);
  key = make_key (cluster, folded);

  return g_hash_table_remove (self->aliases, key);
}

/**
 * atlas_aliases_get_n_aliases:
 * @self: (nullable): a list of aliases
 *
 * Returns: how many names mean another
 */
guint
atlas_aliases_get_n_aliases (const AtlasAliases *self)
{
  return self != NULL ? g_hash_table_size (self->aliases) : 0;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
call_sorted (GHashTable *table, AtlasAliasFunc func, gpointer user_data)
{
  GList *keys = g_list_sort (g_hash_table_get_keys (table), compare_keys);
  GList *at;

  for (at = keys; at != NULL; at = at->next)
    {
      const Line *line = g_hash_table_lookup (table, at->data);
      AtlasAlias alias = { line->cluster, line->name, line->target };

      func (&alias, user_data);
    }

  g_list_free (keys);
}

/**
 * atlas_aliases_foreach:
 * @self: (nullable): a list of aliases
 * @func: (scope call): called for each alias
 * @user_data: passed to @func
 *
 * Places come first, then the organisations by cluster, each sorted by name.
 * @func must not change the list.
 */
void
atlas_aliases_foreach (const AtlasAliases *self,
                       AtlasAliasFunc func,
                       gpointer user_data)
{
  if (self != NULL)
    call_sorted (self->aliases, func, user_data);
}

/**
 * atlas_aliases_add_never:
 * @self: a list of aliases
 * @cluster: (nullable): as in atlas_aliases_add()
 * @name: a name
 * @other: a name that looks like it
 *
 * Says that the two are not the same, so that it is not suggested again.
 *
 * Returns: whether anything changed
 */
gboolean
atlas_aliases_add_never (AtlasAliases *self,
                         const char *cluster,
                         const char *name,
                         const char *other)
{
  char *key;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL && other != NULL, FALSE);

  key = make_pair_key (cluster, name, other);
  if (g_hash_table_contains (self->nevers, key))
    {
      g_free (key);
      return FALSE;
    }

  return g_hash_table_insert (self->nevers, key,
                              line_new (cluster, name, other));
}

/**
 * atlas_aliases_remove_never:
 * @self: a list of aliases
 * @cluster: (nullable): as in atlas_aliases_add()
 * @name: a name
 * @other: the other one of the pair
 *
 * Returns: whether there was such a pair
 */
gboolean
atlas_aliases_remove_never (AtlasAliases *self,
                            const char *cluster,
                            const char *name,
                            const char *other)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL && other != NULL, FALSE);

  key = make_pair_key (cluster, name, other);

  return g_hash_table_remove (self->nevers, key);
}

/**
 * atlas_aliases_is_never:
 * @self: (nullable): a list of aliases
 * @cluster: (nullable): as in atlas_aliases_add()
 * @name: a name
 * @other: another
 *
 * Returns: whether the user said that the two are not the same
 */
gboolean
atlas_aliases_is_never (const AtlasAliases *self,
                        const char *cluster,
                        const char *name,
                        const char *other)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (name != NULL && other != NULL, FALSE);

  if (self == NULL || g_hash_table_size (self->nevers) == 0)
    return FALSE;
  key = make_pair_key (cluster, name, other);

  return g_hash_table_contains (self->nevers, key);
}

/**
 * atlas_aliases_foreach_never:
 * @self: (nullable): a list of aliases
 * @func: (scope call): called for each pair, as name and target
 * @user_data: passed to @func
 */
void
atlas_aliases_foreach_never (const AtlasAliases *self,
                             AtlasAliasFunc func,
                             gpointer user_data)
{
  if (self != NULL)
    call_sorted (self->nevers, func, user_data);
}
