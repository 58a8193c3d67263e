package dev.parley.desk.view;

import dev.parley.desk.view.RecordView.RecordedContact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The results of a search.
///
/// @param trouble why there are no results; null if there was no problem
/// @param count how many messages were found; null if there are none
public record SearchView(
        SearchFormView form,
        List<SearchRowView> conversations,
        List<SearchRowView> customers,
        List<RecordedContact> contacts,
        MessagePage messages,
        @Nullable String count,
        @Nullable String trouble) {
    public SearchView {
        conversations = List.copyOf(conversations);
        customers = List.copyOf(customers);
        contacts = List.copyOf(contacts);
    }

    /// {@return no results}
    public static SearchView none(SearchFormView form, @Nullable String trouble) {
        return new SearchView(
                form, List.of(), List.of(), List.of(), MessagePage.NONE, null, trouble);
    }

    /// {@return whether nothing was found at all}
    public boolean nothing() {
        return conversations.isEmpty()
                && customers.isEmpty()
                && contacts.isEmpty()
                && messages.nothing();
    }

    /// Some messages that were found, newest first.
    ///
    /// @param more the query of the URL for the next ones; null if there are none
    /// @param readBack says how far messages were read when the time was over; null if it was not
    public record MessagePage(
            List<SearchRowView> rows, @Nullable String more, @Nullable String readBack) {
        public static final MessagePage NONE = new MessagePage(List.of(), null, null);

        public MessagePage {
            rows = List.copyOf(rows);
        }

        boolean nothing() {
            return rows.isEmpty() && more == null;
        }
    }
}
