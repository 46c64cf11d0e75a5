# shellcheck shell=bash disable=SC2034,SC2154
# The compiler for the web: a private copy of Emscripten, unpacked from a later Debian suite
# beside, not over, the machine's own system.
#
# Two folders, because programs carry the absolute path of their loader and so are patched for the
# name they will have, while the C and C++ libraries can only be compiled once they run:
#   emscripten-V.root/   the unpacked packages
#   emscripten-V/        root and config (links), em-cache, bin/

# A copy the user brought along wins, when it is the version we ask for.
emscripten_on_path() {
  local wanted=$1 found
  found=$(command -v emcc) || return 1
  [[ $found != "$CACHE"/* ]] || return 1
  [[ $("$found" --version 2>/dev/null | head -n 1) == *" $wanted "* ]] || return 1
  dirname -- "$found"
}

prepare_emscripten() {
  local wanted=$1 substitute=$CACHE/emscripten-$1.substitute
  emscripten_version=$wanted
  if emscripten_bin=$(emscripten_on_path "$wanted"); then
    say "Emscripten $wanted: using the one in $emscripten_bin"
    return 0
  fi
  # Written when the mirror no longer had the version we ask for, so a warm start needs no network.
  [[ -f $substitute ]] && emscripten_version=$(<"$substitute")
  if [[ ! -d $CACHE/emscripten-$emscripten_version.root ]]; then
    build_once "emscripten-$wanted.packages" "Emscripten $wanted: packages from the mirror" 400 \
      fetch_emscripten "$wanted"
    emscripten_version=$(<"$CACHE/emscripten-$wanted.packages/version")
    if [[ $emscripten_version != "$wanted" ]]; then
      say "Emscripten $wanted has left the package mirror; using $emscripten_version, the newest it has."
      printf '%s\n' "$emscripten_version" >"$substitute.new"
      mv -- "$substitute.new" "$substitute"
    fi
    build_once "emscripten-$emscripten_version.root" "Emscripten $emscripten_version: unpacking" 1000 \
      unpack_emscripten "$CACHE/emscripten-$wanted.packages" \
      "$CACHE/emscripten-$emscripten_version" "$(node_program)"
    rm -rf -- "$CACHE/emscripten-$wanted.packages"
  fi
  build_once "emscripten-$emscripten_version" \
    "Emscripten $emscripten_version: its C and C++ libraries" 300 \
    finish_emscripten "$CACHE/emscripten-$emscripten_version.root" "$(node_program)"
  emscripten_bin=$CACHE/emscripten-$emscripten_version/bin
}

fetch_emscripten() {
  local wanted=$1 folder=$2 full
  open_private_apt "$folder/apt"
  full=$(offered_version emscripten "$wanted")
  apt-get -q install -d -y "emscripten=$full"
  mv -- "$folder/apt/cache/archives" "$folder/archives"
  upstream_version "$full" >"$folder/version"
  rm -rf -- "$folder/apt"
}

unpack_emscripten() {
  local packages=$1 final=$2.root finished=$2 node=$3 folder=$4 package libraries file llvm
  for package in "$packages"/archives/*.deb; do dpkg-deb -x "$package" "$folder"; done
  rm -rf -- "$folder"/usr/share/{doc,man,locale,info,lintian} "${folder:?}"/{etc,var}
  llvm=$(cd "$folder/usr/lib" && printf '%s\n' llvm-* | sort -V | tail -n 1)
  # Emscripten finds its configuration beside itself, however it is called.
  cat >"$folder/usr/share/emscripten/.emscripten" <<END
import os
LLVM_ROOT = '$final/usr/lib/$llvm/bin'
BINARYEN_ROOT = '$final/usr'
NODE_JS = '$node' if os.path.exists('$node') else 'node'
CACHE = '$finished/em-cache'
LLVM_ADD_VERSION = ''
CLANG_ADD_VERSION = ''
END
  # Programs of a later Debian need its own loader and libraries.
  libraries=$final/usr/lib/x86_64-linux-gnu:$final/usr/lib/$llvm/lib
  for file in "$folder"/usr/lib/llvm-*/bin/* "$folder"/usr/bin/wasm-*; do
    is_program "$file" || continue
    patchelf --set-interpreter "$final/usr/lib64/ld-linux-x86-64.so.2" \
      --force-rpath --set-rpath "$libraries" "$file"
  done
  while IFS= read -r -d '' file; do
    [[ -n $(patchelf --print-rpath "$file" 2>/dev/null || true) ]] || continue
    patchelf --force-rpath --set-rpath "$libraries" "$file"
  done < <(find "$folder"/usr/lib/x86_64-linux-gnu "$folder"/usr/lib/llvm-*/lib -name '*.so*' -type f -print0)
}

is_program() { [[ -f $1 && ! -L $1 ]] && [[ $(head -c 4 -- "$1" | tr -d '\0') == $'\x7fELF' ]]; }

finish_emscripten() {
  local root=$1 node=$2 folder=$3 tool
  ln -s "../$(basename -- "$root")" "$folder/root"
  ln -s root/usr/share/emscripten/.emscripten "$folder/config"
  mkdir "$folder/bin" "$folder/em-cache"
  # shellcheck disable=SC2016  # for the wrapper to expand
  for tool in emcc em++ emar emranlib emcmake emconfigure emmake emstrip emnm; do
    cat >"$folder/bin/$tool" <<'END'
#!/bin/sh
here=$(cd "${0%/*}/.." && pwd)
[ -x /usr/bin/python3 ] && export EMSDK_PYTHON=/usr/bin/python3
END
    printf 'exec "$here/root/usr/share/emscripten/%s" "$@"\n' "$tool" >>"$folder/bin/$tool"
    chmod 755 "$folder/bin/$tool"
  done
  EM_CACHE=$folder/em-cache warm_emscripten "$folder" "$node"
}

# Emscripten compiles its libraries when a link first asks for them, one set for each way of
# linking. Asking here, once, keeps that out of everybody's first build.
warm_emscripten() {
  local folder=$1 node=$2 flags
  local common=(-std=c++23 -fno-exceptions -fno-rtti -sALLOW_MEMORY_GROWTH=1)
  cat >"$folder/warm.cpp" <<'END'
#include <cstdio>
#include <expected>
#include <string>
#include <vector>
std::expected<std::string, int> greet(std::size_t count) {
  if (count == 0) return std::unexpected(1);
  return std::string(count, 'x');
}
int main(int argc, char**) {
  std::vector<std::string> all{greet(std::size_t(argc)).value_or("none")};
  std::printf("%s %.1f\n", all.back().c_str(), double(argc));
}
END
  # As the tests under node are linked, as the web app is, and as libsodium's configure links.
  # Several flags in one word, on purpose.
  # shellcheck disable=SC2086
  for flags in '-O0' '-Oz -flto -sMALLOC=emmalloc'; do
    "$folder/bin/em++" "${common[@]}" $flags "$folder/warm.cpp" -o "$folder/warm.js"
    [[ $("$node" "$folder/warm.js") == 'x 1.0' ]]
    "$folder/bin/em++" "${common[@]}" $flags "$folder/warm.cpp" -sENVIRONMENT=web,worker \
      -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_ENABLE_GET_PROC_ADDRESS=0 \
      -sUSE_GLFW=3 -o "$folder/warm.js"
  done
  printf 'int main(void) { return 0; }\n' >"$folder/warm.c"
  "$folder/bin/emcc" -O3 "$folder/warm.c" -o "$folder/warm.js"
  rm -f -- "$folder"/warm.*
}
