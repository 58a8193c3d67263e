package dev.parley.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Encrypts what must not be readable in the database: AES-256 in GCM mode, with a key that is
/// stored outside the database.
public final class Secrets {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final Consumer<byte[]> firstSealed;
    private final SecureRandom random = new SecureRandom();

    /// @param key 256 bits for AES
    public Secrets(SecretKey key) {
        this(key, _ -> {});
    }

    /// @param firstSealed receives an encrypted sample with each secret, and stores the first
    Secrets(SecretKey key, Consumer<byte[]> firstSealed) {
        this.key = key;
        this.firstSealed = firstSealed;
    }

    /// {@return the nonce followed by the encrypted text} The same text is encrypted differently
    /// each time.
    public byte[] seal(String text) {
        firstSealed.accept(sealed("sample"));
        return sealed(text);
    }

    private byte[] sealed(String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = transform(Cipher.ENCRYPT_MODE, nonce, text.getBytes(UTF_8), 0);
        var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    /// {@return the text that was passed to {@link #seal}}
    ///
    /// @throws IllegalStateException if it was encrypted with another key, or changed since
    public String open(byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return new String(transform(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES), UTF_8);
    }

    private byte[] transform(int mode, byte[] nonce, byte[] input, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "A secret could not be opened: was the key file changed or restored from"
                            + " elsewhere?",
                    failure);
        }
    }
}
