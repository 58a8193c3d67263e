package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Tests {
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void hashesAText() {
        assertThat(HexFormat.of().formatHex(Sha256.of("abc"))).isEqualTo(ABC);
        assertThat(Sha256.hex("abc", Sha256.BYTES)).isEqualTo(ABC);
        assertThat(Sha256.hex("abc", 4)).isEqualTo("ba7816bf");
    }
}
