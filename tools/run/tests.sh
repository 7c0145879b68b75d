# Runs the suites, each with its own runner, and adds their counts up to one closing line.

suites=(unit house integration web e2e)
passed=0 failed=0 skipped=0

run_tests() {
  local suite
  local -a asked=("$@")
  [ $# -gt 0 ] || asked=("${suites[@]}")
  for suite in "${asked[@]}"; do
    [[ " ${suites[*]} " == *" $suite "* ]] || wrong "There is no suite '$suite'; there are: ${suites[*]}."
  done
  # A database of one's own is for the shop; tests make theirs.
  unset ConnectionStrings__Shop
  set_up_tests "${asked[@]}"
  make_log_folder
  for suite in "${asked[@]}"; do
    "test_$suite"
  done
  echo "Logs: $test_logs"
  close
}

# One a run, for two may run at once; the last ten stay.
make_log_folder() {
  local logs=$root/.data/test-logs
  test_logs=$logs/$(date +%Y%m%d-%H%M%S)-$$
  mkdir -p "$test_logs"
  find "$logs" -mindepth 1 -maxdepth 1 -type d | sort -r | tail -n +11 | xargs -r rm -rf
}

run_checks() {
  set_up_tests unit house web
  step format 'Checking the format of the C# sources' dotnet format Tradepost.slnx --verify-no-changes --no-restore
  if has_web; then
    step types 'Checking the types of the web apps' npm run typecheck --prefix web
    step lint 'Checking the rules of the web apps' npm run lint --prefix web
  fi
  run_tests unit house
}

set_up_tests() {
  need_dotnet
  lock_setup
  install_postgres
  build_solution
  case " $* " in *' web '*|*' e2e '*) ! has_web || install_web ;; esac
  case " $* " in *' integration '*) install_judges ;; esac
  case " $* " in *' integration '*|*' e2e '*) build_web ;; esac
  case " $* " in *' e2e '*) ! has_e2e || need_chromium ;; esac
  unlock_setup
}

has_web() { [ -f web/package.json ]; }
has_e2e() { [ -f web/e2e/playwright.config.ts ]; }

need_chromium() {
  ! command -v chromium >/dev/null || return 0
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail 'The browser tests need chromium: sudo apt-get install chromium'
  step chromium 'Installing chromium for the browser tests (once)' install_chromium
}

install_chromium() {
  local -a install=(apt-get install -y -qq --no-install-recommends chromium fonts-liberation)
  export DEBIAN_FRONTEND=noninteractive
  "${install[@]}" || { apt-get update -qq && "${install[@]}"; }
}

test_unit() { dotnet_suite unit tests/UnitTests; }
test_house() { dotnet_suite house tests/House; }
test_integration() { dotnet_suite integration tests/IntegrationTests; }

test_web() {
  has_web || { echo 'web: not here yet'; return; }
  run_suite web npm test --prefix web
  add_counts web "$(count_vitest "$test_logs/web.log")" 'tail -n 80'
}

test_e2e() {
  has_e2e || { echo 'e2e: not here yet'; return; }
  run_suite e2e in_web npx --no-install playwright test --config e2e
  add_counts e2e "$(count_playwright "$test_logs/e2e.log")" 'tail -n 80'
}

in_web() { cd web && "$@"; }

dotnet_suite() {
  run_suite "$1" dotnet test --project "$2" -c Release --no-build --no-progress
  add_counts "$1" "$(count_dotnet "$test_logs/$1.log")" failed_dotnet_tests
}

run_suite() {
  local name=$1; shift
  printf '%s … ' "$name"
  begun=$SECONDS status=0
  NO_COLOR=1 logged "$test_logs/$name.log" "$@" || status=$?
}

# add_counts SUITE 'passed failed skipped' FILTER : a suite that ran nothing, or ended badly without naming a failure, is a failure.
add_counts() {
  local name=$1 filter=$3 p f s
  read -r p f s <<<"$2"
  if [ "$((p + f))" = 0 ] || { [ "$status" != 0 ] && [ "$f" = 0 ]; }; then
    f=$((f + 1))
    echo "ended with status $status after $p passed tests: counted as a failure"
    tail -n 30 "$test_logs/$name.log"
  else
    echo "$p passed, $f failed, $s skipped, $((SECONDS - begun)) s"
    [ "$f" = 0 ] || $filter "$test_logs/$name.log"
  fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

count_dotnet() {
  awk '/^  succeeded: /{p=$2} /^  failed: /{f=$2} /^  skipped: /{s=$2} END{print p+0, f+0, s+0}' "$1"
}

# One "Tests  1 failed | 5 passed (6)" for each workspace that has tests.
count_vitest() {
  awk '/^ *Tests  /{for(i=2;i<=NF;i++){if($i=="passed")p+=$(i-1); if($i=="failed")f+=$(i-1); if($i=="skipped"||$i=="todo")s+=$(i-1)}}
    END{print p+0, f+0, s+0}' "$1"
}

# A flaky test passed at last; one that did not run did not pass.
count_playwright() {
  awk '/^ +[0-9]+ (passed|flaky)/{p+=$1} /^ +[0-9]+ (failed|interrupted|did not run)/{f+=$1} /^ +[0-9]+ skipped/{s+=$1}
    END{print p+0, f+0, s+0}' "$1"
}

# From "failed Name" to the next test's line.
failed_dotnet_tests() {
  awk '/^failed /{on=1} /^(passed|skipped) |^Test run summary|^  total: /{on=0} on' "$1" | head -n 200
}

close() {
  printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" = 0 ]
}
