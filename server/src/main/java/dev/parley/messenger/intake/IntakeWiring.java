package dev.parley.messenger.intake;

import dev.parley.messenger.privacy.DataRequests;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.messenger.setup.MessagingAccounts;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeWiring {
    @Bean
    ServletRegistrationBean<WebhookServlet> webhookServlet(Intake intake, DataRequests privacy) {
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
