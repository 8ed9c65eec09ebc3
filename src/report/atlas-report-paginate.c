/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-private.h"

/* Which block begins which page. Nothing is drawn here. */

/* So much of the space above a block is left where that saves a page. */
#define TIGHT_SPACE 0.75

/* Of a section with more pages nobody sees that its last one is short. */
#define MOST_TIGHTENED 6

typedef void (*BuildFunc) (const AtlasReport *self,
                           GPtrArray *blocks,
                           AtlasNumbering *numbering);

static const BuildFunc builders[ATLAS_N_REPORT_SECTIONS] = {
  [ATLAS_SECTION_CONTENTS] = atlas_report_build_contents,
  [ATLAS_SECTION_SUMMARY] = atlas_report_build_summary,
  [ATLAS_SECTION_COMPARISON] = atlas_report_build_comparison,
  [ATLAS_SECTION_RANKINGS] = atlas_report_build_rankings,
  [ATLAS_SECTION_NETWORK] = atlas_report_build_network,
  [ATLAS_SECTION_APPENDIX] = atlas_report_build_appendix,
  [ATLAS_SECTION_SOURCES] = atlas_report_build_sources,
};

/* Rows stand closer, and so do headings. */
static void
tighten (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      AtlasBlock *block = g_ptr_array_index (blocks, i);

      block->tight = TRUE;
      block->space_before *= TIGHT_SPACE;
    }
}

/**
 * atlas_report_build_section:
 * @self: a report
 * @section: a section with blocks
 * @subject: index of the subject for the pages about clusters, else -1
 * @density: how much room the page of a cluster takes; of other sections only
 *   %ATLAS_DENSITY_TIGHT differs
 * @numbering: (inout): the numbers of figures and tables
 *
 * Returns: (transfer full): the blocks of the section, none if there is
 *   nothing to say
 */
GPtrArray *
atlas_report_build_section (const AtlasReport *self,
                            AtlasReportSection section,
                            gssize subject,
                            AtlasDensity density,
                            AtlasNumbering *numbering)
{
  GPtrArray *blocks = atlas_blocks_new ();

  if (section == ATLAS_SECTION_CLUSTERS)
    atlas_report_build_cluster (&self->subjects[subject], density, blocks,
                                numbering);
  else if (builders[section] != NULL)
    builders[section](self, blocks, numbering);

  if (section != ATLAS_SECTION_CLUSTERS && density >= ATLAS_DENSITY_TIGHT)
    tighten (blocks);

  return blocks;
}

static void
set_size (const AtlasReport *self,
          const AtlasReportPart *part,
          AtlasReportPage *page)
{
  double width;
  double height;

  atlas_paper_get_size (self->settings->paper, &width, &height);
  page->width = part->landscape ? height : width;
  page->height = part->landscape ? width : height;
}

static AtlasPageEntry *
add_page (AtlasReport *self, const AtlasReportPart *part, gssize subject)
{
  AtlasPageEntry entry = { 0 };

  entry.part = part;
  entry.page.section = part->section;
  entry.page.profile = subject;
  set_size (self, part, &entry.page);
  g_array_append_val (self->pages, entry);

  return &g_array_index (self->pages, AtlasPageEntry, self->pages->len - 1);
}

/* Whether all blocks stand on one page. */
static gboolean
fits (GPtrArray *blocks, AtlasSheet *sheet, const AtlasFrame *frame)
{
  for (guint i = 0; i < blocks->len; i++)
    ((AtlasBlock *) g_ptr_array_index (blocks, i))->most = frame->height;

  return atlas_blocks_measure (blocks, sheet, frame->width) <= frame->height;
}

/* The blocks of a section; those about a cluster as roomy as one page has
 * them. What no page has, such as a long note, goes on on the next one. */
static GPtrArray *
build_fitting (const AtlasReport *self,
               AtlasTypesetter *typesetter,
               const AtlasReportPart *part,
               gssize subject,
               AtlasNumbering *numbering,
               AtlasDensity *density)
{
  AtlasNumbering first = *numbering;
  AtlasReportPage page = { .section = part->section, .profile = subject };
  g_autoptr (AtlasSheet) sheet = NULL;
  AtlasFrame frame;
  GPtrArray *blocks;

  *density = ATLAS_DENSITY_ROOMY;
  blocks = atlas_report_build_section (self, part->section, subject, *density,
                                       numbering);
  if (part->section != ATLAS_SECTION_CLUSTERS)
    return blocks;

  set_size (self, part, &page);
  atlas_report_get_frame (self, &page, &frame);
  sheet = atlas_sheet_new (typesetter, page.width, page.height,
                           self->settings->grey, TRUE);
  while (!fits (blocks, sheet, &frame))
    {
      if (*density + 1 == ATLAS_N_DENSITIES)
        break;
      g_ptr_array_unref (blocks);
      *numbering = first;
      blocks = atlas_report_build_section (self, part->section, subject,
                                           ++*density, numbering);
    }

  return blocks;
}

