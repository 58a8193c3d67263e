package dev.parley.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagNameTests {
    @ParameterizedTest
    @ValueSource(strings = {"VIP", "vip", " Vip ", "ＶＩＰ", "v\u200Bip"})
    void namesThatLookTheSameAreTheSame(String typed) {
        assertThat(TagName.of(typed).orElseThrow().key()).isEqualTo("vip");
    }

    @Test
    void spacesOfAllKindsAreOne() {
        var name = TagName.of("\u3000late \t\n delivery ").orElseThrow();

        assertThat(name).isEqualTo(new TagName("late delivery", "late delivery"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u3000", "\u200B"})
    void aNameThatShowsNothingIsNone(String typed) {
        assertThat(TagName.of(typed)).isEmpty();
    }

    @Test
    void aNameHasAtMostFortyCharacters() {
        assertThat(TagName.of("退".repeat(TagName.LONGEST))).isPresent();
        assertThat(TagName.of("退".repeat(TagName.LONGEST + 1))).isEmpty();
        assertThat(TagName.of(" ".repeat(1_000) + "VIP")).isEmpty();
    }
}
