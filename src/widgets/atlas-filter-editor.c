/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-filter-editor.h"

#include "atlas-access.h"
#include "atlas-organisation.h"

struct _AtlasFilterEditor
{
  GtkPopover parent_instance;

  GtkDropDown *kind;
  GtkStack *stack;
  GtkBox *choices;
  GtkSpinButton *low;
  GtkSpinButton *high;
  GtkEntry *text;
  GtkWidget *add_button;

  AtlasSession *session;
};

G_DEFINE_FINAL_TYPE (AtlasFilterEditor, atlas_filter_editor, GTK_TYPE_POPOVER)

/* How each kind is edited, and the range that is offered first. */
static const struct
{
  const char *page;
  double low;
  double high;
} kinds[ATLAS_N_FILTER_KINDS] = {
  [ATLAS_FILTER_ECONOMY] = { "choices", 0, 0 },
  [ATLAS_FILTER_EDITION] = { "choices", 0, 0 },
  [ATLAS_FILTER_RANK] = { "range", 1, 100 },
  [ATLAS_FILTER_APPLICANT_SHARE] = { "range", 0, 100 },
  [ATLAS_FILTER_PUBLISHER_SHARE] = { "range", 0, 100 },
  [ATLAS_FILTER_PROBLEMS] = { "nothing", 0, 0 },
  [ATLAS_FILTER_NAMES] = { "text", 0, 0 },
  [ATLAS_FILTER_ORGANISATION] = { "choices", 0, 0 },
};

static void
add_choice (AtlasFilterEditor *self, const char *value, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (check), "atlas-value", g_strdup (value),
                          g_free);
  gtk_box_append (self->choices, check);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* The economies or the editions of all open profiles. */
static GPtrArray *
list_values (AtlasFilterEditor *self, AtlasFilterKind kind)
{
  AtlasDocumentStore *store = atlas_session_get_store (self->session);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  AtlasDocument *const *documents;
  guint n, i;

  documents = atlas_document_store_peek (store, &n);
  for (i = 0; i < n; i++)
    {
      const AtlasProfile *profile = atlas_document_get_profile (documents[i]);
      g_autofree char *value = NULL;

      if (kind == ATLAS_FILTER_ECONOMY)
        value = g_strdup (profile->economy);
      else
        value = atlas_number_to_string (&profile->edition);
      if (value == NULL || g_hash_table_contains (seen, value))
        continue;

      g_hash_table_add (seen, value);
      g_ptr_array_add (values, g_steal_pointer (&value));
    }
  g_ptr_array_sort (values, compare_texts);

  return values;
}

static void
fill_choices (AtlasFilterEditor *self, AtlasFilterKind kind)
{
  g_autoptr (GPtrArray) values = NULL;
  GtkWidget *child;
  guint i;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices)))
         != NULL)
    gtk_box_remove (self->choices, child);

  if (kind == ATLAS_FILTER_ORGANISATION)
    {
      for (i = ATLAS_ORGANISATION_UNIVERSITY; i < ATLAS_N_ORGANISATION_KINDS;
           i++)
        add_choice (self, atlas_organisation_kind_get_nick (i),
                    atlas_organisation_kind_get_label (i));
      return;
    }

  values = list_values (self, kind);
  for (i = 0; i < values->len; i++)
    add_choice (self, values->pdata[i], values->pdata[i]);
}

static void
on_kind_changed (AtlasFilterEditor *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind);

  if (self->session == NULL || kind >= ATLAS_N_FILTER_KINDS)
    return;

  if (g_str_equal (kinds[kind].page, "choices"))
    fill_choices (self, kind);
  if (g_str_equal (kinds[kind].page, "range"))
    {
      gtk_spin_button_set_value (self->low, kinds[kind].low);
      gtk_spin_button_set_value (self->high, kinds[kind].high);
    }
  gtk_stack_set_visible_child_name (self->stack, kinds[kind].page);
}

static GPtrArray *
list_chosen (AtlasFilterEditor *self)
{
  GPtrArray *words = g_ptr_array_new ();
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->choices));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_ptr_array_add (words,
                       g_object_get_data (G_OBJECT (child), "atlas-value"));

  return words;
}

static AtlasFilter *
make_words_filter (AtlasFilterEditor *self, AtlasFilterKind kind)
{
  g_autoptr (GPtrArray) words = NULL;

  if (kind == ATLAS_FILTER_NAMES)
    {
      words = g_ptr_array_new ();
      if (gtk_entry_get_text_length (self->text) > 0)
        g_ptr_array_add (
            words, (char *) gtk_editable_get_text (GTK_EDITABLE (self->text)));
    }
  else
    words = list_chosen (self);

  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);
  return atlas_filter_new_words (kind, (const char *const *) words->pdata);
}

static AtlasFilter *
make_filter (AtlasFilterEditor *self)
{
  AtlasFilterKind kind = gtk_drop_down_get_selected (self->kind);

  if (kind == ATLAS_FILTER_PROBLEMS)
    return atlas_filter_new_problems ();
  if (g_str_equal (kinds[kind].page, "range"))
    return atlas_filter_new_range (kind, gtk_spin_button_get_value (self->low),
                                   gtk_spin_button_get_value (self->high));

  return make_words_filter (self, kind);
}

static void
on_add_clicked (AtlasFilterEditor *self)
{
  g_autoptr (AtlasFilter) filter = make_filter (self);

  if (filter == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (self));
  atlas_session_add_filter (self->session, filter);
}

static void
atlas_filter_editor_dispose (GObject *object)
{
  AtlasFilterEditor *self = ATLAS_FILTER_EDITOR (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_filter_editor_parent_class)->dispose (object);
}

static void
atlas_filter_editor_class_init (AtlasFilterEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_filter_editor_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-filter-editor.ui");
#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasFilterEditor, name)
  BIND (kind);
  BIND (stack);
  BIND (choices);
  BIND (low);
  BIND (high);
  BIND (text);
  BIND (add_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
atlas_filter_editor_init (AtlasFilterEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_kind_changed), NULL);
}

/**
 * atlas_filter_editor_set_session:
 * @self: an editor
 * @session: the session that the filter goes to; set once
 */
void
atlas_filter_editor_set_session (AtlasFilterEditor *self, AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_FILTER_EDITOR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}
