package dev.parley.desk;

import dev.parley.channel.Channels;
import dev.parley.channel.Endpoint;
import dev.parley.contact.Contact;
import dev.parley.contact.ContactConversations;
import dev.parley.contact.ContactLinks;
import dev.parley.contact.ConversationContacts.With;
import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.ConversationState;
import dev.parley.desk.view.CustomerView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.EarlierView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds what an agent sees about the customer of an open conversation.
@Component
class CustomerReader {
    private static final int PROFILES = 50;
    private static final int CONVERSATIONS = 100;
    private static final int SHOWN = 20;

    private final Channels channels;
    private final Conversations conversations;
    private final ContactConversations contactConversations;
    private final ContactLinks links;
    private final RecordReader records;
    private final RoutingReasons reasons;
    private final DisplayNames names;

    CustomerReader(
            Channels channels,
            Conversations conversations,
            ContactConversations contactConversations,
            ContactLinks links,
            RecordReader records,
            RoutingReasons reasons,
            DisplayNames names) {
        this.channels = channels;
        this.conversations = conversations;
        this.contactConversations = contactConversations;
        this.links = links;
        this.records = records;
        this.reasons = reasons;
        this.names = names;
    }

    CustomerView read(DeskTexts w, Opened opened) {
        var customer = opened.customer();
        var address = opened.conversation().details().address();
        var linked = records.linked(opened);
        var earlier = earlier(opened, linked.map(With::contact));
        var tags = names.ofTags(ids(opened, earlier));
        return new CustomerView(
                opened.conversation().id().value(),
                CustomerNames.name(w, opened),
                nameInChannel(opened),
                customer.sample(),
                CustomerNames.picture(customer),
                customer.locale(),
                customer.timezone(),
                channels.rulesOf(address.channel()).name(),
                opened.endpoint().name(),
                shortened(address.person()),
                customer.since(),
                tags.getOrDefault(opened.conversation().id(), List.of()),
                records.read(w, opened, linked),
                views(w, opened, earlier, tags),
                reasons.why(w, opened.conversation(), opened.me().userId()));
    }

    private static List<ConversationId> ids(Opened opened, List<Conversation> others) {
        return Stream.concat(Stream.of(opened.conversation()), others.stream())
                .map(Conversation::id)
                .toList();
    }

    /// With a contact: all others of all of its profiles, as far as this user may read them.
    private List<Conversation> earlier(Opened opened, Optional<Contact> linked) {
        var shown = opened.conversation();
        var others = linked.map(this::ofContact).orElseGet(() -> ofPerson(shown));
        return others.stream()
                .filter(other -> isEarlier(other, shown))
                .filter(other -> Access.mayRead(other, opened.me()))
                .limit(SHOWN)
                .toList();
    }

    private List<EarlierView> views(
            DeskTexts w,
            Opened opened,
            List<Conversation> earlier,
            Map<ConversationId, List<String>> tags) {
        var shown = opened.conversation();
        var elsewhere = earlier.stream().filter(other -> !isSamePerson(other, shown));
        var endpoints = names.ofEndpoints(elsewhere.map(CustomerReader::endpoint));
        var ids = earlier.stream().map(Conversation::id).toList();
        var dispositions = names.ofDispositions(ids, w.texts().language());
        return earlier.stream()
                .map(other ->
                        view(
                                w,
                                other,
                                isSamePerson(other, shown) ? null : endpoints,
                                tags.getOrDefault(other.id(), List.of()),
                                dispositions.get(other.id())))
                .toList();
    }

    private List<Conversation> ofContact(Contact contact) {
        var linked = links.customersOf(contact.id(), PROFILES);
        return contactConversations.of(contact.id(), linked, CONVERSATIONS);
    }

    private List<Conversation> ofPerson(Conversation shown) {
        return contactConversations.notMoved(conversations.of(shown.details().address()));
    }

    /// A conversation of another profile may go on at the same time.
    private static boolean isEarlier(Conversation other, Conversation shown) {
        return isSamePerson(other, shown)
                ? other.details().openedAt().isBefore(shown.details().openedAt())
                : !other.id().equals(shown.id());
    }

    private static boolean isSamePerson(Conversation one, Conversation other) {
        return one.details().customer().equals(other.details().customer());
    }

    private static Endpoint endpoint(Conversation conversation) {
        return conversation.details().address().at();
    }

    private static EarlierView view(
            DeskTexts w,
            Conversation other,
            @Nullable Map<Endpoint, String> endpoints,
            List<String> tags,
            @Nullable String disposition) {
        return new EarlierView(
                other.id().value(),
                other.details().number(),
                ConversationState.of(other.state()),
                other.details().openedAt(),
                w.texts().dateTime(other.details().lastMessageAt()),
                endpoints == null ? null : endpoints.get(endpoint(other)),
                tags,
                disposition);
    }

    private static @Nullable String nameInChannel(Opened opened) {
        var name = opened.customer().name();
        return name == null || name.equals(opened.customerName()) ? null : name;
    }

    private static String shortened(String person) {
        return person.length() <= 10 ? person : "…" + person.substring(person.length() - 8);
    }
}
