/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fault-injector.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

/* The kernel asks this program about each of these calls before it does it
 * (seccomp user notification): the answer is an error, or "go on". Unlike a
 * library that is loaded before others this sees the calls that the C library
 * makes by itself, and unlike tracing it does not stop the process for others.
 */

/* How a call names the file it is about. */
typedef enum
{
  BY_DESCRIPTOR,
  BY_PATH,
  /* A folder, then a path in it. */
  BY_FOLDER,
} Naming;

static const struct
{
  int number;
  const char *name;
  Naming naming;
} calls[] = {
#ifdef SYS_open
  { SYS_open, "open", BY_PATH },
  { SYS_creat, "creat", BY_PATH },
  { SYS_stat, "stat", BY_PATH },
  { SYS_lstat, "lstat", BY_PATH },
  { SYS_access, "access", BY_PATH },
  { SYS_rename, "rename", BY_PATH },
  { SYS_unlink, "unlink", BY_PATH },
  { SYS_mkdir, "mkdir", BY_PATH },
  { SYS_chmod, "chmod", BY_PATH },
  { SYS_readlink, "readlink", BY_PATH },
#endif
  { SYS_openat, "openat", BY_FOLDER },
#ifdef SYS_newfstatat
  { SYS_newfstatat, "newfstatat", BY_FOLDER },
#endif
  { SYS_statx, "statx", BY_FOLDER },
  { SYS_faccessat, "faccessat", BY_FOLDER },
#ifdef SYS_renameat
  { SYS_renameat, "renameat", BY_FOLDER },
#endif
  { SYS_renameat2, "renameat2", BY_FOLDER },
  { SYS_unlinkat, "unlinkat", BY_FOLDER },
  { SYS_mkdirat, "mkdirat", BY_FOLDER },
  { SYS_readlinkat, "readlinkat", BY_FOLDER },
  { SYS_statfs, "statfs", BY_PATH },
  { SYS_read, "read", BY_DESCRIPTOR },
  { SYS_pread64, "pread64", BY_DESCRIPTOR },
  { SYS_readv, "readv", BY_DESCRIPTOR },
  { SYS_write, "write", BY_DESCRIPTOR },
  { SYS_pwrite64, "pwrite64", BY_DESCRIPTOR },
  { SYS_writev, "writev", BY_DESCRIPTOR },
  { SYS_fstat, "fstat", BY_DESCRIPTOR },
  { SYS_fsync, "fsync", BY_DESCRIPTOR },
  { SYS_fdatasync, "fdatasync", BY_DESCRIPTOR },
  { SYS_ftruncate, "ftruncate", BY_DESCRIPTOR },
  { SYS_lseek, "lseek", BY_DESCRIPTOR },
  { SYS_flock, "flock", BY_DESCRIPTOR },
  { SYS_fchmod, "fchmod", BY_DESCRIPTOR },
  { SYS_getdents64, "getdents64", BY_DESCRIPTOR },
  { SYS_close, "close", BY_DESCRIPTOR },
};

/**
 * fault_plan_new:
 *
 * Returns: (transfer full): a plan under which nothing fails, in memory that
 *   child processes share
 */
FaultPlan *
fault_plan_new (void)
{
  void *memory = mmap (NULL, sizeof (FaultPlan), PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS, -1, 0);

  g_assert_true (memory != MAP_FAILED);

  return memory;
}

/**
 * fault_plan_free:
 * @plan: (transfer full): a plan
 */
void
fault_plan_free (FaultPlan *plan)
{
  munmap (plan, sizeof (FaultPlan));
}

/**
 * fault_plan_set:
 * @plan: a plan
 * @at: which call is to fail from now on, from 1; 0 for none
 * @error: the `errno` it fails with; 0 to kill the process
 */
void
fault_plan_set (FaultPlan *plan, guint at, int error)
{
  g_atomic_int_set (&plan->at, 0);
  plan->hit[0] = '\0';
  plan->error = error;
  g_atomic_int_set (&plan->count, 0);
  g_atomic_int_set (&plan->at, at);
}

