package dev.parley.identity.web;

import dev.parley.identity.ApiTokens;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// The access rules of all addresses.
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity(prePostEnabled = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 12 * 60 * 60)
class SecuritySetup {

    /// For `@PreAuthorize` only. Its three siblings, which Spring would add, look for their
    /// annotation on every method of every bean at each start, and no method has one.
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor preAuthorize() {
        return AuthorizationManagerBeforeMethodInterceptor.preAuthorize();
    }

    /// Open without authentication: files of pages, signed calls of channels, probes.
    @Bean
    @Order(1)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return bare(http)
                .securityMatcher("/assets/**", "/webhooks/**", "/actuator/health/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programs(
            HttpSecurity http, ApiTokens tokens, AuthEntryPoints authEntryPoints) throws Exception {
        return bare(http)
                .securityMatcher("/api/**")
                .addFilterBefore(new BearerTokenFilter(tokens), AnonymousAuthenticationFilter.class)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(authEntryPoints.forPrograms())
                                .accessDeniedHandler(authEntryPoints.apiDenied()))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/api/v1/openapi.json")
                                .permitAll()
                                .anyRequest()
                                .access(new ScopeAuthorization()))
                .build();
    }

    /// Metrics, for the collector on this machine or for administrators, by session or by token.
    @Bean
    @Order(3)
    SecurityFilterChain operators(
            HttpSecurity http,
            ApiTokens tokens,
            SignInSessions sessions,
            AuthEntryPoints authEntryPoints)
            throws Exception {
        return bare(http)
                .securityMatcher("/actuator/**")
                .securityContext(context -> context.securityContextRepository(sessions))
                .addFilterBefore(new BearerTokenFilter(tokens), AnonymousAuthenticationFilter.class)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(authEntryPoints.forPrograms())
                                .accessDeniedHandler(authEntryPoints.apiDenied()))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new LocalOnly()))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain people(
            HttpSecurity http,
            SignInSessions sessions,
            CsrfTokenRepository csrfTokens,
            RequestCache requestCache,
            AuthEntryPoints authEntryPoints)
            throws Exception {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.requestCache(requestCache))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(csrfTokens)
                                .csrfTokenRequestHandler(new UploadCsrfHandler()))
                .headers(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signedOut"))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(authEntryPoints.forPeople())
                                .accessDeniedHandler(authEntryPoints.browserDenied()))
                .addFilterAfter(new PasswordChangeFilter(), AuthorizationFilter.class)
                .authorizeHttpRequests(UrlRules::people)
                .build();
    }

    /// Stored in a cookie, so that the sign-in form works after any pause, and anonymous requests
    /// create no sessions.
    @Bean
    CsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    @Bean
    RequestCache requestCache() {
        return new RequestedPage();
    }

    @Bean
    HashedSessions.NextId nextSessionId() {
        return new HashedSessions.NextId();
    }

    @Bean
    SessionIdGenerator sessionIds(HashedSessions.NextId next) {
        return next::take;
    }

    @Bean
    @Primary
    SessionRepository<HashedSessions.Opened> hashedSessions(
            JdbcIndexedSessionRepository stored, HashedSessions.NextId next) {
        return new HashedSessions<>(stored, next);
    }

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("parley");
        cookie.setSameSite("Lax");
        return cookie;
    }

    private static HttpSecurity bare(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions ->
                        sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
