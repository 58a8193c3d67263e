package dev.parley.desk.view;

import dev.parley.contact.ContactInput;
import dev.parley.contact.web.FieldInputView;
import dev.parley.desk.view.RecordView.RecordedContact;
import dev.parley.platform.web.Problems;
import java.util.List;
import java.util.UUID;

/// The dialog that links the customer of a conversation to a contact: a search, and a form for a
/// new contact.
///
/// @param only whether only this conversation is linked, not the customer
/// @param search the text that was searched for
/// @param found the first contacts that were found
/// @param more whether more were found
/// @param inputs of the fields that the company added to contacts and to companies
public record LinkView(
        UUID conversationId,
        boolean only,
        String customerName,
        String search,
        List<RecordedContact> found,
        boolean more,
        ContactInput form,
        List<FieldInputView> inputs,
        Problems problems) {
    public LinkView {
        found = List.copyOf(found);
        inputs = List.copyOf(inputs);
    }
}
