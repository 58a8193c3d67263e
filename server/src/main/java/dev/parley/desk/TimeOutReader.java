package dev.parley.desk;

import dev.parley.channel.Content;
import dev.parley.conversation.Message;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.HeadTimeOut;
import dev.parley.platform.language.DurationTexts;
import dev.parley.platform.language.Keys;
import dev.parley.platform.language.Texts;
import dev.parley.timeout.TimeOutAction;
import dev.parley.timeout.TimeOutLine;
import dev.parley.timeout.TimeOuts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Describes what time-out rules do in a conversation, and did.
@Component
class TimeOutReader {
    private final TimeOuts timeOuts;

    TimeOutReader(TimeOuts timeOuts) {
        this.timeOuts = timeOuts;
    }

    HeadTimeOut read(DeskTexts w, Opened opened) {
        var state = timeOuts.of(opened.conversation());
        var mayChange = opened.mayWrite() && state.ruled();
        var next = state.next();
        return new HeadTimeOut(
                next == null ? "" : next(w, next),
                state.paused(),
                mayChange && !state.paused(),
                mayChange && state.paused());
    }

    private static String next(DeskTexts w, TimeOuts.Next next) {
        var t = w.texts();
        var time =
                t.text(
                        isToday(w, next.at()) ? "timeout.next.at" : "timeout.next.on",
                        w.until(next.at()));
        return t.text("timeout.next." + Keys.word(next.action().name()), time);
    }

    private static boolean isToday(DeskTexts w, Instant at) {
        var zone = w.texts().zone();
        return LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(w.now(), zone));
    }

    /// {@return the line of the timeline about a rule that ran}
    static String line(DeskTexts w, Message message) {
        var t = w.texts();
        return Optional.ofNullable(message.content())
                .filter(Content.Text.class::isInstance)
                .flatMap(content -> TimeOutLine.read(((Content.Text) content).text()))
                .map(line -> line(t, line))
                .orElseGet(() -> t.text("timeout.line.erased"));
    }

    private static String line(Texts t, TimeOutLine line) {
        var delivery = line.delivery();
        var done =
                line.action() == TimeOutAction.WRITE_TO_CUSTOMER
                        ? Stream.<String>empty()
                        : Stream.of(t.text("timeout.line." + Keys.word(line.action().name())));
        var written =
                delivery == null
                        ? Stream.<String>empty()
                        : Stream.of(t.text("timeout.line." + Keys.word(delivery.name())));
        var all = Stream.concat(done, written).toList();
        return t.text(
                "timeout.line",
                t.text(
                        "timeout.when." + Keys.word(line.silent().name()),
                        DurationTexts.of(t, line.after())),
                all.size() == 2
                        ? t.text("timeout.line.both", all.getFirst(), all.getLast())
                        : String.join("", all));
    }
}
