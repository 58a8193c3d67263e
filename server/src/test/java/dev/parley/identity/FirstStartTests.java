package dev.parley.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The first start of a new installation.
@Timeout(180)
class FirstStartTests {
    static final Pattern PRINTED = Pattern.compile("password +([a-z0-9-]{19})");

    @Test
    void theOneTimePasswordMustBeReplacedAndTheSessionSurvivesARestart(@TempDir Path directory) {
        try (var database = TestPostgres.freshDatabase()) {
            var printed = new ByteArrayOutputStream();
            var browser = new Browser("");
            try (var server = printing(printed, () -> new RestartableServer(database, directory))) {
                browser.moveTo(server.address());
                chooseAPassword(browser, oneTimePassword(printed));
            }
            printed.reset();

            try (var again = printing(printed, () -> new RestartableServer(database, directory))) {
                browser.moveTo(again.address());

                assertThat(browser.get("/admin/users").statusCode()).isEqualTo(200);
                assertThat(printed.toString(UTF_8)).doesNotContain("First start");
            }
        }
    }

    private static void chooseAPassword(Browser browser, String oneTime) {
        assertThat(browser.signIn("admin", oneTime).statusCode()).isEqualTo(303);
        assertThat(browser.get("/admin").headers().firstValue("Location"))
                .hasValue("/account/password");

        var chosen = "four words of mine";
        var form = Map.of("current", oneTime, "chosen", chosen, "repeated", chosen);
        assertThat(browser.submit("/account/password", "/account/password", form).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/admin").statusCode()).isEqualTo(200);
    }

    private static String oneTimePassword(ByteArrayOutputStream printed) {
        var found = PRINTED.matcher(printed.toString(UTF_8));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static RestartableServer printing(
            ByteArrayOutputStream paper, java.util.function.Supplier<RestartableServer> start) {
        var screen = System.out;
        try {
            System.setOut(new PrintStream(paper, true, UTF_8));
            return start.get();
        } finally {
            System.setOut(screen);
        }
    }
}
