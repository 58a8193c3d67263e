# All tests, including those in a real browser.

. "$ROOT/launcher/browser.sh"

parley_test() {
    find_java
    provide_browser
    export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    local from=$SECONDS result=0
    rm -rf "$ROOT"/*/target/surefire-reports "$ROOT"/*/target/failsafe-reports
    (cd "$ROOT" && ./mvnw -B -ntp verify "$@" </dev/null) || result=$?
    summary "$((SECONDS - from))" "$result"
    return "$result"
}

# Prints the totals of all reports in one line.
summary() {
    local seconds=$1 result=$2 reports
    reports=$(find "$ROOT" -path '*/target/*-reports/TEST-*.xml' 2>/dev/null)
    say ""
    # shellcheck disable=SC2086
    [ -z "$reports" ] || awk '
        function number(name,   at) {
            return match($0, " " name "=\"[0-9]+\"") \
                ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0
        }
        /<testsuite / || open {
            open = !/>/
            tests += number("tests"); failures += number("failures")
            errors += number("errors"); skipped += number("skipped")
        }
        END {
            printf "%d tests: %d passed, %d failed, %d errors, %d skipped\n", tests,
                tests - failures - errors - skipped, failures, errors, skipped
        }' $reports
    if [ "$result" -eq 0 ]; then
        say "All tests passed in $seconds s."
    else
        say "Tests failed after $seconds s (see above)."
    fi
}
