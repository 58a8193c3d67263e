package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.ProductionSafety.Facts;
import java.net.URI;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionSafetyTests {
    private static final Facts SAFE =
            new Facts(
                    URI.create("https://desk.example"),
                    Map.of("parley.some.url", URI.create("https://channel.example")),
                    "jdbc:postgresql://db.example:5432/parley",
                    "secret",
                    PosixFilePermissions.fromString("rw-------"),
                    PosixFilePermissions.fromString("rw-r-----"),
                    List.of("health", "prometheus"),
                    List.of());

    @Test
    void acceptsASafeConfiguration() {
        assertThat(ProductionSafety.problems(SAFE)).isEmpty();
    }

    @Test
    void reportsEveryProblemAtOnce() {
        var facts =
                new Facts(
                        null,
                        Map.of("parley.some.url", URI.create("http://channel.example")),
                        "jdbc:postgresql://db.example/parley",
                        "",
                        PosixFilePermissions.fromString("rw-r--r--"),
                        PosixFilePermissions.fromString("rw-r--r--"),
                        List.of("health", "heapdump"),
                        List.of("The file data/demo.env"));
        assertThat(ProductionSafety.problems(facts))
                .satisfiesExactly(
                        finding -> assertThat(finding).contains("parley.public-url is missing"),
                        finding -> assertThat(finding).contains("parley.some.url must begin with"),
                        finding ->
                                assertThat(finding).contains("parley.database.password is empty"),
                        finding -> assertThat(finding).contains("secret.key"),
                        finding -> assertThat(finding).contains("configuration file"),
                        finding -> assertThat(finding).contains("heapdump"),
                        finding -> assertThat(finding).contains("demo.env"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://desk.example, true",
        "http://desk.example, false",
        "http://localhost:8080, true",
        "http://127.0.0.1:8080, true",
        "http://[::1]:8080, true",
        "http://127.0.0.1.example, false",
        "http://localhost.example, false",
        "https://desk.example/, true",
        "https://desk.example:8443, true",
        "https://desk.example/support, false",
        "https://desk.example/?a=b, false",
        "https://me:secret@desk.example, false",
    })
    void requiresAnEncryptedPublicAddress(URI address, boolean safe) {
        var facts =
                new Facts(address, Map.of(), null, "", Set.of(), Set.of(), List.of(), List.of());
        assertThat(ProductionSafety.problems(facts).isEmpty()).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:postgresql:parley true",
                "jdbc:postgresql://localhost/parley true",
                "jdbc:postgresql://127.0.0.1:5432/parley true",
                "jdbc:postgresql://db.example/parley?password=secret true",
                "jdbc:postgresql://db.example/parley false",
                "jdbc:postgresql://localhost:1,db.example:2/parley false",
            })
    void requiresAPasswordForARemoteDatabase(String url, boolean safe) {
        var here = URI.create("http://localhost");
        var facts = new Facts(here, Map.of(), url, "", Set.of(), Set.of(), List.of(), List.of());
        assertThat(ProductionSafety.problems(facts).isEmpty()).isEqualTo(safe);
    }
}
