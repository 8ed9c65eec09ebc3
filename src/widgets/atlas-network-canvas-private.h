/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-network-canvas.h"
#include "atlas-network-painting.h"

G_BEGIN_DECLS

/* More lines than these are brought out by the worker, not in a frame. */
#define ATLAS_CANVAS_MAX_LIVE_EDGES 120

/* What the pointer is doing. */
typedef enum
{
  ATLAS_CANVAS_IDLE,
  ATLAS_CANVAS_PAN,
  ATLAS_CANVAS_BOX,
  ATLAS_CANVAS_DRAG,
} AtlasCanvasMode;

/* What lies below all that changes from frame to frame, and its node. The
 * surfaces are held, so that the next one is not taken for the same. */
typedef struct
{
  cairo_surface_t *picture;
  AtlasSceneView picture_view;
  double margin;
  AtlasSceneView view;
  AtlasThemeVariant variant;
  gboolean is_veiled;
  cairo_surface_t *legend;
  int width;
  int height;
  GskRenderNode *node;
} AtlasCanvasGround;

struct _AtlasNetworkCanvas
{
  GtkWidget parent_instance;

  AtlasNetwork *network;
  AtlasNetworkOptions options;
  AtlasTheme theme;
  gboolean show_legend;

  /* What the worker made, and what it makes. */
  GThreadPool *pool;
  AtlasNetworkPicture *picture;
  AtlasNetworkPicture *emphasis;
  AtlasNetworkScene *scene;
  AtlasNetworkPlan plan;
  AtlasNetworkLegend *legend;
  cairo_surface_t *legend_surface; /* made of it when it is drawn */
  AtlasCanvasGround ground;
  AtlasNetworkPainter *painter;
  AtlasText *text;
  GCancellable *running;
  GCancellable *emphasis_running;
  gboolean scene_is_stale;
  gboolean picture_is_stale;
  int emphasis_wanted;

  AtlasSceneView view;
  gboolean is_fitted;
  int allocated_width;
  int allocated_height;

  guint8 *selected;
  guint n_selected;
  gboolean selection_is_painted;
  GArray *path;
  int focus;
  int hover;
  int hover_edge;
  char *sentence;
  char *status;

  AtlasCanvasMode mode;
  AtlasSceneView press_view;
  double press_x, press_y;
  double last_x, last_y;
  double pointer_x, pointer_y;
  gboolean extends;
  int dragged;
  double dragged_x, dragged_y;
  double grab_x, grab_y;
  double pinch_zoom;
};

/* Names of the signals, in the order of their ids. */
typedef enum
{
  ATLAS_CANVAS_SELECTION_CHANGED,
  ATLAS_CANVAS_FOCUS_CHANGED,
  ATLAS_CANVAS_SENTENCE_CHANGED,
  ATLAS_CANVAS_ZOOM_CHANGED,
  ATLAS_CANVAS_PLACE_ACTIVATED,
  ATLAS_CANVAS_PLACE_MOVED,
  ATLAS_CANVAS_LINK_CHOSEN,
  ATLAS_CANVAS_MENU,
  ATLAS_CANVAS_N_SIGNALS,
} AtlasCanvasSignal;

extern const char *const atlas_canvas_signals[ATLAS_CANVAS_N_SIGNALS];

void atlas_network_canvas_init_input (AtlasNetworkCanvas *self);

void atlas_network_canvas_work (gpointer data, gpointer user_data);

void atlas_network_canvas_request (AtlasNetworkCanvas *self);

void atlas_network_canvas_request_emphasis (AtlasNetworkCanvas *self);

gboolean atlas_network_canvas_has_emphasis (AtlasNetworkCanvas *self);

gboolean atlas_network_canvas_is_veiled (AtlasNetworkCanvas *self);

void atlas_network_canvas_draw_live (AtlasNetworkCanvas *self, cairo_t *cr);

void atlas_canvas_ground_clear (AtlasCanvasGround *self);

void atlas_network_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

guint atlas_network_canvas_count_places (AtlasNetworkCanvas *self);

guint atlas_network_canvas_count_edges_at (AtlasNetworkCanvas *self, int node);

gboolean atlas_network_canvas_has_scene (AtlasNetworkCanvas *self);

void atlas_network_canvas_set_view (AtlasNetworkCanvas *self,
                                    double zoom,
                                    double x,
                                    double y);

/* Both are -1 for none. */
void
atlas_network_canvas_set_hover (AtlasNetworkCanvas *self, int node, int edge);

void atlas_network_canvas_speak (AtlasNetworkCanvas *self);

int atlas_network_canvas_hit (AtlasNetworkCanvas *self, double x, double y);

int
atlas_network_canvas_hit_edge (AtlasNetworkCanvas *self, double x, double y);

void atlas_network_canvas_select_in_box (AtlasNetworkCanvas *self,
                                         double x0,
                                         double y0,
                                         double x1,
                                         double y1,
                                         gboolean extend);

int atlas_network_canvas_find_towards (AtlasNetworkCanvas *self,
                                       int from,
                                       double dx,
                                       double dy);

G_END_DECLS
