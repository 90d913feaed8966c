# Shared by the scripts: where we are, how to speak, which Node to use. Sourced, never run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"

if [ -t 2 ]; then bold=$'\033[1m' plain=$'\033[0m'; else bold='' plain=''; fi
say() { printf '%s\n' "$bold$*$plain" >&2; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# The script's own leading comment is its --help.
help() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; exit 0; }

# Debian 12 has Node 18, too old for some tools: then the Node that npm brought comes first.
use_node() {
  local major bundled
  major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
  [ "$major" -ge 20 ] && return
  for bundled in "$root"/node_modules/node-linux-*/bin; do
    if [ -x "$bundled/node" ]; then export PATH="$bundled:$PATH"; return; fi
  done
  die "Node 20 or newer is missing: run scripts/setup"
}

# configure PRESET: first time only, later CMake looks after itself.
configure() {
  [ -e "build/$1/build.ninja" ] || cmake --preset "$1"
}
