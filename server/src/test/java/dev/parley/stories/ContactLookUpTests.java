package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contact.ContactDraft;
import dev.parley.contact.ContactId;
import dev.parley.contact.ContactKind;
import dev.parley.contact.Contacts;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Agents find contacts while they type, and see customers by the names in the record.
@ExtendWith(TestParleyExtension.class)
class ContactLookUpTests {
    private final TestParley parley;
    private final Contacts contacts;
    private final Desk ann;

    ContactLookUpTests(TestParley parley) {
        this.parley = parley;
        this.contacts = parley.part(Contacts.class);
        this.ann = parley.agent("Ann");
    }

    @Test
    void theBeginningsOfWordsAndAnyChineseCharactersAreEnough() {
        contact("陳美玲 May", "mei.chen@example.com", "+886 912 345 678", "VIP");
        contact("Ada O'Brien-Lin", "ada@example.com", "02 2345 6789", "");

        for (var typed :
                List.of("美玲", "陳", "玲 ma", "MAY", "mei.ch", "mei.chen@ex", "0912-34", "vip")) {
            assertThat(found(typed)).as(typed).containsExactly("陳美玲 May");
        }
        for (var typed : List.of("ad", "brien li", "O'Bri", "ada@", "(02) 2345")) {
            assertThat(found(typed)).as(typed).containsExactly("Ada O'Brien-Lin");
        }
        for (var typed : List.of("", "a", "4", "玲美", "rien", "' | '", "%", "\\")) {
            assertThat(found(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void thoseWithThisVeryNameComeFirstAndOnlySomeAreRead() {
        for (var number = 10; number < 40; number++) {
            contact("Linda " + number, "linda" + number + "@example.com", "", "");
        }
        contact("Lin", "z@example.com", "", "");

        assertThat(found("lin")).hasSize(8).first().isEqualTo("Lin");
    }

    @Test
    void peopleAreFoundByTheirCompany() {
        var draft =
                new ContactDraft(
                        ContactKind.PERSON,
                        "Ada",
                        "Formosa Dental",
                        List.of(),
                        List.of(),
                        List.of(),
                        "");
        contacts.create(draft, parley.anyUser());

        assertThat(found("dental")).containsExactlyInAnyOrder("Formosa Dental", "Ada");
    }

    @Test
    void listsAndSearchShowTheNameOnRecord() {
        var ada = parley.customer("Night Owl 77");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada);
        parley.until("the name is known", () -> ann.worklist("mine").contains("Night Owl 77"));
        var contact = contact("林雅婷", "ada@example.com", "", "");

        ann.act("link", Map.of("contact", contact.toString()));

        assertThat(ann.worklist("mine")).contains("林雅婷").doesNotContain("Night Owl 77");
        assertThat(ann.region("head")).contains("林雅婷").doesNotContain("Night Owl 77");
        assertThat(ann.region("customer")).contains("林雅婷", "Name on Facebook", "Night Owl 77");
        for (var text : List.of("雅婷", "night owl", "ada@example")) {
            parley.until(text + " is found", () -> search(text).contains(ann.conversation()));
            assertThat(search(text)).as(text).contains("林雅婷");
        }
        assertThat(search("雅婷")).contains("/customers/" + contact, "Contacts and companies");
        assertThat(palette("雅婷")).contains("/customers/" + contact, ann.conversation());
    }

    @Test
    void aCompanyGivesNoOtherName() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.until("the name is known", () -> ann.worklist("mine").contains("Ada"));
        var company =
                contacts.create(
                        new ContactDraft(
                                ContactKind.COMPANY,
                                "Formosa",
                                "",
                                List.of(),
                                List.of(),
                                List.of(),
                                ""),
                        parley.anyUser());

        ann.act("link", Map.of("contact", company.toString()));

        assertThat(ann.worklist("mine")).contains("Ada").doesNotContain("Formosa");
    }

    private List<String> found(String typed) {
        return contacts.lookUp(typed, 8).stream().map(one -> String.valueOf(one.name())).toList();
    }

    private ContactId contact(String name, String email, String phone, String tag) {
        return contacts.create(
                new ContactDraft(
                        ContactKind.PERSON,
                        name,
                        "",
                        List.of(email),
                        phone.isEmpty() ? List.of() : List.of(phone),
                        tag.isEmpty() ? List.of() : List.of(tag),
                        ""),
                parley.anyUser());
    }

    private String search(String text) {
        return ann.get("/desk/search?q=" + encoded(text)).body();
    }

    private String palette(String text) {
        return ann.get("/desk/palette?q=" + encoded(text)).body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
