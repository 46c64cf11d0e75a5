#!/usr/bin/env bash
# Tests of the set-up that need no network and seconds only. Each function that begins with `test_`
# is one promise; it runs in a shell of its own, in an empty folder, with the set-up's functions
# loaded and a cache of its own. It fails when a command in it does.
# shellcheck disable=SC2317,SC2034  # called by name
set -uo pipefail
CHECKOUT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

load() {
  local part
  for part in steps packages mirror node emscripten sources peers paths; do
    # shellcheck source=/dev/null
    . "$CHECKOUT/tools/setup.d/$part.sh"
  done
  CACHE=$PWD/cache LOGS=$PWD/log
  mkdir -p "$CACHE" "$LOGS"
}

# refuses WORDS COMMAND...: COMMAND must fail and say WORDS, in one line of its own.
refuses() {
  local words=$1 said status
  shift
  # A condition would switch `set -e` off inside COMMAND.
  set +e
  said=$(set -e && "$@" 2>&1)
  status=$?
  set -e
  if ((status == 0)); then
    printf 'it succeeded: %s\n' "$said"
    return 1
  fi
  grep -qF -- "$words" <<<"$said" || {
    printf 'it did not say "%s" but: %s\n' "$words" "$said"
    return 1
  }
}

nothing_half_made() { ! compgen -G "$CACHE/.making-*" && [[ ! -e $CACHE/thing ]]; }

makes_a_thing() { echo whole >"$1/file"; }
fills_the_disk() { echo half >"$1/file" && echo 'write: No space left on device' && return 1; }
finds_no_network() { echo half >"$1/file" && echo "E: Temporary failure resolving 'mirror'" && return 1; }
breaks() { echo half >"$1/file" && echo 'the widget is bent' && return 1; }
breaks_early() { false && true; false; echo 'went on after a failure'; }
takes_long() { echo half >"$1/file" && echo $BASHPID >"$CACHE/../pid" && exec sleep 60; }
counts() { echo x >>"$CACHE/../made" && sleep 0.5; }

test_a_step_is_made_once_under_its_own_name() {
  build_once thing 'A thing' 1 makes_a_thing
  [[ $(<"$CACHE/thing/file") == whole ]]
  build_once thing 'A thing' 1 breaks
}

test_a_full_disk_is_said_and_nothing_is_left() {
  refuses "the disk that holds $CACHE is full" build_once thing 'A thing' 1 fills_the_disk
  nothing_half_made
}

test_too_little_room_is_said_before_anything_is_fetched() {
  refuses 'needs 999999999 MB' build_once thing 'A thing' 999999999 makes_a_thing
  nothing_half_made
}

test_a_network_that_is_away_is_said_and_nothing_is_left() {
  refuses 'the package mirror cannot be reached. Check the network connection' \
    build_once thing 'A thing' 1 finds_no_network
  nothing_half_made
}

test_any_other_failure_names_its_last_line_and_its_log() {
  refuses "A thing: the widget is bent. The whole story is in $LOGS/thing.log." \
    build_once thing 'A thing' 1 breaks
  nothing_half_made
}

test_a_step_stops_at_its_first_failing_command() {
  refuses 'Set-up stopped' build_once thing 'A thing' 1 breaks_early
  ! grep -q 'went on' "$LOGS/thing.log"
}

wait_for_text() {
  local _
  for _ in {1..100}; do
    [[ ! -s $1 ]] || return 0
    sleep 0.05
  done
  return 1
}

start_and_wait_until_it_works() {
  (watch_for_interrupts && build_once thing 'A thing' 1 takes_long) >said 2>&1 &
  started_process=$!
  wait_for_text pid
}

test_an_interrupt_stops_at_once_and_leaves_nothing() {
  local status=0
  start_and_wait_until_it_works
  kill -TERM "$started_process"
  wait "$started_process" || status=$?
  [[ $status == 130 ]]
  grep -q 'Set-up was interrupted' said
  nothing_half_made
  ! kill -0 "$(<pid)" 2>/dev/null
}