/* Returns the descriptor on which the kernel asks, or -1. */
static int
install_filter (void)
{
  struct sock_filter filter[G_N_ELEMENTS (calls) + 3];
  struct sock_fprog program = { .filter = filter };
  const guint n = G_N_ELEMENTS (calls);
  guint i;

  filter[program.len++] = (struct sock_filter) BPF_STMT (
      BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr));
  for (i = 0; i < n; i++)
    filter[program.len++] = (struct sock_filter) BPF_JUMP (
        BPF_JMP | BPF_JEQ | BPF_K, (guint32) calls[i].number, (guint8) (n - i),
        0);
  filter[program.len++] =
      (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  filter[program.len++] =
      (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF);

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return -1;

  return (int) syscall (SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                        SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
}

typedef union
{
  struct cmsghdr align;
  char bytes[CMSG_SPACE (sizeof (int))];
} Ancillary;

static void
send_descriptor (int socket, int descriptor)
{
  char byte = 0;
  struct iovec part = { &byte, 1 };
  Ancillary ancillary = { 0 };
  struct msghdr message = {
    .msg_iov = &part,
    .msg_iovlen = 1,
    .msg_control = ancillary.bytes,
    .msg_controllen = sizeof ancillary.bytes,
  };
  struct cmsghdr *header = CMSG_FIRSTHDR (&message);

  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN (sizeof (int));
  memcpy (CMSG_DATA (header), &descriptor, sizeof descriptor);
  if (sendmsg (socket, &message, 0) != 1)
    _exit (98);
}

static int
receive_descriptor (int socket)
{
  char byte;
  struct iovec part = { &byte, 1 };
  Ancillary ancillary = { 0 };
  struct msghdr message = {
    .msg_iov = &part,
    .msg_iovlen = 1,
    .msg_control = ancillary.bytes,
    .msg_controllen = sizeof ancillary.bytes,
  };
  struct cmsghdr *header;
  int descriptor = -1;

  if (recvmsg (socket, &message, MSG_CMSG_CLOEXEC) != 1)
    return -1;
  header = CMSG_FIRSTHDR (&message);
  if (header != NULL && header->cmsg_type == SCM_RIGHTS)
    memcpy (&descriptor, CMSG_DATA (header), sizeof descriptor);

  return descriptor;
}

static gboolean
read_link (const char *link, char *path, gsize size)
{
  gssize length = readlink (link, path, size - 1);

  if (length < 0)
    return FALSE;
  path[length] = '\0';

  return TRUE;
}

/* The path at @address in the memory of @pid. A page behind it may not be
 * there, so that it is read up to the end of each page. */
static gboolean
read_text (pid_t pid, guint64 address, char *text, gsize size)
{
  gsize length = 0;

  while (length < size - 1)
    {
      gsize wanted = MIN (size - 1 - length, 4096 - (address + length) % 4096);
      struct iovec here = { text + length, wanted };
      struct iovec there = { (void *) (gsize) (address + length), wanted };
      gssize n = process_vm_readv (pid, &here, 1, &there, 1, 0);

      if (n <= 0)
        return FALSE;
      if (memchr (text + length, '\0', (gsize) n) != NULL)
        return TRUE;
      length += (gsize) n;
    }

  text[length] = '\0';

  return TRUE;
}

static gboolean
read_folder (pid_t pid, int folder, char *path, gsize size)
{
  char link[64];

  if (folder == AT_FDCWD)
    g_snprintf (link, sizeof link, "/proc/%d/cwd", (int) pid);
  else
    g_snprintf (link, sizeof link, "/proc/%d/fd/%d", (int) pid, folder);

  return read_link (link, path, size);
}

static gboolean
read_path (const struct seccomp_notif *asked,
           Naming naming,
           char *path,
           gsize size)
{
  const __u64 *args = asked->data.args;
  pid_t pid = (pid_t) asked->pid;
  g_autofree char *name = g_malloc (size);
  gsize length;

  if (naming == BY_DESCRIPTOR)
    return read_folder (pid, (int) args[0], path, size);
  if (!read_text (pid, args[naming == BY_PATH ? 0 : 1], name, size))
    return FALSE;
  if (name[0] == '/')
    return g_strlcpy (path, name, size) < size;

  if (!read_folder (pid, naming == BY_PATH ? AT_FDCWD : (int) args[0], path,
                    size))
    return FALSE;
  if (name[0] == '\0')
    return TRUE;
  length = strlen (path);
  g_snprintf (path + length, size - length, "/%s", name);

  return TRUE;
}

static gboolean
is_under (const char *path, const char *const *under)
{
  gsize i;

  for (i = 0; under != NULL && under[i] != NULL; i++)
    {
      gsize length = strlen (under[i]);

      if (strncmp (path, under[i], length) == 0
          && (path[length] == '/' || path[length] == '\0'))
        return TRUE;
    }

  return under == NULL;
}

/* Answers one question of the kernel. */
static void
answer (int listener, const FaultJob *job, FaultPlan *plan, pid_t child)
{
  struct seccomp_notif asked = { 0 };
  struct seccomp_notif_resp told = { 0 };
  char path[4096] = "";
  guint i = 0;

  if (ioctl (listener, SECCOMP_IOCTL_NOTIF_RECV, &asked) != 0)
    return;

  told.id = asked.id;
  told.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
  while (i < G_N_ELEMENTS (calls) && calls[i].number != asked.data.nr)
    i++;
  if (i < G_N_ELEMENTS (calls)
      && !(job->threads_only && (pid_t) asked.pid == child)
      && (read_path (&asked, calls[i].naming, path, sizeof path)
          || job->under == NULL)
      && is_under (path, job->under))
    {
      guint count = (guint) g_atomic_int_add (&plan->count, 1) + 1;

      if (job->trace != NULL)
        g_ptr_array_add (job->trace,
                         g_strconcat (calls[i].name, " ", path, NULL));
      if (count == (guint) g_atomic_int_get (&plan->at))
        {
          g_snprintf (plan->hit, sizeof plan->hit, "%s %s", calls[i].name,
                      path);
          told.flags = 0;
          told.error = -plan->error;
          if (plan->error == 0)
            kill (child, SIGKILL);
        }
    }

  ioctl (listener, SECCOMP_IOCTL_NOTIF_SEND, &told);
}

/* Until the process has ended, or took too long. */
static gboolean
answer_all (int listener, const FaultJob *job, FaultPlan *plan, pid_t child)
{
  const gint64 latest =
      g_get_monotonic_time () + (gint64) job->seconds * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < latest)
    {
      struct pollfd poll_listener = { listener, POLLIN, 0 };
      int n = poll (&poll_listener, 1, 200);

      if (n > 0 && (poll_listener.revents & POLLIN) != 0)
        answer (listener, job, plan, child);
      else if (n > 0)
        return TRUE;
    }

  return FALSE;
}

