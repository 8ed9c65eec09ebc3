/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Blanks of any width, and characters without any that only steer layout. */
static inline gboolean
atlas_unichar_is_blank (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');

  return c == 0x0085 || c == 0x00a0 || c == 0x00ad || c == 0x1680 || c == 0x180e
         || (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029
         || c == 0x202f || c == 0x205f || c == 0x2060 || c == 0x3000
         || c == 0xfeff;
}

/* Hyphens, dashes and the minus sign. */
static inline gboolean
atlas_unichar_is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xfe58
         || c == 0xfe63 || c == 0xff0d;
}

/* Straight, curly and modifier apostrophes, and accents used as such. */
static inline gboolean
atlas_unichar_is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0x00b4 || c == 0x2018 || c == 0x2019
         || c == 0x201b || c == 0x02bc || c == 0x2032 || c == 0xff07;
}

/* Characters that turn the direction of the text around them. */
static inline gboolean
atlas_unichar_is_bidi_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

G_END_DECLS
