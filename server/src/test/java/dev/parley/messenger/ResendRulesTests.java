package dev.parley.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.ChannelRules.Resend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sending again is offered if it can help.
class ResendRulesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "window",
                "temporary",
                "network",
                "setup",
                "permission",
                "capability",
                "file",
                "thread",
                "development",
                "token",
                "unsettled"
            })
    void temporaryOrFixedCausesCanBeSentAgain(String cause) {
        assertThat(ResendRules.of(cause)).isEqualTo(Resend.POSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request",
                "empty",
                "template",
                "marketing",
                "fileType",
                "fileTooLarge",
                "fileGone",
                "retiredTag",
                "comment",
                "repeated"
            })
    void messagesRefusedForTheirContentCannotBeSentAgain(String cause) {
        assertThat(ResendRules.of(cause)).isEqualTo(Resend.NEVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreachable", "privacy"})
    void anUnreachableCustomerMustComeBackFirst(String cause) {
        assertThat(ResendRules.of(cause)).isEqualTo(Resend.AFTER_CUSTOMER_ACTIVITY);
    }

    @Test
    void withoutTheTagOnlyTheStandardPeriodAllowsIt() {
        assertThat(ResendRules.of("tag")).isEqualTo(Resend.IN_THE_STANDARD_PERIOD);
    }

    /// A new cause in Meta's table needs a decision.
    @Test
    void eachPermanentCauseHasARule() throws Exception {
        var table = Files.readAllLines(Path.of("src/main/resources/messenger/graph-errors.tsv"));
        var permanent =
                table.stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> List.of(line.split("\t", -1)))
                        .filter(row -> row.size() > 3)
                        .filter(row -> List.of("PERMANENT", "RECIPIENT").contains(row.get(2)))
                        .map(row -> row.get(3))
                        .distinct()
                        .toList();

        assertThat(permanent)
                .isNotEmpty()
                .noneMatch(cause -> ResendRules.of(cause) == Resend.POSSIBLE);
    }
}
