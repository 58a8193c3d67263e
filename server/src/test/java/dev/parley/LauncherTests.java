package dev.parley;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the launcher handles its options, without building or starting anything.
class LauncherTests {
    /// The launcher with programs that only print how they would be started.
    private static final String STUBS =
            """
            set -eu
            ROOT=$(cd .. && pwd); HERE=$PWD
            . "$ROOT/launcher/net.sh"
            say() { printf '%s\\n' "$@"; }
            die() { say "$@" >&2; exit 1; }
            absolute() { say "$1"; }
            need_value() { [ $# -ge 2 ] || die "$1 needs a value."; }
            need_number() {
                need_value "$@"
                case $2 in '' | *[!0-9]*) die "$1 needs a number, not $2." ;; esac
            }
            prepare() { :; }
            load_run_line() { RUN=(printf '%s\\n' "run-$1"); }
            """;

    @Test
    void theSimulatorGetsEachSettingOnce() throws Exception {
        assertThat(simulator("")).contains("--server.port=8090", "--server.address=127.0.0.1");
        for (var options :
                new String[] {
                    "--port 21999", "--port=21999", "--server.port=21999", "--port 1 --port 21999"
                }) {
            assertThat(simulator(options).lines())
                    .as(options)
                    .containsExactly(
                            "run-simulator", "--server.port=21999", "--server.address=127.0.0.1");
        }
        assertThat(simulator("--host 0.0.0.0 --logging.level.root=warn").lines())
                .containsExactly(
                        "run-simulator",
                        "--server.port=8090",
                        "--server.address=0.0.0.0",
                        "--logging.level.root=warn");
    }

    @Test
    void invalidOptionsAreReported() throws Exception {
        assertThat(simulator("--port")).contains("--port needs a value");
        assertThat(simulator("--port=x")).contains("--port needs a number, not x");
        assertThat(simulator("--prot 1")).contains("Unknown option for simulator: --prot");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(simulator("--port " + taken.getLocalPort()))
                    .contains("Port %d is in use".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void theServerGetsItsModeOnce() throws Exception {
        assertThat(run("serve", "--parley.inbox.concurrency=4").lines())
                .containsExactly(
                        "run-server", "--parley.mode=serve", "--parley.inbox.concurrency=4");
        assertThat(run("serve", "--parley.mode=demo")).contains("./parley demo");
    }

    @Test
    void aServerThatWasKilledIsStartedAgain(@TempDir Path data) throws Exception {
        var said = demo(data, 3);
        assertThat(said.lines().filter(line -> line.contains("is started again"))).hasSize(2);
        assertThat(said).contains(data + "/logs/server.log").endsWith("Parley has stopped.\n");
        assertThat(data.resolve("logs/server.log")).hasContent("server\nserver\nserver");
        assertThat(data.resolve("logs/simulator.log")).hasContent("simulator");
    }

    @Test
    void aServerThatKeepsDyingIsGivenUp(@TempDir Path data) throws Exception {
        var said = demo(data, 100);
        assertThat(said.lines().filter(line -> line.contains("is started again"))).hasSize(5);
        assertThat(said)
                .contains("server exited unexpectedly.", data + "/logs/server.log")
                .doesNotContain("Parley has stopped.");
    }

    /// The demo with a server that kills itself at each start but this one, which ends the demo as
    /// Ctrl-C does.
    private static String demo(Path data, int last) throws Exception {
        var programs =
                """
                pause() { sleep 0.05; }
                answers() { [ "$2" = /simulator/state ] || [ -s "$DATA/logs/server.log" ]; }
                print_sign_ins() { :; }
                load_run_line() { RUN=(bash -c "program_$1" "$1"); }
                program_simulator() { echo simulator; exec sleep 60; }
                program_server() {
                    echo server; touch "$DATA/demo.env"
                    [ "$(wc -l <"$DATA/logs/server.log")" -lt %d ] || kill -TERM $PPID
                    sleep 0.5
                    kill -KILL $$
                }
                export -f program_server program_simulator
                export DATA=%s
                """
                        .formatted(last, data);
        return run(
                "demo", programs, "--data %s --port 21998 --simulator-port 21999".formatted(data));
    }

    private static String simulator(String options) throws Exception {
        return run("simulator", options);
    }

    private static String run(String command, String options) throws Exception {
        return run(command, "", options);
    }

    /// @param programs definitions that replace those of the command
    private static String run(String command, String programs, String options)
            throws IOException, InterruptedException {
        var script =
                STUBS
                        + ". \"$ROOT/launcher/%s.sh\"\n".formatted(command)
                        + programs
                        + "parley_%s %s\n".formatted(command, options);
        var process = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
