# Load and scale benchmarks. They start the programs that they need.

parley_bench() {
    prepare
    quietly "Building the benchmarks" "$LAUNCH/bench.log" build_bench
    PARLEY_SERVER_RUN=$(run_line server) PARLEY_SIMULATOR_RUN=$(run_line simulator) PARLEY_ROOT=$ROOT \
        exec "$JAVA" -cp "$ROOT/bench/target/classes:$(cat "$ROOT/bench/target/classpath")" \
        dev.parley.bench.Bench "$@"
}

build_bench() {
    (cd "$ROOT" && ./mvnw -q -B -DskipTests -pl bench package dependency:build-classpath \
        -Dmdep.outputFile=target/classpath)
}
