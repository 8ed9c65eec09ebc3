/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-aliases-window.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-alias-suggestions.h"
#include "atlas-text-scale.h"

/* More suggestions than anyone goes through at once. */
#define MAX_SUGGESTIONS 100

struct _AtlasAliasesWindow
{
  AdwWindow parent_instance;

  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *save_button;
  AdwToastOverlay *toast_overlay;
  AdwComboRow *scope;
  AdwEntryRow *name;
  AdwEntryRow *target;
  AdwPreferencesGroup *aliases;
  AdwPreferencesGroup *suggestions;
  AdwPreferencesGroup *nevers;

  AtlasSession *session;
  AtlasDocument *document; /* whose organisations can be joined, if any */
  GPtrArray *rows;         /* group and row by turns */
  GHashTable *printed;     /* names of clusters by key, while rows are made */
  GCancellable *suggesting;
};

enum
{
  SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasAliasesWindow, atlas_aliases_window, ADW_TYPE_WINDOW)

/* What a button of a row does with the aliases. */
typedef gboolean (*ChangeFunc) (AtlasAliases *aliases,
                                const char *cluster,
                                const char *name,
                                const char *other);

static gboolean
remove_alias (AtlasAliases *aliases,
              const char *cluster,
              const char *name,
              const char *other)
{
  return atlas_aliases_remove (aliases, cluster, name);
}

static void
change (AtlasAliasesWindow *self,
        ChangeFunc func,
        const char *undo_name,
        const char *cluster,
        const char *name,
        const char *other)
{
  AtlasAliases *old = atlas_session_get_aliases (self->session);
  g_autoptr (AtlasAliases) aliases =
      old != NULL ? atlas_aliases_copy (old) : atlas_aliases_new ();

  if (func (aliases, cluster, name, other))
    atlas_session_set_aliases (self->session, aliases, undo_name);
}

/* What a button stands for. */
typedef struct
{
  ChangeFunc func;
  const char *undo_name;
  char *cluster;
  char *name;
  char *other;
} Deed;

static void
deed_free (gpointer data, GClosure *closure)
{
  Deed *deed = data;

  g_free (deed->cluster);
  g_free (deed->name);
  g_free (deed->other);
  g_free (deed);
}

static void
on_deed (GtkButton *button, gpointer user_data)
{
  Deed *deed = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  /* The rows are made anew, and the deed with them. */
  g_autofree char *cluster = g_strdup (deed->cluster);
  g_autofree char *name = g_strdup (deed->name);
  g_autofree char *other = g_strdup (deed->other);

  change (ATLAS_ALIASES_WINDOW (root), deed->func, deed->undo_name, cluster,
          name, other);
}

static GtkWidget *
make_button (const char *label,
             const char *tooltip,
             ChangeFunc func,
             const char *undo_name,
             const AtlasAlias *alias)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Deed *deed = g_new0 (Deed, 1);

  deed->func = func;
  deed->undo_name = undo_name;
  deed->cluster = g_strdup (alias->cluster);
  deed->name = g_strdup (alias->name);
  deed->other = g_strdup (alias->target);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_deed), deed,
                         deed_free, 0);
  return button;
}

/* A cluster as it is printed; the key when none of that name is open. */
static const char *
get_printed (AtlasAliasesWindow *self, const char *cluster)
{
  AtlasDocumentStore *store = atlas_session_get_store (self->session);
  const char *printed;
  guint i;

  if (self->printed == NULL)
    {
      self->printed = g_hash_table_new (g_str_hash, g_str_equal);
      for (i = atlas_document_store_get_n_documents (store); i > 0; i--)
        {
          AtlasDocument *document = atlas_document_store_get (store, i - 1);

          g_hash_table_insert (
              self->printed, (gpointer) atlas_document_get_place (document),
              (gpointer) atlas_document_get_profile (document)->cluster);
        }
    }
  printed = g_hash_table_lookup (self->printed, cluster);

  return printed != NULL ? printed : cluster;
}

static GtkWidget *
add_row (AtlasAliasesWindow *self,
         AdwPreferencesGroup *group,
         const AtlasAlias *alias,
         const char *reason)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (
      /* Translators: a printed name, and the name that it means. */
      _ ("\342\201\250%s\342\201\251 → \342\201\250%s\342\201\251"),
      alias->name, alias->target);
  g_autofree char *subtitle = NULL;
  const char *scope =
      alias->cluster != NULL ? get_printed (self, alias->cluster) : _ ("Place");

  /* Translators: where two names are the same, and why it looks so. */
  subtitle = reason != NULL ? g_strdup_printf (_ ("%s · %s"), scope, reason)
                            : g_strdup (scope);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, group);
  g_ptr_array_add (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);

  return row;
}

