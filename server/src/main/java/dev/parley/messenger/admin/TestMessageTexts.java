package dev.parley.messenger.admin;

import dev.parley.messenger.account.WebhookContact;
import dev.parley.messenger.admin.TestMessageProgress.Way;
import dev.parley.messenger.admin.view.TestMessageView;
import dev.parley.messenger.admin.view.TestMessageView.Passed;
import dev.parley.messenger.admin.view.TestMessageView.Step;
import dev.parley.messenger.doctor.CheckVerdict;
import dev.parley.messenger.doctor.Finding;
import dev.parley.messenger.doctor.FindingTexts;
import dev.parley.messenger.doctor.TestMessage;
import dev.parley.platform.language.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the progress of a test message into texts.
final class TestMessageTexts {
    private static final Duration LATE = Duration.ofMinutes(2);
    private static final List<String> ALL =
            List.of("received", "signed", "kept", "handled", "conversation", "offered");

    private final Texts t;
    private final String address;
    private final Instant now;

    TestMessageTexts(Texts t, String address, Instant now) {
        this.t = t;
        this.address = address;
        this.now = now;
    }

    TestMessageView none() {
        return new TestMessageView(address, false, true, List.of(), 0, List.of());
    }

    /// @param way of the first message since the test began; empty until one has arrived
    TestMessageView of(
            TestMessage test, Optional<Way> way, WebhookContact contact, List<Finding> findings) {
        var steps = way.map(this::steps).orElseGet(() -> beforeArrival(test.startedAt(), contact));
        var ended =
                steps.stream().anyMatch(one -> one.passed() == Passed.STOPPED)
                        || steps.stream().allMatch(one -> one.passed() == Passed.YES);
        var waited = Duration.between(test.startedAt(), now);
        var late = !ended && way.isEmpty() && waited.compareTo(LATE) >= 0;
        return new TestMessageView(
                address,
                true,
                ended,
                steps,
                late ? (int) waited.toMinutes() : 0,
                late ? causes(findings) : List.of());
    }

    private List<Step> steps(Way way) {
        if (way.standby()) {
            return upTo("kept", t.text("doctor.testMessage.failed.kept"), "");
        }
        if (way.failed()) {
            return upTo(
                    "handled", t.text("doctor.testMessage.failed.handled"), "/admin/dead-letters");
        }
        return List.of(
                passed("received", true, ""),
                passed("signed", true, ""),
                passed("kept", true, ""),
                passed("handled", way.handled(), ""),
                passed("conversation", way.conversation() != null, number(way)),
                passed("offered", way.queue() != null || way.agent() != null, place(way)));
    }

    /// Nothing of it is stored: it has not arrived, or was refused.
    private List<Step> beforeArrival(Instant since, WebhookContact contact) {
        return isAfter(contact.invalidAt(), since)
                ? upTo("signed", t.text("doctor.testMessage.failed.signed"), "")
                : ALL.stream().map(name -> passed(name, false, "")).toList();
    }

    /// It reached this step and no further.
    private static List<Step> upTo(String last, String note, String link) {
        var place = ALL.indexOf(last);
        return ALL.stream()
                .map(name -> {
                    var here = ALL.indexOf(name);
                    return here == place
                            ? new Step(name, Passed.STOPPED, note, link)
                            : passed(name, here < place, "");
                })
                .toList();
    }

    private static Step passed(String name, boolean passed, String note) {
        return new Step(name, passed ? Passed.YES : Passed.NOT_YET, note, "");
    }

    private String number(Way way) {
        return way.conversation() == null
                ? ""
                : t.text("doctor.testMessage.number", String.valueOf(way.conversation()));
    }

    private String place(Way way) {
        if (way.agent() != null) {
            return t.text("doctor.testMessage.with", way.agent());
        }
        return way.queue() == null ? "" : t.text("doctor.testMessage.inQueue", way.queue());
    }

    private List<String> causes(List<Finding> findings) {
        var words = new FindingTexts(t);
        var found =
                findings.stream()
                        .filter(one -> one.verdict() == CheckVerdict.WRONG)
                        .map(one -> words.found(one.cause(), one.facts()))
                        .toList();
        return found.isEmpty() ? List.of(t.text("doctor.testMessage.noCause")) : found;
    }

    private static boolean isAfter(@Nullable Instant at, Instant since) {
        return at != null && !at.isBefore(since);
    }
}
