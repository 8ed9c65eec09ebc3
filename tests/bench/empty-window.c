/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

/* The least that any GTK program does: the measure of bench-start.sh. */

static void
open_window (GApplication *application, gpointer data)
{
  GtkWidget *window =
      gtk_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = gtk_application_new (
      "io.github.cluster_atlas.EmptyWindow", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (open_window), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
