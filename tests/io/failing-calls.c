/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Declares what is defined below otherwise. */
#undef _FORTIFY_SOURCE
#include "config.h"

#include "failing-calls.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static _Thread_local struct
{
  FailingCall call;
  int error;
  guint after;
  guint times;
  guint n_failed;
} plan;

void
failing_calls_set (FailingCall call, int error, guint after, guint times)
{
  plan.call = call;
  plan.error = error;
  plan.after = after;
  plan.times = times;
  plan.n_failed = 0;
}

guint
failing_calls_end (void)
{
  plan.call = CALL_NONE;

  return plan.n_failed;
}

static gboolean
fails (FailingCall call)
{
  if (plan.call != call)
    return FALSE;
  if (plan.after > 0)
    {
      plan.after--;
      return FALSE;
    }
  if (plan.n_failed >= plan.times)
    return FALSE;

  plan.n_failed++;
  errno = plan.error;

  return TRUE;
}

/* What fortified calls of open() come to. */
int __open64_2 (const char *path, int flags);

int
__open64_2 (const char *path, int flags)
{
  return fails (CALL_OPEN) ? -1
                           : (int) syscall (SYS_openat, AT_FDCWD, path, flags);
}

int
open (const char *path, int flags, ...)
{
  mode_t mode = 0;
  va_list arguments;

  if ((flags & (O_CREAT | O_TMPFILE)) != 0)
    {
      va_start (arguments, flags);
      mode = va_arg (arguments, mode_t);
      va_end (arguments);
    }

  return fails (CALL_OPEN)
             ? -1
             : (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

int
fstat (int descriptor, struct stat *status)
{
  return fails (CALL_FSTAT) ? -1
                            : fstatat (descriptor, "", status, AT_EMPTY_PATH);
}

ssize_t
read (int descriptor, void *buffer, size_t size)
{
  return fails (CALL_READ) ? -1 : syscall (SYS_read, descriptor, buffer, size);
}

ssize_t
pread (int descriptor, void *buffer, size_t size, off_t offset)
{
  return fails (CALL_PREAD)
             ? -1
             : syscall (SYS_pread64, descriptor, buffer, size, offset);
}

off_t
lseek (int descriptor, off_t offset, int whence)
{
  return fails (CALL_LSEEK) ? -1
                            : syscall (SYS_lseek, descriptor, offset, whence);
}

ssize_t
write (int descriptor, const void *buffer, size_t size)
{
  if (!fails (CALL_WRITE))
    return syscall (SYS_write, descriptor, buffer, size);

  /* No error at all: nothing was written. */
  return errno == 0 ? 0 : -1;
}

int
flock (int descriptor, int operation)
{
  return fails (CALL_FLOCK) ? -1
                            : (int) syscall (SYS_flock, descriptor, operation);
}

int
fchmod (int descriptor, mode_t mode)
{
  return fails (CALL_FCHMOD) ? -1
                             : (int) syscall (SYS_fchmod, descriptor, mode);
}

int
fsync (int descriptor)
{
  return fails (CALL_FSYNC) ? -1 : (int) syscall (SYS_fsync, descriptor);
}

int
rename (const char *from, const char *to)
{
  return fails (CALL_RENAME)
             ? -1
             : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
close (int descriptor)
{
  /* It is closed all the same. */
  int result = (int) syscall (SYS_close, descriptor);

  return fails (CALL_CLOSE) ? -1 : result;
}

/* The function of the C library that has the name of one here. */
static gpointer
get_next (const char *name)
{
  gpointer function = dlsym (RTLD_NEXT, name);

  g_assert_nonnull (function);

  return function;
}

DIR *
fdopendir (int descriptor)
{
  DIR *(*next) (int) = get_next ("fdopendir");

  return fails (CALL_FDOPENDIR) ? NULL : next (descriptor);
}

struct dirent *
readdir (DIR *directory)
{
  struct dirent *(*next) (DIR *) = get_next ("readdir64");
  struct dirent *entry = fails (CALL_READDIR) ? NULL : next (directory);

  if (entry != NULL && fails (CALL_ENTRY_TYPE))
    entry->d_type = DT_UNKNOWN;

  return entry;
}

char *
realpath (const char *path, char *resolved)
{
  char *(*next) (const char *, char *) = get_next ("realpath");

  return fails (CALL_REALPATH) ? NULL : next (path, resolved);
}
