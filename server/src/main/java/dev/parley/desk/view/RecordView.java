package dev.parley.desk.view;

import dev.parley.contact.web.FieldFact;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The company's own record of a customer: the contact or company that the customer is linked to,
/// or what can be linked.
///
/// @param linked null if the customer is not linked
/// @param moved set if only this conversation was moved to that contact
/// @param suggestions contacts who may be this customer; empty if linked
public record RecordView(
        @Nullable RecordedContact linked, @Nullable Moved moved, List<Suggestion> suggestions) {
    public RecordView {
        suggestions = List.copyOf(suggestions);
    }

    /// A contact, or a company.
    ///
    /// @param name the displayed name
    /// @param company the displayed name of the company that a person works for; empty for none
    /// @param fields that the company running Parley added, as far as they are shown here
    public record RecordedContact(
            UUID id,
            boolean isCompany,
            String name,
            String company,
            List<String> emails,
            List<String> phones,
            List<String> tags,
            String notes,
            List<FieldFact> fields) {
        public RecordedContact {
            emails = List.copyOf(emails);
            phones = List.copyOf(phones);
            tags = List.copyOf(tags);
            fields = List.copyOf(fields);
        }

        /// {@return what tells it apart from others with the same name, each a short text}
        public List<String> details() {
            return Stream.of(
                            company.isEmpty() ? List.<String>of() : List.of(company),
                            emails.stream().limit(1).toList(),
                            phones.stream().limit(1).toList())
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /// The conversation was moved to another contact than the customer's.
    ///
    /// @param profileName the displayed name of the contact that the customer is linked to; empty
    ///   for none
    public record Moved(String profileName) {}

    /// A contact who may be the customer.
    ///
    /// @param reason what is the same, as text
    public record Suggestion(RecordedContact contact, String reason) {}
}
