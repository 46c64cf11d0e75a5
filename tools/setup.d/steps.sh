# shellcheck shell=bash
# How every set-up step behaves: it says what it does and how long it took, two set-ups at once
# wait for each other, an interrupted one leaves nothing half-made, and a failure is one sentence.
#
# A step builds a folder of the cache. It is made under a temporary name and renamed when it is
# whole, so a folder that exists under its own name is always complete.

say() { printf '%s\n' "$*"; }

# fail SENTENCE...: the one way out. What is wrong, then what to do.
fail() {
  printf 'Set-up stopped: %s\n' "$*" >&2
  exit 1
}

cache_root() { printf '%s/pairbook\n' "${XDG_CACHE_HOME:-$HOME/.cache}"; }

step_process=
step_folder=

end_step_process() {
  if [[ -n $step_process ]]; then
    kill -TERM -- "-$step_process" 2>/dev/null || true
    wait "$step_process" 2>/dev/null || true
    step_process=
  fi
  if [[ -n $step_folder ]]; then
    rm -rf -- "$step_folder"
    step_folder=
  fi
}

interrupted() {
  trap - INT TERM HUP
  end_step_process
  printf '\nSet-up was interrupted. Nothing half-made is left; start it again to go on.\n' >&2
  exit 130
}

watch_for_interrupts() {
  trap interrupted INT TERM HUP
  trap end_step_process EXIT
}

# run_logged LOG COMMAND...: runs in a process group of its own, so that an interrupt reaches
# every child at once instead of after the current download or compile. It leaves its status in
# step_status, because calling it in a condition would switch `set -e` off inside COMMAND.
run_logged() {
  local log=$1
  shift
  step_status=0
  set -m
  (
    set +m
    trap - INT TERM HUP EXIT
    "$@"
  ) </dev/null >"$log" 2>&1 &
  step_process=$!
  set +m
  wait "$step_process" || step_status=$?
  step_process=
}

free_megabytes() { df -Pm -- "$1" | awk 'NR == 2 { print $4 }'; }

# why_it_failed LOG FOLDER: the sentence for the commonest reasons, else the log's last line.
why_it_failed() {
  local log=$1 folder=$2
  if (($(free_megabytes "$LOGS") < 2)); then
    say "the disk that holds $LOGS is full. Free some space there, and start again."
  elif grep -qiE 'no space left|disk quota exceeded|ENOSPC|not enough free space' "$log" ||
    (($(free_megabytes "$folder") < 20)); then
    say "the disk that holds $folder is full. Free some space there (a first set-up needs about 2 GB), or set XDG_CACHE_HOME to a folder on another disk, and start again."
  elif grep -qiE 'could not resolve|temporary failure resolving|name resolution|network is unreachable|unable to connect|could not connect|connection (timed out|refused)|ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED|ETIMEDOUT' "$log"; then
    say "the package mirror cannot be reached. Check the network connection, and start again; what was already fetched is kept."
  else
    say "$(grep -v '^[[:space:]]*$' "$log" | tail -n 1). The whole story is in $log."
  fi
}

seconds_since() { printf '%d' $((SECONDS - $1)); }

# build_once NAME WHAT MEGABYTES FUNCTION...: makes $CACHE/NAME by calling FUNCTION FOLDER, once.
build_once() {
  local name=$1 what=$2 megabytes=$3 started=$SECONDS free
  shift 3
  local final=$CACHE/$name log=$LOGS/$name.log lock
  [[ -d $final ]] && return 0

  { exec {lock}>"$CACHE/.lock-$name"; } 2>/dev/null || fail "cannot write to $CACHE. Make it writable, or set XDG_CACHE_HOME to another folder, and start again."
  if ! flock -n "$lock"; then
    say "$what: another set-up is at it, waiting"
    # In the background, because a trap runs only between foreground commands.
    flock "$lock" &
    wait $!
  fi
  if [[ -d $final ]]; then
    exec {lock}>&-
    return 0
  fi

  # Only the holder of the lock gets here, so these belong to a set-up that was killed.
  rm -rf -- "$CACHE/.making-$name".*
  free=$(free_megabytes "$CACHE")
  if ((free < megabytes)); then
    fail "the disk that holds $CACHE is full: $what needs $megabytes MB and $free MB are free. Free some space there, or set XDG_CACHE_HOME to a folder on another disk, and start again."
  fi

  printf '%s … ' "$what"
  step_folder=$(mktemp -d "$CACHE/.making-$name.XXXXXX") || fail "cannot write to $CACHE. Make it writable, or set XDG_CACHE_HOME to another folder, and start again."
  chmod 755 "$step_folder"
  local reason
  run_logged "$log" "$@" "$step_folder"
  if ((step_status != 0)); then
    printf 'failed\n'
    reason=$(why_it_failed "$log" "$CACHE")
    end_step_process
    fail "$what: $reason"
  fi
  mv -T -- "$step_folder" "$final"
  step_folder=
  exec {lock}>&-
  printf '%s s\n' "$(seconds_since "$started")"
  while IFS= read -r note; do say "  ${note#NOTE: }"; done < <(grep '^NOTE: ' "$log" || true)
}
