package dev.parley.admin.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedTests {
    @Test
    void jsonIsFormatted() {
        assertThat(shown("{\"object\":\"page\",\"entry\":[{\"id\":\"1\"}]}"))
                .hasLineCount(6)
                .startsWith("{\n  \"object\" : \"page\",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"hush hush\"}",
                "{\"a\":[{\"appsecret_proof\":{\"deep\":\"hush\"}}]}",
                "{\"client_secret\" : \"hush\", \"rest\":1}",
                "{\"token\":\"hush\"}",
                "{\"url\":\"https://graph.example/me?access_token=hush&fields=id\"}",
                "{\"access_token\":\"hush\" and then it breaks off",
                "access_token=hush&x=1",
                "Authorization: Bearer hush",
                "{\"text\":\"my token is EAAGhushhushhush\"}",
                "{\"text\":\"1234567890|hushhushhushhush\"}"
            })
    void noSecretIsShown(String body) {
        assertThat(shown(body)).doesNotContain("hush").contains(Redacted.MASK);
    }

    @Test
    void otherValuesAreUnchanged() {
        assertThat(shown("not JSON at all, but <b>something</b>"))
                .isEqualTo("not JSON at all, but <b>something</b>");
        assertThat(shown("")).isEmpty();
        assertThat(shown("a\u0000b\u001b[31m")).isEqualTo("a\ufffdb\ufffd[31m");
        assertThat(Redacted.body(new byte[] {(byte) 0xff})).isEqualTo("\ufffd");
    }

    private static String shown(String body) {
        return Redacted.body(body.getBytes(UTF_8));
    }
}
