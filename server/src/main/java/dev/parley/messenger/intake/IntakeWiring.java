package dev.parley.messenger.intake;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeWiring {
    @Bean
    ServletRegistrationBean<WebhookServlet> webhookServlet(Intake intake) {
        return new ServletRegistrationBean<>(new WebhookServlet(intake), "/webhooks/facebook/*");
    }
}
