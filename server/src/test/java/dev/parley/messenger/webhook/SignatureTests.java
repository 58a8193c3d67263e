package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTests {
    private static final String BODY =
            "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"time\":1,\"messaging\":[{\"sender\":{\"id\":\"2\"},"
                    + "\"recipient\":{\"id\":\"1\"},\"timestamp\":1,\"message\":{\"mid\":\"m_x\","
                    + "\"text\":\"\\u00e4\\ud83d\\ude00\"}}]}]}";
    private static final String RIGHT =
            "sha256=0e29da9f9e21ebc7d7961214a66db85dc069fdcbe49fc4426779790682d5040e";

    @Test
    void theExactBytesAreSigned() {
        assertThat(BODY).hasSize(172);
        assertThat(new Signature("test-secret").isValid(RIGHT, BODY.getBytes(UTF_8))).isTrue();
    }

    @Test
    void theSameTextInOtherBytesIsNotSigned() {
        var decoded = BODY.replace("\\u00e4\\ud83d\\ude00", "ä😀");

        assertThat(new Signature("test-secret").isValid(RIGHT, decoded.getBytes(UTF_8))).isFalse();
    }

    @Test
    void otherSignaturesAreRefused() {
        var body = BODY.getBytes(UTF_8);

        assertThat(new Signature("test-secret").isValid(null, body)).isFalse();
        assertThat(new Signature("test-secret").isValid("sha256=", body)).isFalse();
        assertThat(new Signature("test-secret").isValid("sha256=zz", body)).isFalse();
        assertThat(new Signature("test-secret").isValid(RIGHT.replace("sha256", "sha1"), body))
                .isFalse();
        assertThat(new Signature("another").isValid(RIGHT, body)).isFalse();
    }
}
