/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-file-list.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n.h>

#include "atlas-file-reader.h"
#include "atlas-folder-contents.h"

/* How much is found before it is told. */
#define BATCH_SIZE 512

/* What a walk through folders carries along. */
typedef struct
{
  AtlasFoundFunc found;
  gpointer user_data;
  GPtrArray *batch;
  /* Paths read already, when several were named. */
  GHashTable *seen_paths;
  /* Sources given already, when several paths were named. */
  GHashTable *seen_sources;
  GRefString *folder;
  /* The real path of the folder named, to tell what leaves it. */
  char *real_root;
  gboolean recurse;
  gboolean stopped;
  guint n_skipped;
} Walk;

/**
 * atlas_file_item_new:
 * @folder: (nullable): the folder that the name is relative to
 * @parent: the path of a folder below @folder, or ""
 * @member: a name in @parent
 *
 * The item and its name are one block of memory: there are as many as files.
 *
 * Returns: (transfer full): an item for @parent/@member
 */
AtlasFileItem *
atlas_file_item_new (GRefString *folder, const char *parent, const char *member)
{
  gsize n_parent, n_member;
  AtlasFileItem *item;
  char *name;

  g_return_val_if_fail (parent != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  n_parent = strlen (parent);
  n_member = strlen (member);
  item = g_malloc0 (sizeof *item + n_parent + 1 + n_member + 1);
  name = (char *) (item + 1);
  item->name = name;
  if (n_parent > 0)
    {
      memcpy (name, parent, n_parent);
      name[n_parent] = '/';
      name += n_parent + 1;
    }
  memcpy (name, member, n_member);
  if (folder != NULL)
    item->folder = g_ref_string_acquire (folder);

  return item;
}

/**
 * atlas_file_item_free:
 * @item: (transfer full): an item
 */
void
atlas_file_item_free (AtlasFileItem *item)
{
  g_return_if_fail (item != NULL);

  g_clear_pointer (&item->folder, g_ref_string_release);
  g_clear_pointer (&item->problem, atlas_problem_unref);
  g_free (item->source);
  g_free (item);
}

/**
 * atlas_file_item_get_source:
 * @item: an item
 *
 * Returns: what to call it
 */
const char *
atlas_file_item_get_source (const AtlasFileItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->source != NULL ? item->source : item->name;
}

/**
 * atlas_file_item_compare:
 * @a: an item
 * @b: another
 *
 * Returns: the order of the two by source, the same in every language
 */
int
atlas_file_item_compare (const AtlasFileItem *a, const AtlasFileItem *b)
{
  return strcmp (atlas_file_item_get_source (a),
                 atlas_file_item_get_source (b));
}

static void
flush (Walk *walk)
{
  GPtrArray *batch = walk->batch;

  if (batch->len == 0)
    return;

  walk->batch =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_file_item_free);
  if (!walk->stopped && !walk->found (batch, walk->user_data))
    walk->stopped = TRUE;
  else if (walk->stopped)
    g_ptr_array_unref (batch);

  /* Each batch has a copy of its own: workers that count the references of one
   * string, four times for each file, take its line of the cache from each
   * other. */
  if (walk->folder != NULL)
    {
      GRefString *copy = g_ref_string_new (walk->folder);

      g_ref_string_release (walk->folder);
      walk->folder = copy;
    }
}

/* The source of @name: itself, or its URI when it is no text or is taken. */
static char *
choose_source (Walk *walk, GRefString *folder, const char *name)
{
  g_autoptr (GFile) file = NULL;

  if (g_utf8_validate (name, -1, NULL)
      && (walk->seen_sources == NULL
          || g_hash_table_add (walk->seen_sources, g_strdup (name))))
    return NULL;

  file = atlas_location_to_file (folder, name);

  return g_file_get_uri (file);
}

/* %NULL when it was found before. */
static AtlasFileItem *
add_item (Walk *walk, const char *parent, const char *member)
{
  g_autoptr (AtlasFileItem) item =
      atlas_file_item_new (walk->folder, parent, member);

  if (walk->seen_paths != NULL
      && !g_hash_table_add (walk->seen_paths,
                            atlas_location_build (walk->folder, item->name)))
    return NULL;

  if (strcmp (item->name, ".") == 0)
    item->source = g_filename_display_basename (walk->folder);
  else
    item->source = choose_source (walk, walk->folder, item->name);
  g_ptr_array_add (walk->batch, item);

  return g_steal_pointer (&item);
}

static void
add_file (Walk *walk, const char *parent, const char *member)
{
  add_item (walk, parent, member);
  if (walk->batch->len >= BATCH_SIZE)
    flush (walk);
}

