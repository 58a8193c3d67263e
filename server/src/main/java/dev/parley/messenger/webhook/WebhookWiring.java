package dev.parley.messenger.webhook;

import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.privacy.PrivacyCallback;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class WebhookWiring {
    @Bean
    FilterRegistrationBean<CallbackFilter> callbackFilter(
            WebhookIntake intake, PrivacyCallback privacy) {
        var filter = new FilterRegistrationBean<>(new CallbackFilter(intake, privacy));
        filter.addUrlPatterns(WebhookBodies.PREFIX + "*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    CachedOwnApps ownApps(FacebookPages pages, Clock clock) {
        return new CachedOwnApps(pages::applicationOf, clock);
    }
}
