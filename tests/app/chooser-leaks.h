/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* GTK 4.8 loses what each of its file choosers lists, in functions that have no
 * name to the sanitizer. A program that shows one leaves them out by those
 * whom they call; the other programs leave out nothing of the kind. */
#ifdef __SANITIZE_ADDRESS__
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:g_list_prepend\nleak:libgio-2.0.so\n";
}
#endif