test_a_killed_set_up_is_cleaned_up_by_the_next() {
  start_and_wait_until_it_works
  kill -KILL "$started_process" "$(<pid)"
  compgen -G "$CACHE/.making-*" >/dev/null
  build_once thing 'A thing' 1 makes_a_thing
  [[ $(<"$CACHE/thing/file") == whole ]]
  ! compgen -G "$CACHE/.making-*"
}

test_two_set_ups_at_once_make_a_thing_once() {
  local first second
  build_once thing 'A thing' 1 counts >one &
  first=$!
  build_once thing 'A thing' 1 counts >two &
  second=$!
  wait "$first"
  wait "$second"
  [[ $(wc -l <made) == 1 ]]
}

test_a_cache_that_cannot_be_made_is_said() {
  refuses 'cannot make the folder /dev/null/pairbook' \
    env XDG_CACHE_HOME=/dev/null "$CHECKOUT/tools/setup"
}

test_an_unknown_set_up_is_refused() {
  refuses 'there is no set-up for "everything"' "$CHECKOUT/tools/setup" everything
}

test_packages_that_are_missing_are_found() {
  [[ $(missing_packages dpkg no-such-package-here bash) == no-such-package-here ]]
}

test_a_package_that_is_too_old_counts_as_missing() {
  least_version=([bash]=3)
  [[ -z $(missing_packages bash) ]]
  least_version=([bash]=999)
  [[ $(missing_packages dpkg bash) == bash ]]
}

test_packages_that_stay_too_old_are_named_with_what_to_do() {
  least_version=([bash]=999)
  as_root() { :; }
  refuses "have only an old bash. Add Debian's security updates" \
    install_packages 'Packages' bash
}

test_missing_packages_without_root_are_named() {
  id() { echo 1000; }
  command() { [[ $2 != sudo ]]; }
  refuses 'installing them needs root: no-such-package-here' \
    install_packages 'Packages' no-such-package-here
}

