package dev.parley.desk.view;

import dev.parley.contact.ContactInput;
import dev.parley.desk.view.RecordView.RecordedContact;
import dev.parley.platform.web.Problems;
import java.util.List;
import java.util.UUID;

/// The dialog that links the customer of a conversation to a contact: a search, and a form for a
/// new contact.
///
/// @param search the text that was searched for
/// @param found the first contacts that were found
/// @param more whether more were found
public record LinkView(
        UUID conversationId,
        String customerName,
        String search,
        List<RecordedContact> found,
        boolean more,
        ContactInput form,
        Problems problems) {
    public LinkView {
        found = List.copyOf(found);
    }
}
