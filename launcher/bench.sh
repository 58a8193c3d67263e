# Load and scale. The benchmarks start what they need by themselves.

parley_bench() {
    prepare
    quietly "Building the benchmarks" "$LAUNCH/bench.log" build_bench
    PARLEY_SERVER_JAR=$(jar_of server) PARLEY_SIMULATOR_JAR=$(jar_of simulator) PARLEY_ROOT=$ROOT \
        exec "$JAVA" -cp "$ROOT/bench/target/classes:$(cat "$ROOT/bench/target/classpath")" \
        dev.parley.bench.Bench "$@"
}

build_bench() {
    (cd "$ROOT" && ./mvnw -q -B -DskipTests -pl bench -am package dependency:build-classpath \
        -Dmdep.outputFile=target/classpath)
}
