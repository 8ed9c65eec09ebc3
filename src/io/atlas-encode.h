/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-number.h"

G_BEGIN_DECLS

void atlas_encode_integer (GString *out, gint64 value);

void atlas_encode_fixed (GString *out, double value, guint decimals);

void atlas_encode_shortest (GString *out, double value, guint decimals);

void atlas_encode_number (GString *out, const AtlasNumber *number);

void atlas_encode_json_string (GString *out, const char *text);

void atlas_encode_csv_text (GString *out, const char *text, char separator);

void atlas_encode_xml_text (GString *out, const char *text);

void atlas_encode_visible (GString *out, const char *text);

G_END_DECLS
