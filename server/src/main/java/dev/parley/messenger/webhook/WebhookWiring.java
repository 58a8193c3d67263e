package dev.parley.messenger.webhook;

import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.privacy.PrivacyCallback;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookWiring {
    @Bean
    ServletRegistrationBean<WebhookServlet> webhookServlet(
            WebhookIntake intake, PrivacyCallback privacy) {
        return new ServletRegistrationBean<>(
                new WebhookServlet(intake, privacy), "/webhooks/facebook/*");
    }

    @Bean
    OwnApps ownApps(FacebookPages pages, MessagingAccounts accounts) {
        return page ->
                pages.byPageId(page)
                        .flatMap(found -> accounts.byId(found.account()))
                        .map(MessagingAccount::applicationId);
    }
}
