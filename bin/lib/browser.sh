# shellcheck shell=bash
# To be sourced: sees to Chromium and its driver, which the browser tests need; those fail where it cannot.

has_browser() {
  command -v chromium >/dev/null && command -v chromedriver >/dev/null
}

install_browser() {
  local as_root=()
  if ((EUID != 0)); then
    sudo -n true 2>/dev/null || return
    as_root=(sudo -n)
  fi
  command -v apt-get >/dev/null || return
  echo 'Installing Chromium for the browser tests.'
  "${as_root[@]}" apt-get -qq update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get -qq install --yes --no-install-recommends chromium chromium-driver >/dev/null
}

if ! has_browser && ! { install_browser </dev/null && has_browser; }; then
  echo 'Could not install Chromium, so the browser tests will fail. Install chromium and chromedriver' \
    '(on Debian: sudo apt-get install chromium chromium-driver).' >&2
fi
