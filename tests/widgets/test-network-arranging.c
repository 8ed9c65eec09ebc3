/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "network-fixture.h"
#include "network-view-fixture.h"

/* Where places stand: the same for the same profiles, however they came, and
 * where the user puts them. */

static void
assert_same_positions (Fixture *fixture, const GArray *positions)
{
  for (guint i = 0; i < positions->len; i += 2)
    {
      const AtlasPlace *place = network_view_get_place (fixture, i / 2);

      g_assert_cmpfloat (place->x, ==, g_array_index (positions, double, i));
      g_assert_cmpfloat (place->y, ==,
                         g_array_index (positions, double, i + 1));
    }
}

static GArray *
dup_positions (Fixture *fixture)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < network_view_count_places (fixture); i++)
    {
      g_array_append_val (positions, network_view_get_place (fixture, i)->x);
      g_array_append_val (positions, network_view_get_place (fixture, i)->y);
    }

  return positions;
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  AtlasUndoStack *undo = atlas_session_get_undo_stack (fixture->session);
  g_autofree char *id = g_strdup (network_view_get_place (fixture, 3)->id);
  g_autoptr (GArray) before = dup_positions (fixture);
  double unit_x;
  double unit_y;
  double x;
  double y;
  double new_x;
  double new_y;

  atlas_network_canvas_get_position (fixture->canvas, 3, &x, &y);
  network_view_drag (fixture, x, y, 60, -30);
  network_view_wait (fixture);
  g_assert_true (
      atlas_session_get_position (fixture->session, id, &unit_x, &unit_y));
  g_assert_true (network_view_get_place (fixture, 3)->pinned);
  g_assert_cmpstr (network_view_get_place (fixture, 3)->id, ==, id);

  /* It is where it was dropped, as far as the whole map still fits. */
  atlas_network_canvas_get_position (fixture->canvas, 3, &new_x, &new_y);
  g_assert_cmpfloat (new_x - x, >, 30);
  g_assert_cmpfloat (new_y - y, <, -10);

  g_assert_true (atlas_undo_stack_undo (undo));
  network_view_wait (fixture);
  g_assert_false (
      atlas_session_get_position (fixture->session, id, &unit_x, &unit_y));
  g_assert_false (network_view_get_place (fixture, 3)->pinned);
  /* All is as it was, not only the place that was dragged. */
  assert_same_positions (fixture, before);

  g_assert_true (atlas_undo_stack_redo (undo));
  network_view_wait (fixture);
  g_assert_true (network_view_get_place (fixture, 3)->pinned);
}

/* A folder that comes in bit by bit looks as if it had come at once, and so
 * does the whole network after a small part of it. */
static void
test_same_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) profiles = network_fixture_new_profiles (120, 7);
  g_autoptr (GArray) at_once = NULL;

  network_view_add (fixture->session, 120);
  network_view_wait (fixture);
  at_once = dup_positions (fixture);

  atlas_network_view_show_surroundings (
      fixture->self, network_view_get_place (fixture, 100)->id, 1);
  network_view_wait (fixture);
  g_assert_cmpuint (2 * network_view_count_places (fixture), <,
                    at_once->len / 2);
  atlas_network_view_show_surroundings (fixture->self, NULL, 0);
  network_view_wait (fixture);
  assert_same_positions (fixture, at_once);

  atlas_session_clear (fixture->session);
  while (atlas_network_view_get_network (fixture->self) != NULL)
    g_main_context_iteration (NULL, TRUE);
  atlas_session_set_loading (fixture->session, TRUE);
  for (guint i = 0; i < profiles->len; i++)
    {
      network_view_add_file (fixture->session, profiles->pdata[i], i);
      if (i % 30 == 29)
        {
          do
            g_main_context_iteration (NULL, TRUE);
          while (atlas_session_get_network_pending (fixture->session));
          network_view_wait (fixture);
        }
    }
  atlas_session_set_loading (fixture->session, FALSE);
  do
    g_main_context_iteration (NULL, TRUE);
  while (atlas_session_get_network_pending (fixture->session));
  network_view_wait (fixture);
  g_assert_cmpuint (network_view_count_places (fixture), ==, at_once->len / 2);
  assert_same_positions (fixture, at_once);
  atlas_session_clear (fixture->session);
}

/* What was asked for last is waited for, be it with the session still. */
static void
test_ready (Fixture *fixture, gconstpointer data)
{
  network_view_add (fixture->session, 30);
  g_assert_false (atlas_network_view_get_ready (fixture->self));
  network_view_wait (fixture);
  g_assert_false (atlas_session_get_network_pending (fixture->session));
  g_assert_true (atlas_session_get_network (fixture->session)
                 == fixture->self->whole);
}

/* The window is closed while the worker is busy. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  atlas_network_view_update (fixture->self);
  atlas_network_canvas_zoom (fixture->canvas, 3);
}

int
main (int argc, char *argv[])
{
  static const NetworkViewTest tests[] = {
    { "/widgets/network/drag", 40, test_drag },
    { "/widgets/network/same-picture", 0, test_same_picture },
    { "/widgets/network/ready", 40, test_ready },
    { "/widgets/network/close", 300, test_close },
  };

  return network_view_run (&argc, &argv, tests, G_N_ELEMENTS (tests));
}
