package dev.parley.messenger.account;

import dev.parley.background.Pump;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountWiring {
    @Bean
    Pump secretSweep(
            MessagingAccounts accounts, AccountDrafts drafts, PageSetUpDrafts setUpDrafts) {
        return new Pump(
                "secret-sweep",
                Duration.ofMinutes(10),
                () -> {
                    accounts.deleteExpiredSecrets();
                    drafts.deleteExpired();
                    setUpDrafts.deleteExpired();
                    return false;
                });
    }

    @Bean
    Pump contactPump(WebhookContacts contacts) {
        return new Pump(
                "account-contacts",
                Duration.ofSeconds(1),
                () -> {
                    contacts.storeNews();
                    return false;
                });
    }
}
