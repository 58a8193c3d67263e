package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Address;
import dev.parley.contact.ContactDraft;
import dev.parley.contact.ContactKind;
import dev.parley.contact.LinkChange;
import dev.parley.contact.LinkedContacts;
import dev.parley.conversation.PersonErasure;
import dev.parley.customer.Customer;
import dev.parley.customer.CustomerId;
import dev.parley.customer.Customers;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

/// Agents work with a person while the person is being erased: nothing of the person comes back.
@ExtendWith(TestParleyExtension.class)
class ErasureRaceTests {
    private final TestParley parley;
    private final Desk ann;
    private final TestCustomer ada;

    ErasureRaceTests(TestParley parley) {
        this.parley = parley;
        ann = parley.agent("Ann");
        ada = parley.customer("Ada Erased");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada);
        parley.until("the name is known", () -> customer().name() != null);
    }

    @Test
    void aContactThatIsCreatedMeanwhileDoesNotKeepTheName() throws Exception {
        var seen = customer();

        var change = whileErasing(() -> create(seen));

        assertThat(change.get(20, TimeUnit.SECONDS)).isInstanceOf(LinkChange.Erased.class);
        assertThat(parley.count("select count(*) from contact")).isZero();
        assertThat(parley.count("select count(*) from contact_link")).isZero();
    }

    @Test
    void aNameThatSomebodyTypedIsKept() {
        erase();

        var answer =
                ann.act(
                        "contact",
                        Map.of(
                                "name", "Ben Wu",
                                "company", "",
                                "emails", "",
                                "phones", "",
                                "tags", "",
                                "notes", ""));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(parley.count("select count(*) from contact where name = 'Ben Wu'")).isOne();
    }

    @Test
    void aDraftThatIsSavedMeanwhileDoesNotComeBack() throws Exception {
        var saved = whileErasing(() -> types("Ada, your parcel", 0));

        assertThat(saved.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
        assertThat(parley.count("select count(*) from draft")).isZero();
    }

    /// A window without a connection saves it when the connection is back.
    @Test
    void aDraftThatWasTypedBeforeAndIsSavedAfterwardsDoesNotComeBack() {
        erase();

        assertThat(types("Ada, your parcel", 60_000).statusCode()).isEqualTo(204);
        assertThat(parley.count("select count(*) from draft")).isZero();

        parley.timePasses(Duration.ofMinutes(1));
        assertThat(types("To whom it may concern", 0).statusCode()).isEqualTo(204);
        assertThat(parley.count("select count(*) from draft")).isOne();
    }

    /// {@return what another agent's request results in, which began before the erasure was stored}
    private <T> Future<T> whileErasing(Supplier<T> request) {
        return parley.part(TransactionTemplate.class)
                .execute(_ -> {
                    erase();
                    var result = CompletableFuture.supplyAsync(request);
                    parley.until("it waits, or is over", () -> result.isDone() || isWaiting());
                    return result;
                });
    }

    private boolean isWaiting() {
        return parley.count(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()")
                > 0;
    }

    private LinkChange create(Customer seen) {
        var draft =
                new ContactDraft(
                        ContactKind.PERSON,
                        String.valueOf(seen.name()),
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        "");
        return parley.part(LinkedContacts.class).create(seen, draft, parley.anyUser());
    }

    private HttpResponse<String> types(String text, long ago) {
        return ann.act(
                "drafts/reply",
                Map.of(
                        "text",
                        text,
                        "revision",
                        UUID.randomUUID().toString(),
                        "age",
                        Long.toString(ago)));
    }

    private void erase() {
        parley.part(PersonErasure.class)
                .erase(new Address(FacebookChannel.KIND, parley.page(), ada.psid()));
    }

    private Customer customer() {
        var id =
                parley.database()
                        .sql("select customer_id from conversation")
                        .query(UUID.class)
                        .single();
        return parley.part(Customers.class).byId(new CustomerId(id)).orElseThrow();
    }
}
