/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-profile.h"

AtlasProfile *wide_profile_new (guint n, AtlasNumberState share_state);
