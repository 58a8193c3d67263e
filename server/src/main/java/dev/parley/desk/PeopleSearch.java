package dev.parley.desk;

import dev.parley.contact.Contact;
import dev.parley.contact.ContactLinks;
import dev.parley.contact.Contacts;
import dev.parley.conversation.ConversationId;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.RecordView.RecordedContact;
import dev.parley.identity.SignedIn;
import dev.parley.search.ConversationSearch;
import dev.parley.search.SearchLimits;
import dev.parley.search.SearchQuery;
import dev.parley.search.SearchUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Finds people: in the company's own record, and by their names in channels.
@Component
class PeopleSearch {
    private static final int CONTACTS = 5;
    private static final int PROFILES = 50;

    private final ConversationSearch conversations;
    private final Contacts contacts;
    private final SearchLimits limits;
    private final ContactLinks links;

    PeopleSearch(
            ConversationSearch conversations,
            Contacts contacts,
            SearchLimits limits,
            ContactLinks links) {
        this.conversations = conversations;
        this.contacts = contacts;
        this.limits = limits;
        this.links = links;
    }

    /// {@return the conversation whose number was searched for}
    Optional<ConversationId> byNumber(SearchQuery query, SignedIn me) {
        return conversations.byNumber(query, me);
    }

    /// {@return the contacts and companies that were searched for}
    ///
    /// @throws SearchUnavailable if it takes too long
    List<Contact> contacts(SearchQuery query) {
        return query.isEmpty() ? List.of() : contacts(query.text(), CONTACTS);
    }

    /// {@return the contacts and companies that fit what is being typed}
    ///
    /// @throws SearchUnavailable if it takes too long
    List<Contact> contacts(String typed, int most) {
        return limits.search(() -> contacts.lookUp(typed, most));
    }

    /// {@return the latest conversations with the people who were searched for, also those who have
    /// another name in the record than in their channel}
    ///
    /// @param recorded the contacts that were found
    List<ConversationId> conversations(
            SearchQuery query, List<Contact> recorded, SignedIn me, int most) {
        var linked = links.customersOf(recorded.stream().map(Contact::id).toList(), PROFILES);
        return Stream.concat(
                        conversations.byCustomer(query, me, most).stream(),
                        conversations.latestOf(linked, me, most).stream())
                .distinct()
                .limit(most)
                .toList();
    }

    static List<RecordedContact> views(DeskTexts w, List<Contact> found) {
        return found.stream().map(one -> RecordReader.view(w, one)).toList();
    }
}
