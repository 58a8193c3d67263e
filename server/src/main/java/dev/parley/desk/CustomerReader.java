package dev.parley.desk;

import dev.parley.channel.Channels;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.ConversationState;
import dev.parley.desk.view.CustomerView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.EarlierView;
import java.util.List;
import org.springframework.stereotype.Component;

/// Builds what an agent sees about the customer of an open conversation.
@Component
class CustomerReader {
    private final Channels channels;
    private final Conversations conversations;
    private final RoutingReasons reasons;

    CustomerReader(Channels channels, Conversations conversations, RoutingReasons reasons) {
        this.channels = channels;
        this.conversations = conversations;
        this.reasons = reasons;
    }

    CustomerView read(DeskTexts w, Opened opened) {
        var customer = opened.customer();
        var address = opened.conversation().details().address();
        return new CustomerView(
                opened.conversation().id().value(),
                CustomerNames.name(w, customer),
                CustomerNames.picture(customer),
                customer.locale(),
                customer.timezone(),
                channels.rulesOf(address.channel()).name(),
                opened.endpoint().name(),
                shortened(address.person()),
                customer.since(),
                earlier(w, opened.conversation()),
                reasons.why(w, opened.conversation()));
    }

    private List<EarlierView> earlier(DeskTexts w, Conversation shown) {
        return conversations.of(shown.details().address()).stream()
                .filter(other -> other.details().openedAt().isBefore(shown.details().openedAt()))
                .map(other ->
                        new EarlierView(
                                other.id().value(),
                                other.details().number(),
                                ConversationState.of(other.state()),
                                other.details().openedAt(),
                                w.texts().dateTime(other.details().lastMessageAt())))
                .toList();
    }

    private static String shortened(String person) {
        return person.length() <= 10 ? person : "…" + person.substring(person.length() - 8);
    }
}
