package dev.parley.customer;

import dev.parley.channel.ByChannel;
import dev.parley.customer.Customers.Due;
import dev.parley.customer.Profiles.Answer;
import dev.parley.work.CrashJournal;
import dev.parley.work.Pump;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Fetches profiles from channels: at the first contact, rarely afterwards, and never while a
/// message waits for it.
final class ProfileFetch {
    private final Customers customers;
    private final ByChannel<Profiles> profiles;
    private final CrashJournal journal;
    private final TransactionTemplate transaction;
    private final CustomerSettings settings;

    ProfileFetch(
            Customers customers,
            List<Profiles> profiles,
            CrashJournal journal,
            TransactionTemplate transaction,
            CustomerSettings settings) {
        this.customers = customers;
        this.profiles = new ByChannel<>(profiles);
        this.journal = journal;
        this.transaction = transaction;
        this.settings = settings;
    }

    /// Claims a profile by postponing its due time, fetches it outside of any transaction, then
    /// stores the result. After a crash in between, it is fetched later.
    boolean fetchOne() {
        var due = transaction.execute(_ -> claim());
        due.ifPresent(one ->
                journal.run(
                        "profile",
                        one.address().endpoint() + "/" + one.address().person(),
                        () -> ask(one),
                        () -> customers.scheduleFetch(one, settings.refresh())));
        return due.isPresent();
    }

    private Optional<Due> claim() {
        var due = customers.nextDue();
        due.ifPresent(one -> customers.scheduleFetch(one, Duration.ofMinutes(10)));
        return due;
    }

    private void ask(Due due) {
        var channel = profiles.find(due.address().channel()).orElse(null);
        if (channel == null) {
            return;
        }
        switch (channel.of(due.address())) {
            case Answer.Known known -> customers.saveProfile(due, known, settings.refresh());
            case Answer.Withheld _ -> customers.scheduleFetch(due, settings.retry());
            case Answer.Later(var after) -> customers.scheduleFetch(due, after);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        Pump introductionsPump(
                Customers customers,
                List<Profiles> profiles,
                CrashJournal journal,
                TransactionTemplate transaction,
                CustomerSettings settings) {
            var profileFetch =
                    new ProfileFetch(customers, profiles, journal, transaction, settings);
            return new Pump("introductions", Duration.ofSeconds(5), 4, profileFetch::fetchOne);
        }
    }

    @Component
    static class Nudge {
        private final Pump introductionsPump;

        Nudge(Pump introductionsPump) {
            this.introductionsPump = introductionsPump;
        }

        @TransactionalEventListener
        void on(CustomerChanged change) {
            introductionsPump.nudge();
        }
    }
}
