/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-details-view.h"
#include "atlas-format.h"

G_BEGIN_DECLS

/* The parts in the order in which they are filled in. */
enum
{
  PART_HEADING,
  PART_FIGURES,
  PART_APPLICANTS,
  PART_PUBLISHERS,
  PART_INVENTORS,
  PART_AUTHORS,
  PART_ESTIMATES,
  PART_STANDING,
  PART_EDITIONS
};

struct _AtlasDetailsView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkToggleButton *pin_button;
  AdwPreferencesGroup *figures;
  GtkBox *shares;
  AdwPreferencesGroup *partners;
  AdwPreferencesGroup *fields;
  AdwPreferencesGroup *estimates;
  AdwPreferencesGroup *standing;
  AdwPreferencesGroup *editions;
  GtkTextView *note;
  GtkLabel *source_line;

  AtlasSession *session;
  AtlasDocument *document;
  AtlasFormat format;
  GPtrArray *rows; /* what was put into groups, to be taken out again */
  GtkWidget *charts[ATLAS_N_KINDS];
  gboolean filling;
  guint update_id;
  guint part;        /* the next one to fill in */
  guint n_estimates; /* filled in so far */
};

void atlas_details_view_add_row (AtlasDetailsView *self,
                                 AdwPreferencesGroup *group,
                                 GtkWidget *row);

GtkWidget *atlas_details_view_make_row (AtlasDetailsView *self,
                                        const char *title,
                                        const char *value,
                                        guint32 line);

void atlas_details_view_show_line (AtlasDetailsView *self, guint32 line);

void atlas_details_view_fill_figures (AtlasDetailsView *self,
                                      const AtlasProfile *profile);

void atlas_details_view_clear_shares (AtlasDetailsView *self);

void atlas_details_view_fill_shares (AtlasDetailsView *self,
                                     const AtlasProfile *profile,
                                     AtlasKind kind);

void atlas_details_view_fill_partners (AtlasDetailsView *self,
                                       const AtlasProfile *profile,
                                       AtlasKind kind);

gboolean atlas_details_view_fill_estimates (AtlasDetailsView *self,
                                            const AtlasProfile *profile);

void atlas_details_view_fill_standing (AtlasDetailsView *self);

void atlas_details_view_remove_rows (AtlasDetailsView *self,
                                     AdwPreferencesGroup *group);

GtkWidget *
atlas_details_view_make_text (const char *text, const char *css_class);

GtkWidget *atlas_details_view_wrap_explanation (GtkWidget *box);

GtkWidget *
atlas_details_view_add_how_computed (AtlasDetailsView *self,
                                     GtkWidget *row,
                                     GtkMenuButtonCreatePopupFunc explain);

void atlas_details_view_fill_editions (AtlasDetailsView *self);

G_END_DECLS
