/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-spool.h"

#include <string.h>
#include <sys/mman.h>

/* The size of a large page on most machines: where the kernel has those, it
 * gives and clears a block at once, and not in 512 faults. */
#define BLOCK_BYTES (2 * 1024 * 1024)

typedef struct
{
  char *data;
  gsize length;
  gsize capacity;
} Block;

struct _AtlasSpool
{
  GQueue blocks;
};

/**
 * atlas_spool_new:
 *
 * Returns: (transfer full): an empty spool
 */
AtlasSpool *
atlas_spool_new (void)
{
  AtlasSpool *self = g_new0 (AtlasSpool, 1);

  g_queue_init (&self->blocks);

  return self;
}

static void
free_block (gpointer data)
{
  Block *block = data;

  g_aligned_free (block->data);
  g_free (block);
}

/**
 * atlas_spool_free:
 * @self: (transfer full): a spool
 */
void
atlas_spool_free (AtlasSpool *self)
{
  g_return_if_fail (self != NULL);

  g_queue_clear_full (&self->blocks, free_block);
  g_free (self);
}

static Block *
add_block (AtlasSpool *self, gsize capacity)
{
  Block *block = g_new0 (Block, 1);

  block->capacity = MAX (capacity, BLOCK_BYTES);
  block->data = g_aligned_alloc (1, block->capacity, BLOCK_BYTES);
#ifdef MADV_HUGEPAGE
  /* No more than a wish. */
  if (madvise (block->data, block->capacity, MADV_HUGEPAGE) != 0)
    g_debug ("no large pages");
#endif
  g_queue_push_tail (&self->blocks, block);

  return block;
}

/**
 * atlas_spool_add:
 * @self: a spool
 * @length: number of bytes, at least one
 *
 * Makes room for a piece at the end.
 *
 * Returns: (transfer none): the piece, which is to be filled, valid until it is
 *   dropped
 */
char *
atlas_spool_add (AtlasSpool *self, gsize length)
{
  Block *block;
  char *at;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (length > 0, NULL);

  block = g_queue_peek_tail (&self->blocks);
  if (block == NULL || block->capacity - block->length < length)
    block = add_block (self, length);
  at = block->data + block->length;
  block->length += length;

  return at;
}

/**
 * atlas_spool_extend:
 * @self: a spool
 * @data: bytes
 * @length: number of them
 *
 * Makes the last piece longer by @data, if there is room behind it.
 *
 * Returns: whether there was
 */
gboolean
atlas_spool_extend (AtlasSpool *self, const char *data, gsize length)
{
  Block *block;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  block = g_queue_peek_tail (&self->blocks);
  if (block == NULL || block->capacity - block->length < length)
    return FALSE;

  memcpy (block->data + block->length, data, length);
  block->length += length;

  return TRUE;
}

/**
 * atlas_spool_peek:
 * @self: a spool
 * @length: (out): number of bytes
 *
 * Returns: (transfer none) (nullable): the bytes at the front, whole pieces,
 *   valid until atlas_spool_drop(); %NULL when there are none
 */
const char *
atlas_spool_peek (AtlasSpool *self, gsize *length)
{
  const Block *block;

  g_return_val_if_fail (self != NULL, NULL);

  block = g_queue_peek_head (&self->blocks);
  *length = block != NULL ? block->length : 0;

  return block != NULL ? block->data : NULL;
}

/**
 * atlas_spool_drop:
 * @self: a spool
 *
 * Drops what atlas_spool_peek() gave.
 */
void
atlas_spool_drop (AtlasSpool *self)
{
  gpointer block;

  g_return_if_fail (self != NULL);

  block = g_queue_pop_head (&self->blocks);
  if (block != NULL)
    free_block (block);
}
