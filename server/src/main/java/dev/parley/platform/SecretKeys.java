package dev.parley.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Where the key comes from that seals what must not be readable in the database.
final class SecretKeys {
    static final String FILE = "secret.key";

    private static final int BYTES = 32;

    private SecretKeys() {}

    /// {@return the key of the settings, or the one in the data directory, made when it is not
    /// there}
    static SecretKey of(ParleySettings settings) {
        if (settings.secretKey() != null) {
            return decode(settings.secretKey(), "parley.secret-key");
        }
        var file = settings.data().resolve(FILE);
        try {
            if (Files.notExists(file)) {
                PrivateFolder.make(settings.data());
                write(settings.data(), file);
            }
            return decode(Files.readString(file), file.toString());
        } catch (IOException failure) {
            throw new StartRefused(
                    "The key file %s cannot be read or written: %s".formatted(file, failure),
                    failure);
        }
    }

    private static void write(Path folder, Path file) throws IOException {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var whole = Files.createTempFile(folder, FILE, ".new", ownerOnly);
        Files.writeString(whole, Base64.getEncoder().encodeToString(key) + "\n");
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException _) {
            // another start was first, and its key counts
        } finally {
            Files.delete(whole);
        }
    }

    private static SecretKey decode(String text, String where) {
        try {
            var key = Base64.getDecoder().decode(text.strip());
            if (key.length == BYTES) {
                return new SecretKeySpec(key, "AES");
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new StartRefused(
                "%s must hold %d bytes in base64, as `openssl rand -base64 %d` makes them."
                        .formatted(where, BYTES, BYTES));
    }
}
