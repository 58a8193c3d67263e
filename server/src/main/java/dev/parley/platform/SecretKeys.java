package dev.parley.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Loads the key that encrypts the secrets in the database.
final class SecretKeys {
    static final String FILE = "secret.key";

    private static final int BYTES = 32;

    private SecretKeys() {}

    /// {@return the key that encrypts this installation's secrets} While there is no secret, a
    /// missing key file is created.
    ///
    /// @param sample something that was encrypted before; empty if nothing was
    /// @throws StartRefused if the key is missing or is another one: no key is created then
    static SecretKey of(ParleySettings settings, Optional<byte[]> sample) {
        var key = of(settings, sample.isEmpty());
        if (sample.isPresent() && !opens(key, sample.get())) {
            throw new StartRefused(
                    "%s is not the key that the secrets in this database were sealed with: put the right one back from your backup (see \"The secret key\" in docs/operations.md)."
                            .formatted(nameOf(settings)));
        }
        return key;
    }

    /// {@return whether the key file still contains this key; true if the key is in the settings}
    static boolean matchesFile(ParleySettings settings, SecretKey key) {
        if (settings.secretKey() != null) {
            return true;
        }
        try {
            var stored = decode(Files.readString(fileOf(settings)), FILE);
            return MessageDigest.isEqual(stored.getEncoded(), key.getEncoded());
        } catch (IOException | StartRefused _) {
            return false;
        }
    }

    static Path fileOf(ParleySettings settings) {
        return settings.data().resolve(FILE).toAbsolutePath();
    }

    private static String nameOf(ParleySettings settings) {
        return settings.secretKey() != null ? "parley.secret-key" : fileOf(settings).toString();
    }

    private static boolean opens(SecretKey key, byte[] sample) {
        try {
            new Secrets(key).open(sample);
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private static SecretKey of(ParleySettings settings, boolean mayCreate) {
        if (settings.secretKey() != null) {
            return decode(settings.secretKey(), "parley.secret-key");
        }
        var file = fileOf(settings);
        try {
            if (Files.notExists(file)) {
                if (!mayCreate) {
                    throw missing(file);
                }
                PrivateFolder.create(settings.data());
                write(settings.data(), file);
            }
            return decode(Files.readString(file), file.toString());
        } catch (IOException failure) {
            throw new StartRefused(
                    "The key file %s cannot be read or written: %s".formatted(file, failure),
                    failure);
        }
    }

    private static StartRefused missing(Path file) {
        return new StartRefused(
                "%s is missing, and the secrets in the database cannot be read without it: put it back from your backup, or set parley.secret-key. No new key was made."
                        .formatted(file));
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
            // another process created it first; its key is used
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
            // reported below
        }
        throw new StartRefused(
                "%s must hold %d bytes in base64, as `openssl rand -base64 %d` makes them."
                        .formatted(where, BYTES, BYTES));
    }
}