static void
add_alias (const AtlasAlias *alias, gpointer user_data)
{
  AtlasAliasesWindow *self = user_data;
  GtkWidget *row = add_row (self, self->aliases, alias, NULL);

  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      make_button (_ ("Separate"), _ ("Show Both Names Again"), remove_alias,
                   _ ("Separate Names"), alias));
}

static void
add_never (const AtlasAlias *alias, gpointer user_data)
{
  AtlasAliasesWindow *self = user_data;
  GtkWidget *row = add_row (self, self->nevers, alias, NULL);

  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      make_button (_ ("Forget"), _ ("Suggest This Pair Again"),
                   atlas_aliases_remove_never, _ ("Allow Names to Be Joined"),
                   alias));
}

static const char *
describe_reason (AtlasAliasReason reason)
{
  switch (reason)
    {
    case ATLAS_ALIAS_SPELLING:
      return _ ("differ in accents or punctuation alone");
    case ATLAS_ALIAS_STATE:
      return _ ("one has a state behind it");
    case ATLAS_ALIAS_ABBREVIATION:
      return _ ("one is abbreviated");
    case ATLAS_ALIAS_ACRONYM:
    default:
      return _ ("one is made of the other’s initials, perhaps by chance");
    }
}

static void
add_suggestion (AtlasAliasesWindow *self,
                const AtlasAliasSuggestion *suggestion)
{
  const AtlasAlias alias = { suggestion->cluster, suggestion->name,
                             suggestion->target };
  GtkWidget *row = add_row (self, self->suggestions, &alias,
                            describe_reason (suggestion->reason));

  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      make_button (_ ("Join"), _ ("These Names Mean the Same"),
                   atlas_aliases_add, _ ("Join Names"), &alias));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      make_button (_ ("Never"), _ ("Do Not Suggest This Pair Again"),
                   atlas_aliases_add_never, _ ("Never Join Names"), &alias));
}

/* Suggestions compare many names, so a worker looks for them. */
typedef struct
{
  GPtrArray *profiles;
  AtlasAliases *aliases;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_ptr_array_unref (search->profiles);
  g_clear_pointer (&search->aliases, atlas_aliases_unref);
  g_free (search);
}

static void
search_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Search *search = task_data;

  g_task_return_pointer (
      task,
      atlas_alias_suggest (
          (const AtlasProfile *const *) search->profiles->pdata,
          search->profiles->len, search->aliases),
      (GDestroyNotify) g_ptr_array_unref);
}

/* Says when there are more than those shown; others follow when these are
 * decided on. */
static void
describe_suggestions (AtlasAliasesWindow *self, guint n_found)
{
  g_autofree char *text = NULL;

  if (n_found > MAX_SUGGESTIONS)
    text = g_strdup_printf (
        _ ("The first %u of %u; the others follow as you decide on these"),
        (guint) MAX_SUGGESTIONS, n_found);
  adw_preferences_group_set_description (self->suggestions, text);
}

static void
on_suggested (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasAliasesWindow *self = ATLAS_ALIASES_WINDOW (source);
  g_autoptr (GPtrArray) found =
      g_task_propagate_pointer (G_TASK (result), NULL);
  guint i;

  /* Cancelled: another search is under way, or the window is gone. */
  if (found == NULL)
    return;

  for (i = 0; i < found->len && i < MAX_SUGGESTIONS; i++)
    add_suggestion (self, g_ptr_array_index (found, i));
  describe_suggestions (self, found->len);
  g_clear_pointer (&self->printed, g_hash_table_unref);
}

static void
suggest (AtlasAliasesWindow *self)
{
  AtlasAliases *aliases = atlas_session_get_aliases (self->session);
  Search *search = g_new0 (Search, 1);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->suggesting);
  g_clear_object (&self->suggesting);
  self->suggesting = g_cancellable_new ();

  search->profiles = atlas_session_snapshot (self->session, ATLAS_SCOPE_ALL);
  if (aliases != NULL)
    search->aliases = atlas_aliases_copy (aliases);
  task = g_task_new (self, self->suggesting, on_suggested, NULL);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
}

