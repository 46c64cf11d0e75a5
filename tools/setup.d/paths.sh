# shellcheck shell=bash
# Tells CMake and the shell where everything is.

write_paths() {
  local folder=$CHECKOUT/build/setup name
  local -A path=(
    [PAIRBOOK_CACHE]=$CACHE
    [PAIRBOOK_EMSCRIPTEN_BIN]=$emscripten_bin
    [PAIRBOOK_WASM_LIBS]=$wasm_libraries
    [PAIRBOOK_IMGUI_SOURCE]=$sources_folder/imgui
    [PAIRBOOK_GTEST_SOURCE]=$sources_folder/googletest
    [PAIRBOOK_ASSETS]=$assets_folder
    [PAIRBOOK_WEB_NODE_MODULES]=$npm_folder/web/node_modules
    [PAIRBOOK_BROWSER_NODE_MODULES]=$npm_folder/browser/node_modules
    [PAIRBOOK_NODE]=$(node_program)
  )
  {
    printf '# Written by tools/setup.\n'
    for name in $(printf '%s\n' "${!path[@]}" | sort); do
      printf 'set(%s [==[%s]==])\n' "$name" "${path[$name]}"
    done
  } >"$folder/paths.cmake.$$"
  {
    printf '# Written by tools/setup.\n'
    for name in $(printf '%s\n' "${!path[@]}" | sort); do
      printf 'export %s=%q\n' "$name" "${path[$name]}"
    done
  } >"$folder/env.sh.$$"
  replace_if_changed "$folder/paths.cmake"
  replace_if_changed "$folder/env.sh"
}

# An unchanged file keeps its time, so CMake does not configure again for nothing. Each set-up has a
# new file of its own, since two may be at work in one checkout.
replace_if_changed() {
  if cmp -s "$1" "$1.$$"; then rm -f -- "$1.$$"; else mv -- "$1.$$" "$1"; fi
}
