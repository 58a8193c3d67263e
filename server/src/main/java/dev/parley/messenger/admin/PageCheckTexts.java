package dev.parley.messenger.admin;

import static java.util.Comparator.comparingInt;

import dev.parley.admin.kit.Redacted;
import dev.parley.messenger.admin.view.ChecksView;
import dev.parley.messenger.admin.view.ChecksView.Line;
import dev.parley.messenger.admin.view.ChecksView.Past;
import dev.parley.messenger.admin.view.ChecksView.Remedy;
import dev.parley.messenger.doctor.CheckVerdict;
import dev.parley.messenger.doctor.Finding;
import dev.parley.messenger.doctor.FindingTexts;
import dev.parley.messenger.doctor.PageStatus;
import dev.parley.messenger.doctor.ProvisioningState;
import dev.parley.messenger.doctor.StateChange;
import dev.parley.platform.language.Texts;
import java.util.List;
import java.util.Objects;

/// Turns the status of a page into texts.
final class PageCheckTexts {
    private final Texts t;
    private final FindingTexts words;

    PageCheckTexts(Texts t) {
        this.t = t;
        this.words = new FindingTexts(t);
    }

    ChecksView of(
            String address, PageStatus status, List<Finding> findings, List<StateChange> history) {
        return new ChecksView(
                address,
                status.shown(),
                status.since(),
                status.checkedAt(),
                status.shown() == ProvisioningState.STOPPED
                        ? List.of()
                        : findings.stream()
                                .sorted(comparingInt(PageCheckTexts::rank))
                                .map(this::line)
                                .toList(),
                history.stream().map(this::past).toList());
    }

    /// Problems to fix come first.
    private static int rank(Finding finding) {
        return switch (finding.verdict()) {
            case WRONG -> 0;
            case LIMITED -> 1;
            case GOOD, CANNOT_TELL, NOT_APPLICABLE -> 2;
        };
    }

    private Line line(Finding finding) {
        return new Line(
                t.text("doctor.topic." + finding.topic().key()),
                finding.cause(),
                t.text("doctor.verdict." + finding.verdict().key()),
                finding.verdict().tone(),
                words.found(finding.cause(), finding.facts()).strip(),
                hasFix(finding) ? words.fix(finding.cause(), finding.facts()) : "",
                Redacted.text(Objects.requireNonNullElse(finding.detail(), "")),
                remedy(finding));
    }

    /// Unknown results have instructions too, where the administrator can check for themselves.
    private static boolean hasFix(Finding finding) {
        return switch (finding.verdict()) {
            case WRONG, LIMITED -> true;
            case CANNOT_TELL ->
                    List.of("audienceUnknown", "neverSigned", "tagUnknown")
                            .contains(finding.cause());
            case GOOD, NOT_APPLICABLE -> false;
        };
    }

    private static Remedy remedy(Finding finding) {
        if (finding.verdict() == CheckVerdict.GOOD
                || finding.verdict() == CheckVerdict.NOT_APPLICABLE) {
            return Remedy.NONE;
        }
        return switch (finding.cause()) {
            case "notInstalled",
                    "messagesMissing",
                    "fieldsMissing",
                    "callbackMissing",
                    "callbackElsewhere",
                    "callbackOff",
                    "callbackFields",
                    "verifyToken" ->
                    Remedy.SUBSCRIBE;
            case "tokenOfUser", "tokenEndsSoon", "dataEndsSoon", "dataEnded" -> Remedy.EXCHANGE;
            case "tokenInvalid",
                    "tokenExpired",
                    "tokenPassword",
                    "tokenRevoked",
                    "tokenCheckpoint",
                    "tokenLostRole",
                    "tokenOtherPage",
                    "tokenOtherApp",
                    "tokenOfApp",
                    "scopesMissing",
                    "scopesHistory" ->
                    Remedy.TOKEN;
            case "appSecret", "signatureSecret" -> Remedy.SECRET;
            case "notHttps", "notPublic" -> Remedy.CALLBACK;
            case "sendingStopped", "restricted" -> Remedy.TRAFFIC;
            case "neverSigned" -> Remedy.TEST_MESSAGE;
            default -> Remedy.NONE;
        };
    }

    private Past past(StateChange change) {
        return new Past(
                change.at(),
                t.text("doctor.state." + change.state().key()),
                change.state().tone(),
                change.causes().stream().map(this::briefly).toList());
    }

    /// The facts of past findings are not stored.
    private String briefly(String cause) {
        return cause.equals("resubscribed")
                ? t.text("doctor.cause.resubscribed")
                : t.text("doctor.brief." + cause);
    }
}
