package dev.parley.simulator.graph.send;

import dev.parley.simulator.graph.GraphError;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.world.ConversationView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// When a page can send: 24 hours from the person's last action, 7 days with a tag that allows it.
final class ReplyWindow {
    private static final Duration SEVEN_DAYS = Duration.ofDays(7);

    /// Retired on 27 April 2026, the last one in March 2020.
    private static final Set<String> RETIRED =
            Set.of(
                    "ACCOUNT_UPDATE",
                    "CONFIRMED_EVENT_UPDATE",
                    "POST_PURCHASE_UPDATE",
                    "NON_PROMOTIONAL_SUBSCRIPTION");

    private ReplyWindow() {}

    /// @param approved whether Meta approved HUMAN_AGENT for the app
    static Optional<GraphError> objection(
            Send send, ConversationView thread, boolean approved, Instant now) {
        if (send.isAction()) {
            return Optional.empty();
        }
        var tagged = send.messagingType().orElse("").equals("MESSAGE_TAG");
        return tagged || send.tag().isPresent()
                ? tag(send, thread, approved, now)
                : within(ConversationView.WINDOW, thread, now);
    }

    private static Optional<GraphError> tag(
            Send send, ConversationView thread, boolean approved, Instant now) {
        var tag = send.tag().orElse("");
        if (RETIRED.contains(tag)) {
            return Optional.of(GraphErrors.TAG_RETIRED);
        }
        return switch (tag) {
            case "" -> Optional.of(GraphErrors.missing("tag"));
            case "HUMAN_AGENT" ->
                    approved
                            ? within(SEVEN_DAYS, thread, now)
                            : Optional.of(GraphErrors.HUMAN_AGENT);
            case "CUSTOMER_FEEDBACK" ->
                    send.template().equals(Templates.FEEDBACK)
                            ? within(SEVEN_DAYS, thread, now)
                            : Optional.of(GraphErrors.INVALID_DATA);
            default -> Optional.of(GraphErrors.notOneOf("tag", "CUSTOMER_FEEDBACK, HUMAN_AGENT"));
        };
    }

    private static Optional<GraphError> within(
            Duration window, ConversationView thread, Instant now) {
        return thread.openedWithin(window, now)
                ? Optional.empty()
                : Optional.of(GraphErrors.WINDOW);
    }
}
