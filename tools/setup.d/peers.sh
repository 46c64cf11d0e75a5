# shellcheck shell=bash disable=SC2034,SC2154
# What benchmarks compare with and nothing else needs: scipy and munkres, in a folder of the cache.
# Debian's python3-scipy cannot be installed beside the Boost we build with, so it is unpacked.

munkres_version=2.0.4
scipy_packages=(
  python3-scipy python3-numpy python3-decorator liblbfgsb0 libblas3 liblapack3 libgfortran5 libquadmath0
)

# The folder's name is in build/setup/peers, where tests/bench finds it.
prepare_peers() {
  local name=peers-munkres-$munkres_version
  build_once "$name" "What benchmarks compare with: scipy, munkres $munkres_version" 300 make_peers
  printf '%s\n' "$CACHE/$name" >"$CHECKOUT/build/setup/peers"
}

make_peers() {
  local folder=$1 package
  mkdir -p -- "$folder/packages" "$folder/scipy"
  (
    cd "$folder/packages" || exit
    apt-get -q download "${scipy_packages[@]}" ||
      { apt_update "$folder/update.log" && apt-get -q download "${scipy_packages[@]}"; }
  )
  for package in "$folder"/packages/*.deb; do dpkg-deb -x "$package" "$folder/scipy"; done
  rm -rf -- "$folder/packages"
  quiet_npm install --prefix "$folder" --ignore-scripts --no-package-lock "munkres@$munkres_version"
}
