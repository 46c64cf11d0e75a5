# shellcheck shell=bash
# A private package list of a later Debian suite, kept away from the machine's own: it downloads
# and unpacks, and never installs. The mirror is the one the machine already uses.

later_suite=forky

# Prints the address of the machine's own Debian mirror. apt reads its sources itself, so every
# format it knows is understood here too. Extra arguments go to apt.
# shellcheck disable=SC2120  # the tests give some
machine_mirror() {
  local codename address
  # shellcheck source=/dev/null
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-stable}")
  # shellcheck disable=SC2016  # for apt to expand
  address=$(apt-get "$@" indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk -v codename="$codename" '
      $3 != "main" || $2 ~ /-(security|updates|backports|proposed-updates)/ || $2 ~ /\// { next }
      $2 == codename || $2 == "stable" { print $1; found = 1; exit }
      first == "" { first = $1 }
      END { if (!found && first != "") print first }')
  [[ -n $address ]] || return 1
  printf '%s\n' "$address"
}

# open_private_apt FOLDER: makes the private state there, points APT_CONFIG at it and updates it.
open_private_apt() {
  local folder=$1 mirror
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  # shellcheck disable=SC2119
  mirror=$(machine_mirror) || {
    say "the machine's apt sources name no Debian mirror"
    return 1
  }
  mkdir -p "$folder"/{state/lists/partial,cache/archives/partial,log}
  : >"$folder/status"
  printf '%s [signed-by=%s] %s %s main\n' \
    deb "$keyring" "$mirror" "$later_suite" deb-src "$keyring" "$mirror" "$later_suite" \
    >"$folder/sources.list"
  cat >"$folder/apt.conf" <<END
Dir::State "$folder/state";
Dir::State::status "$folder/status";
Dir::Cache "$folder/cache";
Dir::Log "$folder/log";
Dir::Etc::sourcelist "$folder/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Install-Recommends "false";
APT::Sandbox::User "";
APT::Get::List-Cleanup "false";
DPkg::Pre-Invoke { };
DPkg::Post-Invoke { };
APT::Update::Post-Invoke { };
APT::Update::Post-Invoke-Success { };
Acquire::Languages "none";
Acquire::Retries "3";
END
  export APT_CONFIG=$folder/apt.conf
  apt-get -q update
  # `update` only warns when the mirror is away; without lists nothing else can work.
  compgen -G "$folder/state/lists/*Packages*" >/dev/null ||
    { say "could not connect to the package mirror" && return 1; }
}

# offered_version PACKAGE WANTED [source]: the mirror's full version that begins with WANTED, or
# else its newest; a NOTE says so.
offered_version() {
  local package=$1 wanted=$2 kind=${3:-binary} versions exact
  if [[ $kind == source ]]; then
    versions=$(apt-cache showsrc --only-source "$package" | sed -n 's/^Version: //p')
  else
    versions=$(apt-cache show "$package" | sed -n 's/^Version: //p')
  fi
  versions=$(sort -Vr <<<"$versions")
  exact=$(grep -m1 -E "^([0-9]+:)?${wanted//./\\.}([^0-9.]|\$)" <<<"$versions" || true)
  [[ -n $exact ]] || exact=$(head -n 1 <<<"$versions")
  [[ -n $exact ]] || {
    say "the package mirror has no $package"
    return 1
  }
  printf '%s\n' "$exact"
}

# 1:6.0.5~dfsg-2 -> 6.0.5
upstream_version() { sed -E 's/^[0-9]+://; s/-[^-]*$//; s/[~+].*$//' <<<"$1"; }