static void
add_problem (Walk *walk,
             const char *name,
             AtlasProblemCode code,
             const char *sentence,
             const char *argument)
{
  AtlasFileItem *item = add_item (walk, "", name[0] != '\0' ? name : ".");

  if (item != NULL)
    item->problem = atlas_problem_new (code, atlas_file_item_get_source (item),
                                       0, NULL, 0, sentence, argument, NULL);
  if (walk->batch->len >= BATCH_SIZE)
    flush (walk);
}

static void walk_folder (Walk *walk, const char *name, guint depth);

/* Whether the real path @path is @root or below it. */
static gboolean
is_below (const char *path, const char *root)
{
  gsize length = strlen (root);

  return strncmp (path, root, length) == 0
         && (path[length] == '\0' || path[length] == G_DIR_SEPARATOR
             || (length > 0 && root[length - 1] == G_DIR_SEPARATOR));
}

/* A link is never followed: what it leads to is read at its own place when it
 * lies in the folder, and is not asked for when it lies outside. */
static void
visit_link (Walk *walk, const char *name)
{
  g_autofree char *path = atlas_location_build (walk->folder, name);
  g_autofree char *target = realpath (path, NULL);
  g_autofree char *parent = NULL;
  g_autofree char *shown = NULL;

  if (target == NULL)
    {
      if (errno == ELOOP)
        add_problem (walk, name, ATLAS_PROBLEM_FOLDER_SKIPPED,
                     N_ ("The link leads back to itself and was not followed."),
                     NULL);
      else
        add_problem (walk, name, ATLAS_PROBLEM_FOLDER_SKIPPED,
                     N_ ("The link leads nowhere: {0}."), g_strerror (errno));
      return;
    }

  shown = g_filename_display_name (target);
  if (!is_below (target, walk->real_root))
    {
      add_problem (walk, name, ATLAS_PROBLEM_FOLDER_SKIPPED,
                   N_ ("The link leads out of the folder, to {0}, and was not "
                       "followed."),
                   shown);
      return;
    }

  parent = g_path_get_dirname (path);
  g_free (g_steal_pointer (&path));
  path = realpath (parent, NULL);
  if (path != NULL && is_below (path, target))
    add_problem (walk, name, ATLAS_PROBLEM_FOLDER_SKIPPED,
                 N_ ("The link leads back to a folder it lies in, {0}, and was "
                     "not followed."),
                 shown);
}

static void
visit (Walk *walk,
       const char *folder,
       const char *member,
       unsigned char type,
       guint depth)
{
  g_autofree char *name = NULL;

  if (atlas_file_name_is_left_over (member))
    return;
  if (type == DT_REG && !atlas_file_name_is_profile (member))
    {
      walk->n_skipped++;
      return;
    }
  if (type == DT_REG)
    {
      add_file (walk, folder, member);
      return;
    }

  name = folder[0] == '\0' ? g_strdup (member)
                           : g_strconcat (folder, "/", member, NULL);
  switch (type)
    {
    case DT_DIR:
      if (walk->recurse)
        walk_folder (walk, name, depth + 1);
      break;

    case DT_LNK:
      visit_link (walk, name);
      break;

    default:
      add_problem (walk, name, ATLAS_PROBLEM_NOT_REGULAR,
                   N_ ("This is a pipe, a socket or a device, not a file."),
                   NULL);
      break;
    }
}

/* The folder at @name below the one that was named; "" is that one itself. */
static void
walk_folder (Walk *walk, const char *name, guint depth)
{
  g_autofree char *path = atlas_location_build (walk->folder, name);
  g_auto (AtlasContents) contents = { NULL };
  guint i;

  if (depth > ATLAS_MAX_FOLDER_DEPTH)
    {
      add_problem (walk, name, ATLAS_PROBLEM_FOLDER_SKIPPED,
                   N_ ("The folder lies too deep to be read."), NULL);
      return;
    }

  atlas_contents_init (&contents);
  if (!atlas_contents_list (&contents, path))
    {
      /* Not even the folder that was named: nothing at all was read. */
      if (depth == 0)
        add_problem (walk, name, ATLAS_PROBLEM_UNREADABLE,
                     N_ ("The folder could not be listed: {0}."),
                     g_strerror (errno));
      else
        add_problem (walk, name, ATLAS_PROBLEM_FOLDER_SKIPPED,
                     N_ ("The folder could not be listed: {0}."),
                     g_strerror (errno));
      return;
    }

  if (contents.incomplete != 0)
    add_problem (walk, name, ATLAS_PROBLEM_FOLDER_INCOMPLETE,
                 N_ ("The folder was listed only in part: {0}."),
                 g_strerror (contents.incomplete));

  for (i = 0; i < contents.members->len && !walk->stopped; i++)
    {
      const AtlasMember *member =
          &g_array_index (contents.members, AtlasMember, i);

      visit (walk, name, contents.names->str + member->name, member->type,
             depth);
    }
}

