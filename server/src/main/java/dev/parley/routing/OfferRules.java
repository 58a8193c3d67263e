package dev.parley.routing;

import dev.parley.routing.WorkItems.WorkItem;
import dev.parley.workstream.notification.NotificationChoices;
import dev.parley.workstream.notification.NotificationOccasion;
import dev.parley.workstream.notification.NotificationTemplate;
import org.springframework.stereotype.Component;

/// Selects the notification template of an offer, which decides how long the agent has, and whether
/// they may decline it or are asked at all.
@Component
class OfferRules {
    private final NotificationChoices choices;
    private final KnownCustomers knownCustomers;

    OfferRules(NotificationChoices choices, KnownCustomers knownCustomers) {
        this.choices = choices;
        this.knownCustomers = knownCustomers;
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

    static OfferTerms terms(WorkItem item, NotificationTemplate template) {
        var content = template.content();
        return new OfferTerms(
                template.occasion(),
                item.workstream(),
                template.id(),
                content.mayDecline(),
                content.autoAssign());
    }
}
