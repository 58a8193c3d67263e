package dev.parley.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each rule finds, and what it leaves alone.
class MaskedTextTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111.1111.1111.1111",
                "４１１１１１１１１１１１１１１１",
                "5500 0055 5555 5559",
                "3782 822463 10005",
                "4111 1111\u200b1111\u00a01111",
                "4222222222222"
            })
    void aCardNumberIsMaskedHoweverItIsWritten(String number) {
        assertThat(cards("卡號" + number + "，謝謝"))
                .isEqualTo("卡號" + "#".repeat(number.length()) + "，謝謝");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112",
                "My number is 0912-345-678",
                "41111111111111111111111",
                "1764460800000",
                "4111 1111",
                "2026-11-30 14:05"
            })
    void otherNumbersAreNot(String text) {
        assertThat(cards(text)).isEqualTo(text);
    }

    @Test
    void whatFollowsACardNumberStays() {
        assertThat(cards("4111 1111 1111 1111 12/28 123"))
                .isEqualTo("################### 12/28 123");
    }

    @ParameterizedTest
    @CsvSource({
        "我的信箱ada@example.com謝謝, 我的信箱###############謝謝",
        "Write to ada.lin+shop@mail.example.co.uk., Write to ###############################.",
        "ada＠example.com, ###############",
        "a@b, a@b",
        "@ada is here, @ada is here",
        "user@localhost, user@localhost"
    })
    void anEmailAddressIsMaskedAndNothingElse(String text, String shown) {
        assertThat(MaskedText.of(text, List.of(new EmailMask()))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "身分證A123456789。, 身分證##########。",
        "a123456789, ##########",
        "Ａ１２３４５６７８９, ##########",
        "A123456788, A123456788",
        "XA123456789, XA123456789",
        "A1234567890, A1234567890",
        "A800000014, ##########"
    })
    void aNationalIdIsMaskedIfItsCheckDigitIsRight(String text, String shown) {
        assertThat(MaskedText.of(text, List.of(new NationalIdMask()))).isEqualTo(shown);
    }

    @Test
    void anExpressionFindsWideDigitsToo() {
        var mask = List.<Mask>of(ExpressionMask.of("MB[0-9]{8}"));

        assertThat(MaskedText.of("會員ＭＢ１２３４５６７８ 🙂 MB12345678", mask))
                .isEqualTo("會員########## 🙂 ##########");
        assertThat(MaskedText.of("abc", List.of(ExpressionMask.of("x*")))).isEqualTo("abc");
        assertThat(MaskedText.of("a🙂b", List.of(ExpressionMask.of("a.b")))).isEqualTo("###");
    }

    @Test
    void anExpressionThatWouldTakeLongIsHarmlessOrRefused() {
        var slow = List.<Mask>of(ExpressionMask.of("(a+)+$"));
        var text = "a".repeat(5_000) + "!";

        assertThat(
                        assertTimeoutPreemptively(
                                Duration.ofSeconds(20), () -> MaskedText.of(text, slow)))
                .isEqualTo(text);
        assertThat(ExpressionSize.of("((a{100}){100}){100}")).isGreaterThan(ExpressionSize.LARGEST);
        assertThat(ExpressionSize.of("[0-9]{4}(-[0-9]{4}){3}")).isEqualTo(19);
        assertThat(ExpressionSize.of("\\p{Han}{2}\\{9\\}")).isEqualTo(5);
        assertThat(MaskingFlaws.ofExpression("(a{200}){200}"))
                .containsExactly(new MaskingFlaw.ExpressionTooLarge());
        assertThat(MaskingFlaws.ofExpression("(?<=a)b"))
                .singleElement()
                .isInstanceOf(MaskingFlaw.ExpressionInvalid.class);
    }

    private static String cards(String text) {
        return MaskedText.of(text, List.of(new CardNumberMask()));
    }
}
