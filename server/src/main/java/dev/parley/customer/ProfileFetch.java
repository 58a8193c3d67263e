package dev.parley.customer;

import dev.parley.background.CrashJournal;
import dev.parley.background.Pump;
import dev.parley.channel.ByChannel;
import dev.parley.customer.Customers.Due;
import dev.parley.customer.Profiles.Answer;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Fetches profiles from channels: at the first contact, rarely afterwards, and never while a
/// message waits for it.
final class ProfileFetch {
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Customers customers;
    private final ByChannel<Profiles> profiles;
    private final CrashJournal journal;
    private final CustomerSettings settings;
    private final FetchPace pace;

    ProfileFetch(
            Customers customers,
            List<Profiles> profiles,
            CrashJournal journal,
            CustomerSettings settings) {
        this.customers = customers;
        this.profiles = new ByChannel<>(profiles);
        this.journal = journal;
        this.settings = settings;
        this.pace = new FetchPace(settings.profilesPerSecond());
    }

    /// Claims a profile by postponing its due time, fetches it outside of any transaction, then
    /// stores the result. After a crash in between, it is fetched later.
    boolean fetchOne() {
        var due = customers.claimNextDue(LEASE);
        due.ifPresent(this::fetch);
        return due.isPresent();
    }

    private void fetch(Due due) {
        pace.await();
        journal.run(
                "profile",
                due.address().endpoint() + "/" + due.address().person(),
                () -> ask(due),
                () -> customers.scheduleFetch(due, settings.refresh()));
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
                CustomerSettings settings) {
            var profileFetch = new ProfileFetch(customers, profiles, journal, settings);
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
        void on(CustomersAdded added) {
            introductionsPump.nudge();
        }
    }
}