/* Where its blocks stand: adds pages, all made alike. */
static void
add_pages (AtlasReport *self,
           AtlasTypesetter *typesetter,
           GPtrArray *blocks,
           const AtlasPageEntry *like)
{
  AtlasPosition position = { 0, 0 };
  gboolean more = blocks->len > 0;

  while (more)
    {
      AtlasPageEntry *entry = add_page (self, like->part, like->page.profile);
      AtlasReportPage page = entry->page;
      g_autoptr (AtlasSheet) sheet = atlas_sheet_new (
          typesetter, page.width, page.height, self->settings->grey, TRUE);
      AtlasFrame frame;

      entry->position = position;
      entry->numbering = like->numbering;
      entry->density = like->density;
      atlas_report_get_frame (self, &page, &frame);
      more = atlas_flow_fill (blocks, &position, sheet, &frame);
    }
}

static void
paginate_blocks (AtlasReport *self,
                 AtlasTypesetter *typesetter,
                 const AtlasReportPart *part,
                 gssize subject,
                 AtlasNumbering *numbering)
{
  AtlasPageEntry like = { .part = part, .numbering = *numbering };
  AtlasNumbering again = *numbering;
  guint first = self->pages->len;
  g_autoptr (GPtrArray) blocks =
      build_fitting (self, typesetter, part, subject, numbering, &like.density);
  g_autoptr (GPtrArray) tight = NULL;
  guint n_pages;

  like.page.profile = subject;
  add_pages (self, typesetter, blocks, &like);
  n_pages = self->pages->len - first;
  if (part->section == ATLAS_SECTION_CLUSTERS || n_pages < 2
      || n_pages > MOST_TIGHTENED)
    return;

  /* A page for a few rows is spared where closer rows do without it. */
  like.density = ATLAS_DENSITY_TIGHT;
  tight = atlas_report_build_section (self, part->section, subject,
                                      like.density, &again);
  g_array_set_size (self->pages, first);
  add_pages (self, typesetter, tight, &like);
  if (self->pages->len - first < n_pages)
    return;

  like.density = ATLAS_DENSITY_ROOMY;
  g_array_set_size (self->pages, first);
  g_ptr_array_unref (blocks);
  again = like.numbering;
  blocks = atlas_report_build_section (self, part->section, subject,
                                       like.density, &again);
  add_pages (self, typesetter, blocks, &like);
}

/**
 * atlas_report_paginate:
 * @self: a report that has been collected
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Returns: whether all pages were made
 */
gboolean
atlas_report_paginate (AtlasReport *self,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (AtlasTypesetter) typesetter = atlas_report_make_typesetter (self);
  AtlasNumbering numbering = { 1, 1 };

  self->pages = g_array_new (FALSE, FALSE, sizeof (AtlasPageEntry));
  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    {
      const AtlasReportPart *part = &self->settings->parts[i];
      guint first = self->pages->len;

      if (!part->shown)
        continue;
      if (part->section == ATLAS_SECTION_COVER)
        add_page (self, part, -1);
      else if (part->section != ATLAS_SECTION_CLUSTERS)
        paginate_blocks (self, typesetter, part, -1, &numbering);

      for (guint j = 0;
           part->section == ATLAS_SECTION_CLUSTERS && j < self->n_subjects; j++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          self->subjects[j].first_page = (int) self->pages->len;
          paginate_blocks (self, typesetter, part, j, &numbering);
        }

      self->section_pages[part->section] = first;
      self->section_counts[part->section] = self->pages->len - first;
    }

  /* Sections that have nothing to say may be all that is switched on. */
  if (self->pages->len == 0)
    add_page (self, &self->settings->parts[0], -1)->page.section =
        ATLAS_SECTION_COVER;

  return TRUE;
}

/**
 * atlas_report_make_sheet:
 * @self: a report
 * @typesetter: what makes its texts; must outlive the sheet
 * @page: which page, counted from 0
 *
 * Returns: (transfer full): the page with everything on it
 */
AtlasSheet *
atlas_report_make_sheet (const AtlasReport *self,
                         AtlasTypesetter *typesetter,
                         guint page)
{
  const AtlasPageEntry *entry =
      &g_array_index (self->pages, AtlasPageEntry, page);
  AtlasSheet *sheet =
      atlas_sheet_new (typesetter, entry->page.width, entry->page.height,
                       self->settings->grey, FALSE);
  AtlasFormatScope scope = atlas_format_begin (&self->format);
  AtlasPosition position = entry->position;
  AtlasNumbering numbering = entry->numbering;
  AtlasFrame frame;

  atlas_report_get_frame (self, &entry->page, &frame);
  if (entry->page.section == ATLAS_SECTION_COVER)
    {
      atlas_report_place_cover (self, sheet, &frame, entry->page.width,
                                entry->page.height);
    }
  else
    {
      g_autoptr (GPtrArray) blocks = atlas_report_build_section (
          self, entry->page.section, entry->page.profile, entry->density,
          &numbering);

      atlas_flow_fill (blocks, &position, sheet, &frame);
    }
  atlas_report_place_furniture (self, page, sheet);
  atlas_format_end (scope);

  return sheet;
}
