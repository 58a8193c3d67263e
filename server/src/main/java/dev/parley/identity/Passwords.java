package dev.parley.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Generates, hashes and checks passwords.
@Component
public final class Passwords {
    public static final int MIN_LENGTH = 12;
    public static final int MAX_LENGTH = 200;

    private static final int JUDGED = 64;

    /// On the scale of zxcvbn: more than 10^8 guesses.
    private static final int SAFELY_UNGUESSABLE = 3;

    private static final Zxcvbn estimator = new Zxcvbn();

    /// A hash of no password, with the parameters of all new ones. To compute one would lengthen
    /// every start.
    static final String DUMMY_HASH =
            "{argon2}$argon2id$v=19$m=16384,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    /// No vowels, so no words; no characters that look alike.
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder(
                    "argon2",
                    Map.of(
                            "argon2",
                            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                            "bcrypt",
                            new BCryptPasswordEncoder()));
    private final SecureRandom random = new SecureRandom();

    /// Each hash takes 16 MB and a whole processor: many at once would take all memory, and on
    /// virtual threads, which do not yield the processor while they compute, all other work would
    /// wait.
    private final Executor hashing =
            Executors.newFixedThreadPool(
                    2, Thread.ofPlatform().daemon().name("password-", 0).factory());

    /// What is wrong with a chosen password.
    public enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        CONTAINS_NAME,
        EASY_TO_GUESS,
        NONE
    }

    /// {@return what is wrong with this password for the user of that name}
    public static Flaw flaw(String chosen, String signInName) {
        if (chosen.codePointCount(0, chosen.length()) < MIN_LENGTH) {
            return Flaw.TOO_SHORT;
        }
        if (chosen.length() > MAX_LENGTH) {
            return Flaw.TOO_LONG;
        }
        if (chosen.toLowerCase(Locale.ROOT).contains(signInName.toLowerCase(Locale.ROOT))) {
            return Flaw.CONTAINS_NAME;
        }
        return isEasyToGuess(chosen, signInName) ? Flaw.EASY_TO_GUESS : Flaw.NONE;
    }

    /// Repetitions, keyboard rows, dates and well-known passwords need few guesses, however long
    /// they are. Only the beginning is checked, because the time this takes grows with the length.
    private static boolean isEasyToGuess(String chosen, String signInName) {
        var plain = Normalizer.normalize(chosen, Normalizer.Form.NFKC);
        var judged = plain.substring(0, Math.min(plain.length(), JUDGED));
        var known = List.of(signInName, "parley");
        var score = estimator.measure(judged, known).getScore();
        return score < SAFELY_UNGUESSABLE;
    }

    String hash(String password) {
        return limited(() -> String.valueOf(encoder.encode(password)));
    }

    boolean matches(String password, String hash) {
        return limited(() -> encoder.matches(password, hash));
    }

    /// {@return whether the hash uses an outdated algorithm and should be replaced}
    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /// Takes as long as a real comparison, so that the time does not reveal which names exist.
    void compareWithDummy(String password) {
        var _ = matches(password, DUMMY_HASH);
    }

    private <T> T limited(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, hashing).join();
    }

    /// {@return four groups of four characters, easy to read aloud: 76 bits}
    String oneTime() {
        var password = new StringBuilder();
        for (var index = 0; index < 16; index++) {
            if (index > 0 && index % 4 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
