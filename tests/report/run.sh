#!/usr/bin/env bash
# The golden match reports, read by a second reader that was written from the document alone.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
reports=../vectors/match-report
passed=0
failed=0
# says FILE WORDS: what check.py says about FILE begins with WORDS.
says() {
  local said
  said=$(python3 check.py "$1")
  if [[ $said == "$2"* ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: of %s it said "%s", not "%s"\n' "$1" "$said" "$2"
  fi
}
changed=$(mktemp)
trap 'rm -f "$changed"' EXIT
for name in mentee alone mentor; do
  says "$reports/$name.json" "holds 106a 49c3 19aa ce60 a73b a0b1 285b 6b47"
  sed '0,/"worth": [0-9]*/s//"worth": 1/' "$reports/$name.json" >"$changed"
  says "$changed" 'does not hold: worth'
done
printf '%s passed, %s failed\n' "$passed" "$failed"
