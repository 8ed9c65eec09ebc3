/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FailingCall:
 *
 * Calls of the C library that fail when this thread asks for it. The program
 * has functions of these names, which are called before those of the library;
 * tests/faults lets the kernel do the same to a whole program.
 */
typedef enum
{
  CALL_NONE,
  CALL_OPEN,
  CALL_FSTAT,
  CALL_READ,
  CALL_FDOPENDIR,
  CALL_READDIR,
  /* The kind of an entry is not told. */
  CALL_ENTRY_TYPE,
  CALL_REALPATH,
  CALL_PREAD,
  CALL_LSEEK,
  CALL_WRITE,
  CALL_FLOCK,
  CALL_FCHMOD,
  CALL_FSYNC,
  CALL_RENAME,
  CALL_CLOSE,
} FailingCall;

/* The next @times calls of @call on this thread fail with @error, after @after
 * of them that do not. */
void failing_calls_set (FailingCall call, int error, guint after, guint times);

/* Ends it. Returns how many failed. */
guint failing_calls_end (void);

G_END_DECLS
