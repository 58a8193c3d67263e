package dev.parley.contact.web;

import dev.parley.contact.ContactInput;
import dev.parley.platform.web.Problems;
import java.util.List;

/// The form of a contact.
///
/// @param isNew whether it is for a new contact
/// @param address where the form is sent to
/// @param back where *Cancel* leads
/// @param inputs of the fields that the company added
/// @param revision of the contact when the form was opened; 0 for a new one
/// @param conversation the id of the conversation to return to; empty for none
public record ContactFormView(
        boolean isNew,
        String title,
        String address,
        String back,
        ContactInput form,
        List<FieldInputView> inputs,
        int revision,
        String conversation,
        Problems problems) {
    public ContactFormView {
        inputs = List.copyOf(inputs);
    }
}
