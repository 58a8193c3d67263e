package dev.parley.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDetailsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "My mail is Ada.Lin@Example.com, thanks",
                "我的信箱是ada.lin@example.com。",
                "ａｄａ．ｌｉｎ＠ｅｘａｍｐｌｅ．ｃｏｍ",
                "<ada.lin@example.com>"
            })
    void anEmailAddressIsFound(String text) {
        assertThat(WrittenDetails.in(List.of(text)).emails())
                .containsExactly("ada.lin@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "0912-345-678",
        "+886 912 345 678",
        "請打0912345678給我",
        "call (0912) 345 678!",
        "０９１２－３４５－６７８"
    })
    void aPhoneNumberIsTheSameInEveryNotation(String text) {
        assertThat(WrittenDetails.in(List.of(text)).phones())
                .containsExactly(ContactKeys.ofPhone("0912 345 678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at 10:30", "order 12345", "12345678901234567890", "a@b", "NT$1,200"})
    void otherTextIsNoDetail(String text) {
        assertThat(WrittenDetails.in(List.of(text)).isEmpty()).isTrue();
    }

    @Test
    void muchTextIsReadUpToALimit() {
        var many = " a1@example.com b2@example.com".repeat(10_000);

        assertThat(WrittenDetails.in(List.of(many, many)).emails()).hasSizeLessThanOrEqualTo(20);
    }
}
