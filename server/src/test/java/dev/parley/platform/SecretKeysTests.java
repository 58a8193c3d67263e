package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.ParleySettings.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeysTests {
    private static final String OTHER = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir Path data;

    @Test
    void createsAKeyThatOnlyTheOwnerCanReadAndReusesIt() throws IOException {
        var sealed =
                new Secrets(SecretKeys.of(settings(null), Optional.empty())).seal("a page token");
        assertThat(new Secrets(SecretKeys.of(settings(null), Optional.empty())).open(sealed))
                .isEqualTo("a page token");
        assertThat(Files.getPosixFilePermissions(data.resolve("secret.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void usesTheKeyOfTheSettingsAndWritesNoFile() {
        var key =
                SecretKeys.of(
                        settings("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="), Optional.empty());
        assertThat(key.getEncoded()).asString().isEqualTo("0123456789abcdef0123456789abcdef");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void refusesAKeyOfTheWrongLength() {
        assertThatThrownBy(() -> SecretKeys.of(settings("c2hvcnQ="), Optional.empty()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("parley.secret-key must hold 32 bytes in base64");
    }

    @Test
    void refusesAFileWithoutAKey() throws IOException {
        Files.writeString(data.resolve("secret.key"), "not a key!");
        assertThatThrownBy(() -> SecretKeys.of(settings(null), Optional.empty()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("secret.key must hold 32 bytes in base64");
    }

    @Test
    void createsNoKeyIfSecretsWereEncryptedWithAnother() throws IOException {
        var sample = new Secrets(SecretKeys.of(settings(null), Optional.empty())).seal("x");
        var file = data.resolve("secret.key");
        Files.delete(file);

        assertThatThrownBy(() -> SecretKeys.of(settings(null), Optional.of(sample)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file + " is missing")
                .hasMessageContaining("No new key was made");
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesAKeyThatSecretsWereNotEncryptedWith() throws IOException {
        var right = SecretKeys.of(settings(null), Optional.empty());
        var sample = new Secrets(right).seal("x");
        var file = data.resolve("secret.key");
        Files.writeString(file, OTHER);

        assertThatThrownBy(() -> SecretKeys.of(settings(null), Optional.of(sample)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file + " is not the key");
        assertThatThrownBy(() -> SecretKeys.of(settings(OTHER), Optional.of(sample)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("parley.secret-key is not the key");
        assertThat(SecretKeys.matchesFile(settings(null), right)).isFalse();
        assertThat(Files.readString(file)).isEqualTo(OTHER);
    }

    private ParleySettings settings(@Nullable String key) {
        return new ParleySettings(Mode.SERVE, data, null, key);
    }
}