static void
run_body (const FaultJob *job, int socket)
{
  int listener = install_filter ();

  if (listener < 0)
    _exit (97);
  /* These are asked about already, and answered when they have arrived. */
  send_descriptor (socket, listener);
  fcntl (listener, F_SETFD, FD_CLOEXEC);
  fcntl (socket, F_SETFD, FD_CLOEXEC);

  job->body (job->data);
  _exit (96);
}

/**
 * fault_injector_run:
 * @job: what to run
 * @plan: what is to fail
 * @end: (out): how it ended
 *
 * Runs a process of its own and waits until it has ended.
 */
void
fault_injector_run (const FaultJob *job, FaultPlan *plan, FaultEnd *end)
{
  int sockets[2];
  int listener;
  int status;
  pid_t child;

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets),
                   ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    run_body (job, sockets[1]);

  close (sockets[1]);
  listener = receive_descriptor (sockets[0]);
  close (sockets[0]);

  end->hung = listener >= 0 && !answer_all (listener, job, plan, child);
  if (end->hung)
    kill (child, SIGKILL);
  /* A call that waits for an answer ends when nobody can give one. */
  if (listener >= 0)
    close (listener);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  end->status = WIFEXITED (status) ? WEXITSTATUS (status) : -1;
  end->signal = WIFSIGNALED (status) ? WTERMSIG (status) : 0;
}

static void
exit_at_once (gpointer data)
{
  _exit (0);
}

/**
 * fault_injector_works:
 *
 * Returns: whether the kernel lets this program ask for faults
 */
gboolean
fault_injector_works (void)
{
  const FaultJob job = { .body = exit_at_once, .seconds = 10 };
  g_autoptr (FaultPlan) plan = fault_plan_new ();
  FaultEnd end;

  fault_injector_run (&job, plan, &end);

  return end.status == 0;
}
