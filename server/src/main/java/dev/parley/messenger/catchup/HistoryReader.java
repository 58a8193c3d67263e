package dev.parley.messenger.catchup;

import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxFull;
import dev.parley.messenger.catchup.PageWatch.Span;
import dev.parley.messenger.graph.ConversationHistory;
import dev.parley.messenger.webhook.HistoryMessages;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reads the next part of Meta's message history of a page, and puts what was not delivered into
/// the inbox.
@Component
class HistoryReader {
    private static final Logger log = LoggerFactory.getLogger(HistoryReader.class);
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(1);

    private final ConversationHistory history;
    private final Inbox inbox;
    private final PageWatches watches;

    HistoryReader(ConversationHistory history, Inbox inbox, PageWatches watches) {
        this.history = history;
        this.inbox = inbox;
        this.watches = watches;
    }

    void readOn(PageWatch watch, Span span, Instant now) {
        switch (history.read(watch.page(), watch.cursor())) {
            case ConversationHistory.Page.Read read -> take(watch, span, read, now);
            case ConversationHistory.Page.Failed(var cause, var detail, var passes) ->
                    watches.fail(
                            watch, cause, detail, !passes, now.plus(CatchUpBackoff.after(watch)));
        }
    }

    private void take(PageWatch watch, Span span, ConversationHistory.Page.Read read, Instant now) {
        var found = new HistoryMessages(watch.page(), span.since(), span.until(), now);
        var undelivered = inbox.missing(found.envelopes(read.conversations()));
        var missing = inbox.missing(undelivered.stream().map(HistoryMessages::named).toList());
        try {
            inbox.accept(missing);
        } catch (InboxFull full) {
            var due = now.plus(CatchUpBackoff.FIRST);
            watches.fail(watch, "inbox", "" + full.getMessage(), false, due);
            return;
        }
        var next = found.coversSpan(read.conversations()) ? null : read.next();
        var due = now.plus(BETWEEN_CALLS);
        watches.advance(watch, next, read.conversations().size(), missing.size(), due);
        if (next == null) {
            finish(watch, now);
        }
    }

    private void finish(PageWatch watch, Instant now) {
        watches.finish(watch, now);
        log.info("Page {} has caught up", watch.page());
    }
}
