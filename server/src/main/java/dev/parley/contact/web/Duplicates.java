package dev.parley.contact.web;

import dev.parley.contact.Contact;
import dev.parley.contact.ContactKeys;
import dev.parley.contact.Contacts;
import dev.parley.contact.WrittenDetails;
import dev.parley.contact.web.MergeChoiceView.Candidate;
import dev.parley.platform.web.PageFrame;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Contacts that may be the same as another: with an e-mail address or a telephone number of it.
@Component
class Duplicates {
    /// More need a search.
    private static final int MOST = 5;

    private final Contacts contacts;

    Duplicates(Contacts contacts) {
        this.contacts = contacts;
    }

    /// {@return those of the same kind that have the same e-mail address or telephone number}
    List<Candidate> of(PageFrame frame, Contact contact) {
        return matching(frame, contact, null);
    }

    /// {@return also those with the same name}
    List<Candidate> withSameName(PageFrame frame, Contact contact) {
        return matching(frame, contact, contact.name());
    }

    /// {@return those of the same kind that fit the search}
    List<Candidate> search(PageFrame frame, Contact contact, String typed) {
        return contacts.lookUp(typed, 4 * MOST).stream()
                .filter(other -> isAnother(contact, other))
                .map(other -> line(frame, contact, other))
                .toList();
    }

    private List<Candidate> matching(PageFrame frame, Contact contact, @Nullable String name) {
        var details =
                new WrittenDetails(
                        new HashSet<>(contact.emails()),
                        contact.phones().stream()
                                .map(ContactKeys::ofPhone)
                                .collect(Collectors.toSet()));
        if (details.isEmpty() && name == null) {
            return List.of();
        }
        return contacts.matching(details, name, 4 * MOST).stream()
                .filter(other -> isAnother(contact, other))
                .limit(MOST)
                .map(other -> line(frame, contact, other))
                .toList();
    }

    private static boolean isAnother(Contact contact, Contact other) {
        return contact.kind() == other.kind() && !contact.id().equals(other.id());
    }

    private static Candidate line(PageFrame frame, Contact contact, Contact other) {
        return new Candidate(
                other.id().value(),
                ContactForms.name(frame, other),
                detail(other),
                reason(frame, contact, other));
    }

    private static String detail(Contact other) {
        var company = other.company();
        return Stream.of(
                        Stream.ofNullable(company == null ? null : company.name()),
                        other.emails().stream().limit(1),
                        other.phones().stream().limit(1))
                .flatMap(each -> each)
                .collect(Collectors.joining(" · "));
    }

    private static String reason(PageFrame frame, Contact contact, Contact other) {
        var email = other.emails().stream().filter(contact.emails()::contains).findFirst();
        if (email.isPresent()) {
            return frame.text("contact.suggested.email", email.get());
        }
        var own = contact.phones().stream().map(ContactKeys::ofPhone).toList();
        var phone =
                other.phones().stream()
                        .filter(each -> own.contains(ContactKeys.ofPhone(each)))
                        .findFirst();
        if (phone.isPresent()) {
            return frame.text("contact.suggested.phone", phone.get());
        }
        return isSameName(contact, other) ? frame.text("contact.suggested.name") : "";
    }

    private static boolean isSameName(Contact contact, Contact other) {
        var name = contact.name();
        var otherName = other.name();
        return name != null
                && otherName != null
                && ContactKeys.ofName(name).equals(ContactKeys.ofName(otherName));
    }
}
