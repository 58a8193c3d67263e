package dev.parley.simulator.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTests {
    private static final byte[] BODY =
            ("{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"time\":1,\"messaging\":[{\"sender\":"
                            + "{\"id\":\"2\"},\"recipient\":{\"id\":\"1\"},\"timestamp\":1,"
                            + "\"message\":{\"mid\":\"m_x\",\"text\":\"\\u00e4\\ud83d\\ude00\"}}]}]}")
                    .getBytes(US_ASCII);

    @Test
    void bothSignaturesCoverTheExactBytes() {
        assertThat(BODY).hasSize(172);
        assertThat(Signature.sha1("test-secret", BODY))
                .isEqualTo("sha1=07bc2ee4d2662f72bebc1a56a1accb9f91a6db51");
        assertThat(Signature.sha256("test-secret", BODY))
                .isEqualTo(
                        "sha256=0e29da9f9e21ebc7d7961214a66db85dc069fdcbe49fc4426779790682d5040e");
    }

    @Test
    void theProofOfATokenIsSignedToo() {
        assertThat(Signature.proof("test-secret", "EAAtoken"))
                .isEqualTo("0004791b08abe7bb71f6e3d3d6ea4d36159e5970bc64a50a138bb3fc3506c4b8");
    }

    @Test
    void bodiesAreAsciiWithEscapedSlashes() {
        var body = MetaJson.bytes(Map.of("text", "ä\ud83d\ude00 a/b \"q\" \\ \u007f"));
        assertThat(new String(body, US_ASCII))
                .isEqualTo("{\"text\":\"\\u00e4\\ud83d\\ude00 a\\/b \\\"q\\\" \\\\ \\u007f\"}");
    }
}
