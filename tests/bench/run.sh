#!/usr/bin/env bash
# The arithmetic of the relay's benchmark, which no measurement would show to be wrong.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exec "${PAIRBOOK_NODE:-node}" relay/figures_test.mjs
