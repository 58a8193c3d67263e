package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Passwords.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "abcabcabcabcabc",
                "123456789012",
                "qwertyuiop123",
                "password1234",
                "Passw0rd2026!",
                "parleyparley",
                "ｐａｓｓｗｏｒｄ１２３４",
                "11111111111111111111111111111111111111111111111111111111111111111111",
            })
    void commonPasswordsAreRefused(String password) {
        assertThat(Passwords.flaw(password, "ann")).isEqualTo(Flaw.EASY_TO_GUESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "tea without ice please",
                "k7#Qm-vv2T!x9",
                "珍珠奶茶半糖去冰加椰果一份"
            })
    void severalUnrelatedWordsAreFine(String password) {
        assertThat(Passwords.flaw(password, "ann")).isEqualTo(Flaw.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars"})
    void aShortPasswordIsRefused(String password) {
        assertThat(Passwords.flaw(password, "ann")).isEqualTo(Flaw.TOO_SHORT);
    }

    @Test
    void theDummyTakesAsLongAsARealHash() {
        var passwords = new Passwords();
        var real = passwords.hash("correct horse battery");
        assertThat(Passwords.DUMMY_HASH).hasSameSizeAs(real).startsWith(parameters(real));
        assertThat(passwords.matches("correct horse battery", Passwords.DUMMY_HASH)).isFalse();
    }

    private static String parameters(String hash) {
        return hash.substring(0, hash.lastIndexOf('$', hash.lastIndexOf('$') - 1) + 1);
    }
}
