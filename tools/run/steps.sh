# How `run` does a step: once, in one line, with its log shown only when it fails.

state=$root/.tools # stamps, logs and the lock; rubbish that can be deleted at any time
mkdir -p "$state/logs" "$state/stamps"

# Nothing of a build may outlive it: no node or compiler server stays behind, holding files or our lock.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false npm_config_loglevel=error

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# logged FILE COMMAND… : runs it with its output in the file; a signal to us ends it at once, and us with it.
logged() {
  local log=$1 status=0; shift
  "$@" >"$log" 2>&1 </dev/null 9>&- &
  child=$!
  trap 'kill -TERM $child 2>/dev/null; echo; exit 130' INT
  trap 'kill -TERM $child 2>/dev/null; echo; exit 143' TERM
  wait "$child" || status=$?
  trap - INT TERM
  return "$status"
}

# step NAME 'What it does' COMMAND…
step() {
  local name=$1 words=$2 log=$state/logs/$1.log begun=$SECONDS status=0; shift 2
  printf '%s … ' "$words"
  logged "$log" "$@" || status=$?
  if [ "$status" = 0 ]; then
    printf 'done, %s s\n' "$((SECONDS - begun))"
    return 0
  fi
  printf 'failed (status %s) after %s s\n' "$status" "$((SECONDS - begun))"
  explain_failure "$log" >&2
  printf 'The whole log: %s\n' "$log" >&2
  exit "$status"
}

# A compiler repeats each error; anything else says what matters first (npm) or last.
explain_failure() {
  if grep -qE ': error |^error ' "$1"; then
    grep -E ': error |^error ' "$1" | sed 's/^ *//' | sort -u | head -n 40
  elif [ "$(wc -l <"$1")" -le 50 ]; then
    cat "$1"
  else
    head -n 20 "$1"
    echo '[…]'
    tail -n 20 "$1"
  fi
}

# One set-up at a time in this clone; the second waits, then finds everything done.
lock_setup() {
  command -v flock >/dev/null || return 0
  exec 9>"$state/setup.lock"
  if ! flock -n 9; then
    echo 'Another ./run is setting up here; waiting for it.'
    flock 9
  fi
}

unlock_setup() {
  exec 9>&-
}

# The names and contents of the files below the given paths, in a number. Made and ignored files do not count.
fingerprint() {
  { git ls-files -z -co --exclude-standard -- "$@" 2>/dev/null || files_without_git "$@"; } |
    { xargs -0 cksum 2>/dev/null || true; } | cksum
}

# In an unpacked archive.
files_without_git() {
  find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -print0
}

# changed NAME OUTPUT PATH… : is the output missing, or older than the files it is made of? stamp NAME notes that it is new.
declare -A fingerprints
changed() {
  local name=$1 output=$2; shift 2
  fingerprints[$name]=$(fingerprint "$@")
  ! { [ -e "$output" ] && [ "$(cat "$state/stamps/$name" 2>/dev/null)" = "${fingerprints[$name]}" ]; }
}

stamp() {
  printf '%s\n' "${fingerprints[$1]}" >"$state/stamps/$1"
}