/* The same for a folder behind GIO, such as one on a server. */
static void
walk_remote (Walk *walk, GFile *root, const char *name, guint depth)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GError) error = NULL;
  GFileInfo *info;

  if (depth > ATLAS_MAX_FOLDER_DEPTH)
    {
      add_problem (walk, name, ATLAS_PROBLEM_FOLDER_SKIPPED,
                   N_ ("The folder lies too deep to be read."), NULL);
      return;
    }

  folder = name[0] == '\0' ? g_object_ref (root)
                           : g_file_resolve_relative_path (root, name);
  enumerator = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
      G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, &error);
  if (enumerator == NULL)
    {
      add_problem (walk, name,
                   depth == 0 ? ATLAS_PROBLEM_UNREADABLE
                              : ATLAS_PROBLEM_FOLDER_SKIPPED,
                   N_ ("The folder could not be listed: {0}."), error->message);
      return;
    }

  while (!walk->stopped
         && g_file_enumerator_iterate (enumerator, &info, NULL, NULL, &error)
         && info != NULL)
    {
      const char *base = g_file_info_get_name (info);
      g_autofree char *child = NULL;

      if (atlas_file_name_is_left_over (base))
        continue;

      child = name[0] == '\0' ? g_strdup (base)
                              : g_strconcat (name, "/", base, NULL);
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        {
          if (walk->recurse)
            walk_remote (walk, root, child, depth + 1);
        }
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_SYMBOLIC_LINK)
        add_problem (walk, child, ATLAS_PROBLEM_FOLDER_SKIPPED,
                     N_ ("Links on another computer are not followed."), NULL);
      else if (atlas_file_name_is_profile (base))
        add_file (walk, name, base);
      else
        walk->n_skipped++;
    }

  if (error != NULL)
    add_problem (walk, name, ATLAS_PROBLEM_FOLDER_INCOMPLETE,
                 N_ ("The folder was listed only in part: {0}."),
                 error->message);
}

/* A path that the user named: a folder, or whatever else to read. */
static void
walk_root (Walk *walk, GFile *root)
{
  g_autofree char *path = g_file_get_path (root);
  g_autofree char *uri = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *base = NULL;
  struct stat status;

  g_clear_pointer (&walk->folder, g_ref_string_release);
  g_clear_pointer (&walk->real_root, free);

  if (path == NULL)
    {
      uri = g_file_get_uri (root);
      if (g_file_query_file_type (root, G_FILE_QUERY_INFO_NONE, NULL)
          == G_FILE_TYPE_DIRECTORY)
        {
          walk->folder = g_ref_string_new (uri);
          walk_remote (walk, root, "", 0);
        }
      else
        add_file (walk, "", uri);
      return;
    }

  if (stat (path, &status) == 0 && S_ISDIR (status.st_mode))
    {
      walk->folder = g_ref_string_new (path);
      walk->real_root = realpath (path, NULL);
      if (walk->real_root == NULL)
        walk->real_root = strdup (path);
      walk_folder (walk, "", 0);
      return;
    }

  parent = g_path_get_dirname (path);
  base = g_path_get_basename (path);
  walk->folder = g_ref_string_new (parent);
  add_file (walk, "", base);
}

/**
 * atlas_file_list_walk:
 * @roots: (array length=n_roots): the files and folders named
 * @n_roots: number of @roots
 * @recurse: whether sub-folders are read
 * @found: called with what was found, each folder in the order of its names
 * @user_data: data for @found
 *
 * Lists the files to read. Blocks; call it on a worker. Hidden and left-over
 * files are passed over in silence, other kinds of files are counted; links
 * that lead back or out, pipes, sockets, devices, folders that cannot be read
 * or lie too deep come as items with a problem. A file that two roots reach is
 * found once.
 *
 * Returns: how many files of other kinds were passed over
 */
guint
atlas_file_list_walk (GFile *const *roots,
                      gsize n_roots,
                      gboolean recurse,
                      AtlasFoundFunc found,
                      gpointer user_data)
{
  Walk walk = { .found = found, .user_data = user_data, .recurse = recurse };
  gsize i;

  g_return_val_if_fail (roots != NULL || n_roots == 0, 0);
  g_return_val_if_fail (found != NULL, 0);

  walk.batch =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_file_item_free);
  if (n_roots > 1)
    {
      walk.seen_paths =
          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      walk.seen_sources =
          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }

  for (i = 0; i < n_roots && !walk.stopped; i++)
    walk_root (&walk, roots[i]);
  flush (&walk);

  g_ptr_array_unref (walk.batch);
  g_clear_pointer (&walk.seen_paths, g_hash_table_unref);
  g_clear_pointer (&walk.seen_sources, g_hash_table_unref);
  g_clear_pointer (&walk.folder, g_ref_string_release);
  g_clear_pointer (&walk.real_root, free);

  return walk.n_skipped;
}
