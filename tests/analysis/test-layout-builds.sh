#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The programs given must all print the same.
echo "1..$(($# - 1))"
expected=$("$1") || exit 1
[ -n "$expected" ] || exit 1
shift
number=0
status=0
for program in "$@"; do
  number=$((number + 1))
  if [ "$("$program")" = "$expected" ]; then
    echo "ok $number - ${program##*/}"
  else
    echo "not ok $number - ${program##*/}"
    status=1
  fi
done
exit $status
