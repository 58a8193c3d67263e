package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorableTextTests {
    @ParameterizedTest
    @CsvSource({"a😀😀, 4, a😀", "a😀😀, 3, a😀", "aa😀😀, 4, aa😀", "a😀, 2, a", "ab, 5, ab"})
    void shorteningCutsNoCharacterInHalf(String text, int most, String expected) {
        assertThat(StorableText.shortened(text, most)).isEqualTo(expected);
    }
}
