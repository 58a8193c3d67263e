package dev.parley.desk.view;

import dev.parley.workstream.notification.DesktopNotification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation that this agent can accept or decline, one in which they are asked to help, or
/// one that was assigned to them without asking.
///
/// @param acceptAddress to which it is sent that the agent accepts it, or opens it
/// @param declineAddress to which it is sent that the agent declines it, or dismisses the notice
/// @param title what happened, as text before the customer's name
/// @param preview the last message; empty if the template does not show it
/// @param facts the other fields of the template that have a value
/// @param accept the label of the button that accepts it, or opens it
/// @param decline the label of the button that declines it, or dismisses the notice; empty if the
///   agent may not decline
/// @param seconds the whole duration of the offer, for the countdown ring
/// @param declinable whether the agent can decline it now
/// @param notification how the browser notifies the agent
public record OfferView(
        UUID id,
        Kind kind,
        String acceptAddress,
        String declineAddress,
        UUID conversationId,
        String title,
        String customerName,
        @Nullable String pictureUrl,
        String preview,
        List<Fact> facts,
        String accept,
        String decline,
        Instant expiresAt,
        int seconds,
        boolean declinable,
        Notification notification) {
    public OfferView {
        facts = List.copyOf(facts);
    }

    /// {@return whether it is assigned to the agent already}
    public boolean assigned() {
        return kind == Kind.ASSIGNMENT;
    }

    /// {@return whether the time is shown that is left to answer}
    public boolean countsDown() {
        return !assigned() || declinable;
    }

    /// What the agent is notified of.
    public enum Kind {
        OFFER,
        CONSULT,
        ASSIGNMENT
    }

    /// One field.
    ///
    /// @param value as text
    /// @param since null unless it is the age of this time, which the page counts up
    public record Fact(String label, String value, @Nullable Instant since) {}

    /// How the browser notifies the agent.
    public record Notification(DesktopNotification desktop, boolean sound) {}
}
