package dev.parley.identity.web;

import static dev.parley.identity.Role.ADMINISTRATOR;
import static dev.parley.identity.Role.AGENT;
import static dev.parley.identity.Role.SUPERVISOR;

import jakarta.servlet.DispatcherType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/// The roles that each page requires.
final class UrlRules {
    private UrlRules() {}

    static void people(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/sign-in", "/error", "/data-deletion/*")
                .permitAll()
                .requestMatchers("/admin", "/admin/**")
                .hasRole(ADMINISTRATOR.name())
                .requestMatchers("/supervision", "/supervision/**")
                .hasAnyRole(SUPERVISOR.name(), ADMINISTRATOR.name())
                .requestMatchers("/desk", "/desk/**", "/customers", "/customers/**")
                .hasAnyRole(AGENT.name(), SUPERVISOR.name(), ADMINISTRATOR.name())
                .anyRequest()
                .authenticated();
    }
}
