# shellcheck shell=bash disable=SC2034,SC2154
# Debian packages that go onto the machine itself: compilers, libraries of the native build and,
# for tests, browsers and fonts. A machine that has them all is not asked for root or the network.

packages_to_run=(
  g++ cmake ninja-build ccache git python3 patchelf dpkg-dev debian-archive-keyring xz-utils
  make file ca-certificates brotli
  libsodium-dev libboost1.81-dev libssl-dev libsqlite3-dev libpq-dev libspdlog-dev libcli11-dev
  nlohmann-json3-dev liblemon-dev googletest
)
packages_to_test=(
  libgtest-dev libbenchmark-dev clang-format-14 shellcheck procps
  postgresql-15 util-linux nginx haproxy openssl
  chromium firefox-esr xvfb xauth libegl1 libgl1 libgl1-mesa-dri libpci3
  fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
)
packages_to_fuzz=(clang-16 libclang-rt-16-dev)
packages_to_model=(spin gcc libc6-dev)

# Where an older one will not do: Firefox is driven by what came with 143.
declare -gA least_version=([firefox-esr]=143)

# Prints those of its arguments that are not installed, or too old.
missing_packages() {
  local installed package version least
  # `dpkg-query` exits 1 when one name is unknown; what it prints is still right.
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package} ${Version}\n' "$@" 2>/dev/null || true)
  comm -23 <(printf '%s\n' "$@" | sort -u) <(
    sed -n 's/^installed //p' <<<"$installed" | while read -r package version; do
      least=${least_version[$package]:-}
      if [[ -z $least ]] || dpkg --compare-versions "$version" ge "$least"; then echo "$package"; fi
    done | sort -u
  )
}

as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"; else sudo -- "$@"; fi
}

# Two set-ups with different caches share the machine's package lists; apt only waits for the
# other kind of lock by itself.
apt_update() {
  local log=$1 attempt
  for attempt in 1 2 3 4 5 6 7 8 9 10 11 12; do
    as_root apt-get update >"$log" 2>&1 && return 0
    grep -q 'Could not get lock' "$log" || return 1
    ((attempt < 12)) && sleep 5
  done
  return 1
}

install_packages() {
  local missing what=$1 log=$LOGS/packages.log started=$SECONDS
  shift
  command -v dpkg-query >/dev/null || {
    say "This is not Debian: the packages in tools/setup.d/packages.sh are taken to be here already."
    return 0
  }
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0

  if [[ $(id -u) != 0 ]] && ! command -v sudo >/dev/null; then
    fail "these Debian packages are missing and installing them needs root: ${missing[*]}. Ask an administrator to install them, or start again as root."
  fi
  printf '%s (%d Debian packages) … ' "$what" "${#missing[@]}"
  # One broken third-party source must not stop us: what counts is whether the install works.
  apt_update "$log" || true
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    -o DPkg::Lock::Timeout=900 "${missing[@]}" >>"$log" 2>&1 </dev/null; then
    printf 'failed\n'
    fail "$what: $(why_packages_failed "$log")"
  fi
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]})); then
    printf 'failed\n'
    fail "$what: the machine's package sources have only an old ${missing[*]}. Add Debian's security updates to them, and start again."
  fi
  printf '%s s\n' "$(seconds_since "$started")"
}

why_packages_failed() {
  local log=$1 unknown
  unknown=$(sed -n 's/^E: Unable to locate package //p' "$log" | head -n 1)
  if grep -qiE 'not in the sudoers|a password is required|sudo: .*tty' "$log"; then
    say "sudo refused. Start again as root, or as a user who may use sudo."
  elif [[ -n $unknown ]] && ! grep -qiE 'could not resolve|temporary failure|unable to connect|could not connect|network is unreachable' "$log"; then
    say "the machine's package sources have no package $unknown. Pairbook is built on Debian 12; see tools/README.md for other systems."
  else
    why_it_failed "$log" /var/cache/apt
  fi
}
