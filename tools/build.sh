# shellcheck shell=bash
# What the programs in tools/ share: explaining themselves, headings, and building a preset.

# explain FILE: prints the comment at its head.
explain() { sed -n '2,/^[^#]/ { s/^# \{0,1\}//p }' "$1"; }

heading() { printf '\n== %s (%s)\n' "$1" "$(date +%H:%M:%S)"; }

# build PRESET TARGET... [-- CMAKE_ARGUMENT...]: quiet unless it fails.
build() {
  local preset=$1 targets=() started=$SECONDS log=build/$1.log
  shift
  while (($#)) && [[ $1 != -- ]]; do targets+=("$1") && shift; done
  (($#)) && shift
  mkdir -p build
  printf 'Building %s … ' "$preset"
  if cmake --preset "$preset" "$@" >"$log" 2>&1 &&
    cmake --build --preset "$preset" --parallel "$(nproc)" --target "${targets[@]}" >>"$log" 2>&1; then
    printf '%s s\n' "$((SECONDS - started))"
  else
    printf 'failed; the end of %s:\n' "$log"
    grep -nE 'error|Error|FAILED' "$log" | head -n 20
    tail -n 30 "$log"
    return 1
  fi
}
