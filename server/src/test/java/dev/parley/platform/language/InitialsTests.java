package dev.parley.platform.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTests {
    @ParameterizedTest
    @CsvSource({
        "ann lee, AL",
        "Ada, A",
        "Maria da  Silva, MS",
        "王小明, 王",
        "' 김 민수 ', 김민",
        "𠮷田 太郎, 𠮷",
        "'😀 Smile', 😀S",
        "'  ', ?",
        "'', ?"
    })
    void standForAPersonWithoutAPicture(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
