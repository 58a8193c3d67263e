package dev.parley;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

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

    private static String simulator(String options) throws Exception {
        return run("simulator", options);
    }

    private static String run(String command, String options)
            throws IOException, InterruptedException {
        var script =
                STUBS
                        + ". \"$ROOT/launcher/%1$s.sh\"\nparley_%1$s %2$s\n"
                                .formatted(command, options);
        var process = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
