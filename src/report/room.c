/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the room in the build until its first file; goes with it. */
typedef int atlas_room_is_empty;