static void
update (AtlasAliasesWindow *self)
{
  AtlasAliases *aliases = atlas_session_get_aliases (self->session);
  guint i;

  for (i = 0; i + 1 < self->rows->len; i += 2)
    adw_preferences_group_remove (self->rows->pdata[i],
                                  self->rows->pdata[i + 1]);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->aliases), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->nevers), FALSE);

  if (aliases != NULL)
    {
      atlas_aliases_foreach (aliases, add_alias, self);
      atlas_aliases_foreach_never (aliases, add_never, self);
    }
  /* Suggestions alone are nothing to save. */
  gtk_widget_set_sensitive (self->save_button, self->rows->len > 0);
  g_clear_pointer (&self->printed, g_hash_table_unref);
  suggest (self);
}

static void
on_add (AtlasAliasesWindow *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  const char *target = gtk_editable_get_text (GTK_EDITABLE (self->target));
  g_autofree char *cluster = NULL;

  if (*name == '\0' || *target == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  if (self->document != NULL && adw_combo_row_get_selected (self->scope) == 1)
    cluster = atlas_session_dup_document_place (self->session, self->document);

  change (self, atlas_aliases_add, _ ("Join Names"), cluster, name, target);
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  gtk_editable_set_text (GTK_EDITABLE (self->target), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
on_undo_clicked (AtlasAliasesWindow *self)
{
  atlas_undo_stack_undo (atlas_session_get_undo_stack (self->session));
}

static void
on_redo_clicked (AtlasAliasesWindow *self)
{
  atlas_undo_stack_redo (atlas_session_get_undo_stack (self->session));
}

static void
on_save_clicked (AtlasAliasesWindow *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
fill_scope (AtlasAliasesWindow *self)
{
  g_autoptr (GtkStringList) scopes = gtk_string_list_new (NULL);
  const AtlasProfile *profile;
  g_autofree char *text = NULL;

  gtk_string_list_append (scopes, _ ("Places"));
  if (self->document != NULL)
    {
      profile = atlas_document_get_profile (self->document);
      text = g_strdup_printf (_ ("Organisations of \342\201\250%s\342\201\251"),
                              profile->cluster != NULL ? profile->cluster
                                                       : profile->source);
      gtk_string_list_append (scopes, text);
    }
  adw_combo_row_set_model (self->scope, G_LIST_MODEL (scopes));
}

static void
atlas_aliases_window_dispose (GObject *object)
{
  AtlasAliasesWindow *self = ATLAS_ALIASES_WINDOW (object);

  g_cancellable_cancel (self->suggesting);
  g_clear_object (&self->suggesting);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_aliases_window_parent_class)->dispose (object);
}

static void
atlas_aliases_window_class_init (AtlasAliasesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_aliases_window_dispose;

  /**
   * AtlasAliasesWindow::save:
   * @self: the window
   *
   * The user wants the list as a file of its own.
   */
  signals[SAVE] =
      g_signal_new ("save", G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-aliases-window.ui");
#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasAliasesWindow, name)
  BIND (undo_button);
  BIND (redo_button);
  BIND (save_button);
  BIND (toast_overlay);
  BIND (scope);
  BIND (name);
  BIND (target);
  BIND (aliases);
  BIND (suggestions);
  BIND (nevers);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_redo_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
atlas_aliases_window_init (AtlasAliasesWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  atlas_text_scale_widen (GTK_WINDOW (self));
}

/**
 * atlas_aliases_window_new:
 * @session: whose aliases
 * @parent: (nullable): the window that it belongs to
 *
 * Returns: (transfer none): a window, owned by GTK as all windows are
 */
GtkWidget *
atlas_aliases_window_new (AtlasSession *session, GtkWindow *parent)
{
  AtlasAliasesWindow *self;
  AtlasUndoStack *stack;
  AtlasDocument *current;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  self =
      g_object_new (ATLAS_TYPE_ALIASES_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  current = atlas_session_get_current (session);
  g_set_object (&self->document, current);
  fill_scope (self);

  stack = atlas_session_get_undo_stack (session);
  g_object_bind_property (stack, "can-undo", self->undo_button, "sensitive",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (stack, "can-redo", self->redo_button, "sensitive",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (session, "notify::aliases", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * atlas_aliases_window_toast:
 * @self: the window
 * @sentence: translated, plain text
 *
 * Tells the user what became of the list.
 */
void
atlas_aliases_window_toast (AtlasAliasesWindow *self, const char *sentence)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (ATLAS_IS_ALIASES_WINDOW (self));
  g_return_if_fail (sentence != NULL);

  /* A toast reads its title as markup. */
  escaped = g_markup_escape_text (sentence, -1);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}