test_the_mirror_is_read_from_one_line_sources() {
  local codename
  # shellcheck source=/dev/null
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  {
    echo "deb https://one.invalid/debian-security $codename-security main"
    echo "# deb https://three.invalid/debian $codename main"
    echo "deb [arch=amd64] https://two.invalid/debian $codename main contrib"
  } >sources.list
  [[ $(machine_mirror -o Dir::Etc::sourcelist="$PWD/sources.list" -o Dir::Etc::sourceparts=/dev/null) == https://two.invalid/debian/ ]]
}

test_the_mirror_is_read_from_deb822_sources() {
  local codename
  # shellcheck source=/dev/null
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  mkdir parts
  printf 'Types: deb\nURIs: https://one.invalid/debian\nSuites: %s\nComponents: main\nEnabled: no\n\nTypes: deb deb-src\nURIs: https://two.invalid/debian\nSuites: %s-updates %s\nComponents: main\n' \
    "$codename" "$codename" "$codename" >parts/debian.sources
  [[ $(machine_mirror -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$PWD/parts") == https://two.invalid/debian/ ]]
}

test_sources_without_a_debian_mirror_are_said() {
  refuses '' machine_mirror -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=/dev/null
}

test_the_pinned_version_is_taken_while_the_mirror_has_it() {
  apt-cache() { printf 'Version: 6.0.7+dfsg-1\nVersion: 6.0.5+dfsg+~1.41.5-2\nVersion: 6.0.51-1\n'; }
  [[ $(offered_version emscripten 6.0.5) == 6.0.5+dfsg+~1.41.5-2 ]]
}

test_the_newest_version_is_taken_when_the_pinned_one_has_left() {
  apt-cache() { printf 'Version: 6.0.7+dfsg-1\nVersion: 6.0.10-1\nVersion: 6.0.51-1\n'; }
  [[ $(upstream_version "$(offered_version emscripten 6.0.5)") == 6.0.51 ]]
}

test_a_compiler_of_another_version_on_the_path_is_not_used() {
  mkdir bin
  printf '#!/bin/sh\necho "emcc (Emscripten gcc/clang-like replacement) 6.0.4 (abc)"\n' >bin/emcc
  chmod +x bin/emcc
  refuses '' env PATH="$PWD/bin:$PATH" bash -c ". '$CHECKOUT/tools/setup.d/emscripten.sh' && CACHE=/nowhere emscripten_on_path 6.0.5"
  PATH=$PWD/bin:$PATH
  [[ $(emscripten_on_path 6.0.4) == "$PWD/bin" ]]
}

test_lock_files_name_no_address() {
  ! grep -E 'resolved|https?://[^"]*\.tgz' "$CHECKOUT"/web/package-lock.json "$CHECKOUT"/tests/browser/package-lock.json
}

test_a_warm_set_up_needs_no_network() {
  # Where the kernel lets nobody make a network of their own, at least it must be quick.
  if unshare -rn true 2>/dev/null; then
    timeout 20 unshare -rn "$CHECKOUT/tools/setup" test
  else
    timeout 20 "$CHECKOUT/tools/setup" test
  fi
}

test_set_ups_at_once_in_one_checkout_all_finish() {
  local process processes=()
  for _ in 1 2 3 4; do
    "$CHECKOUT/tools/setup" test &
    processes+=($!)
  done
  for process in "${processes[@]}"; do wait "$process"; done
  [[ -z $(find "$CHECKOUT/build/setup" -maxdepth 1 -name '*.[0-9]*') ]]
}

test_run_refuses_what_is_not_a_port() {
  refuses '"eighty" is not a port' "$CHECKOUT/tools/run" --port eighty
  refuses '"65536" is not a port' "$CHECKOUT/tools/run" --port=65536
  refuses 'Say which port' "$CHECKOUT/tools/run" --port
}

test_run_says_that_a_port_is_in_use() {
  local port
  python3 -c '
import socket, time
s = socket.create_server(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
time.sleep(20)' >port &
  wait_for_text port
  port=$(<port)
  refuses "Port $port is in use by another program" "$CHECKOUT/tools/run" --port "$port"
  kill $!
}

test_test_refuses_a_suite_it_does_not_know() {
  refuses 'There is no suite "everything"' "$CHECKOUT/tools/test" everything
}

results() {
  mkdir -p test-results
  printf '<testsuite>%s</testsuite>' "$1" >ctest.xml
}

test_counting_adds_up_googletest_programs_and_scripts() {
  results '<testcase name="base" status="run"/><testcase name="script" status="run"/>'
  printf '<testsuites><testcase result="completed"/><testcase result="completed"/><testcase result="skipped"/></testsuites>' >test-results/base.xml
  [[ $(python3 "$CHECKOUT/tools/count_results.py" . | tail -n 1) == '3 passed, 0 failed' ]]
}

test_counting_takes_a_crash_for_a_failure() {
  results '<testcase name="base" status="fail"/>'
  refuses '0 passed, 1 failed' python3 "$CHECKOUT/tools/count_results.py" .
}

test_counting_takes_a_bad_end_after_good_tests_for_a_failure() {
  results '<testcase name="base" status="fail"/>'
  printf '<testsuites><testcase result="completed"/></testsuites>' >test-results/base.xml
  refuses '1 passed, 1 failed' python3 "$CHECKOUT/tools/count_results.py" .
}

test_counting_takes_a_program_without_tests_for_a_failure() {
  results '<testcase name="base" status="run"/>'
  printf '<testsuites></testsuites>' >test-results/base.xml
  refuses '0 passed, 1 failed' python3 "$CHECKOUT/tools/count_results.py" .
}

test_the_scripts_are_clean() {
  cd "$CHECKOUT"
  shellcheck tools/setup tools/run tools/test tools/bench tools/fuzz tools/build.sh \
    tools/setup.d/*.sh tests/setup/run.sh docs/models/run .ci/run
}

passed=0 failed=0
for name in $(declare -F | sed -n 's/^declare -f \(test_\)/\1/p'); do
  [[ $# == 0 || $name == *"$1"* ]] || continue
  folder=$(mktemp -d)
  # Not in a condition: that would switch `set -e` off inside.
  (cd "$folder" && load && set -e && "$name") >"$folder.said" 2>&1 </dev/null
  status=$?
  if ((status == 0)); then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'not ok - %s\n' "${name#test_}"
    sed 's/^/  /' "$folder.said"
  fi
  rm -rf -- "$folder" "$folder.said"
done
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0 && passed > 0))
