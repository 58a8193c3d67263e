# Benchmarks of speed and scale. They start the programs that they need.

. "$ROOT/launcher/browser.sh"

parley_bench() {
    prepare
    ! wants screen "$@" || provide_browser
    quietly "Building the benchmarks" "$LAUNCH/bench.log" build_bench
    PARLEY_SERVER_RUN=$(run_line server) PARLEY_SIMULATOR_RUN=$(run_line simulator) \
        PARLEY_ROOT=$ROOT PARLEY_VERSION=$(version) exec "$JAVA" -Xms1g -Xmx1g -XX:+UseSerialGC \
        -cp "$ROOT/bench/target/classes:$(cat "$ROOT/bench/target/classpath")" \
        dev.parley.bench.Bench "$@"
}

# {0 when this benchmark is named, or none is}
wants() {
    local wanted=$1 named="" word
    shift
    for word in "$@"; do
        case $word in
            "$wanted") return 0 ;;
            [a-z]*) named=yes ;;
        esac
    done
    [ -z "$named" ]
}

build_bench() {
    (cd "$ROOT" && ./mvnw -q -B -DskipTests -pl bench package dependency:build-classpath \
        -Dmdep.outputFile=target/classpath)
}

# The tag or commit, with "-dirty" when files have changed since.
version() {
    git -C "$ROOT" describe --tags --always --dirty 2>/dev/null || printf 'unknown\n'
}
