# shellcheck shell=bash disable=SC2034,SC2154
# What we compile ourselves: Dear ImGui and GoogleTest from source for both builds, and libsodium
# for the web. Debian's own source packages, never files in this repository.

imgui_version=1.92.2b
libsodium_version=1.0.22

prepare_sources() {
  sources_folder=$CACHE/sources-imgui-$imgui_version
  build_once "$(basename -- "$sources_folder")" "Sources: Dear ImGui $imgui_version, GoogleTest" 60 \
    make_sources
}

make_sources() {
  local folder=$1
  fetch_source imgui "$imgui_version" "$folder/imgui" "$folder"
  cp -R /usr/src/googletest "$folder/googletest"
}

# fetch_source PACKAGE VERSION INTO SCRATCH
fetch_source() {
  local package=$1 wanted=$2 into=$3 scratch=$4/fetch full
  open_private_apt "$scratch"
  full=$(offered_version "$package" "$wanted" source)
  if [[ $(upstream_version "$full") != "$wanted" ]]; then
    say "NOTE: $package $wanted has left the package mirror; using $(upstream_version "$full"), the newest it has."
  fi
  (cd "$scratch" && apt-get -q source --download-only --only-source "$package=$full")
  dpkg-source --no-check -x "$scratch/${package}_"*.dsc "$into"
  rm -rf -- "$scratch"
}

prepare_wasm_libraries() {
  wasm_libraries=$CACHE/wasm-libs-sodium-$libsodium_version-em-$emscripten_version
  build_once "$(basename -- "$wasm_libraries")" "libsodium $libsodium_version for the web" 100 \
    make_wasm_libraries "$emscripten_bin"
}

make_wasm_libraries() {
  local bin=$1 folder=$2
  fetch_source libsodium "$libsodium_version" "$folder/source" "$folder"
  (
    cd "$folder/source" || exit
    # No -flto here: configure's link test fails with it.
    CFLAGS=-O3 "$bin/emconfigure" ./configure --host=wasm32-unknown-emscripten \
      --disable-shared --without-pthreads --disable-ssp --disable-asm --disable-pie \
      --prefix="$folder/installed"
    "$bin/emmake" make -j2 install
  )
  mv -- "$folder/installed/include" "$folder/installed/lib" "$folder"
  rm -rf -- "$folder/source" "$folder/installed" "$folder/lib/pkgconfig" "$folder"/lib/*.la
}
