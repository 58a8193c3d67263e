# Finds Chromium, or installs it where that is allowed.

# Chromium without windows: the same pages, with half the work for the processor.
LIGHT_BROWSER=chromium-headless-shell

provide_browser() {
    if ! { has_light_browser && has_fonts; } && may_install; then
        say "Installing Chromium and fonts for Chinese, Japanese and Korean"
        install_browser || say "The installation failed."
    fi
    if has_browser; then
        CHROMIUM=$(browser)
        export CHROMIUM
    else
        say "Chromium was not found. The browser tests and the benchmark \"screen\" need it:" \
            "  Debian:         apt-get install chromium-headless-shell fonts-noto-cjk" \
            "  Ubuntu:         apt-get install chromium fonts-noto-cjk" \
            "  macOS:          brew install --cask chromium"
        say "or set CHROMIUM to its path."
    fi
}

browser() {
    if [ -n "${CHROMIUM:-}" ]; then
        printf '%s\n' "$CHROMIUM"
        return
    fi
    local name
    for name in "$LIGHT_BROWSER" chromium chromium-browser google-chrome \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if command -v "$name"; then return; fi
    done
    return 1
}

has_browser() { browser >/dev/null; }

has_light_browser() { [ -n "${CHROMIUM:-}" ] || command -v "$LIGHT_BROWSER" >/dev/null; }

has_fonts() { ! command -v fc-list >/dev/null || fc-list :lang=zh-tw family | grep -q .; }

may_install() { [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; }

install_browser() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q update
    apt_install "$LIGHT_BROWSER" || { has_browser && apt_install; } || apt_install chromium
}

apt_install() {
    apt-get -q install -y --no-install-recommends "$@" fonts-noto-cjk fontconfig </dev/null
}
