package dev.parley.routing;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.Conversation.Active;
import dev.parley.identity.UserId;
import dev.parley.routing.WorkItems.WorkItem;
import dev.parley.workstream.Workstreams;
import dev.parley.workstream.notification.NotificationChoices;
import dev.parley.workstream.notification.NotificationOccasion;
import dev.parley.workstream.notification.NotificationTemplate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Selects the notification template of an offer, which decides how long the agent has, and whether
/// they may decline it or are asked at all.
@Component
class OfferRules {
    private final NotificationChoices choices;
    private final KnownCustomers knownCustomers;
    private final Workstreams workstreams;

    OfferRules(
            NotificationChoices choices, KnownCustomers knownCustomers, Workstreams workstreams) {
        this.choices = choices;
        this.knownCustomers = knownCustomers;
        this.workstreams = workstreams;
    }

    NotificationTemplate of(WorkItem item) {
        return choices.of(item.workstream(), occasion(item));
    }

    private NotificationOccasion occasion(WorkItem item) {
        if (item.transferredBy() != null) {
            return NotificationOccasion.TRANSFER;
        }
        return knownCustomers.isKnown(item.conversation())
                ? NotificationOccasion.KNOWN_CUSTOMER
                : NotificationOccasion.UNKNOWN_CUSTOMER;
    }

    Terms ofConsult(Active conversation) {
        return terms(NotificationOccasion.CONSULT, conversation.details().address().at(), null);
    }

    /// @param by who assigned a conversation of this endpoint
    Terms ofAssignment(Endpoint endpoint, UserId by) {
        return terms(NotificationOccasion.ASSIGNMENT, endpoint, by);
    }

    private Terms terms(NotificationOccasion occasion, Endpoint endpoint, @Nullable UserId by) {
        var workstream = workstreams.handlingOf(endpoint).workstream().id();
        var template = choices.of(workstream, occasion);
        return new Terms(
                new OfferTerms(
                        occasion,
                        workstream,
                        template.id(),
                        template.content().mayDecline(),
                        by != null,
                        by),
                template.content().countdown());
    }

    static OfferTerms terms(WorkItem item, NotificationTemplate template) {
        var content = template.content();
        return new OfferTerms(
                template.occasion(),
                item.workstream(),
                template.id(),
                content.mayDecline(),
                content.autoAssign(),
                null);
    }

    /// @param countdown how long the agent can answer
    record Terms(OfferTerms terms, Duration countdown) {}
}
