package dev.parley.demo;

import dev.parley.contact.ContactDraft;
import dev.parley.contact.ContactId;
import dev.parley.contact.ContactKind;
import dev.parley.contact.SampleContact;
import dev.parley.contact.SampleContacts;
import dev.parley.customer.CustomerId;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The record that the demo's shops have of some of the sample people, and of a few companies.
@Component
class DemoContacts {
    private static final long SEED = 7;

    private final SampleContacts contacts;

    DemoContacts(SampleContacts contacts) {
        this.contacts = contacts;
    }

    /// Adds a record of two of five people.
    ///
    /// @param customers the customers that each person is, at one page or at several
    void add(Map<SamplePerson, List<CustomerId>> customers, Instant created, UserId by) {
        var random = new Random(SEED);
        var names = SampleScripts.read("people.txt");
        var companies = names.list("company").stream().map(name -> company(name, created)).toList();
        var people = new ArrayList<SampleContact>();
        customers.forEach((person, known) -> {
            if (random.nextInt(5) < 2) {
                var company =
                        random.nextInt(4) == 0 ? SampleWords.any(random, companies).id() : null;
                people.add(person(person, known, company, created, new Details(names, random)));
            }
        });
        contacts.add(Stream.concat(companies.stream(), people.stream()).toList(), by);
    }

    private static SampleContact company(String name, Instant created) {
        var draft =
                new ContactDraft(
                        ContactKind.COMPANY,
                        name,
                        "",
                        List.of(),
                        List.of(),
                        List.of(SampleContact.TAG),
                        "");
        return new SampleContact(newId(), draft, null, null, created, List.of());
    }

    private static SampleContact person(
            SamplePerson person,
            List<CustomerId> known,
            @Nullable ContactId company,
            Instant created,
            Details details) {
        var draft =
                new ContactDraft(
                        ContactKind.PERSON,
                        person.name(),
                        "",
                        List.of(person.email()),
                        List.of(person.phone()),
                        details.tags(),
                        details.notes());
        return new SampleContact(newId(), draft, company, known.getFirst(), created, known);
    }

    private static ContactId newId() {
        return new ContactId(Ids.next());
    }

    private record Details(SampleScripts names, Random random) {
        List<String> tags() {
            return random.nextBoolean()
                    ? List.of(SampleContact.TAG)
                    : List.of(SampleContact.TAG, SampleWords.any(random, names.list("tag")));
        }

        String notes() {
            return random.nextInt(3) == 0 ? SampleWords.any(random, names.list("about")) : "";
        }
    }
}
