package dev.parley.identity.web;

import dev.parley.identity.Credentials;
import dev.parley.identity.SignIns;
import dev.parley.identity.SignedIn;
import dev.parley.identity.SignedOut;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/// Checks whether a sign-in is still valid, in the same way as for each request: by the session and
/// the current user.
@Component
class SignInChecks implements SignIns {
    private final Credentials credentials;
    private final SessionRepository<?> sessions;
    private final ApplicationEventPublisher events;

    SignInChecks(
            Credentials credentials,
            SessionRepository<?> sessions,
            ApplicationEventPublisher events) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.events = events;
    }

    @Override
    public boolean isActive(SignedIn me, String session) {
        var now = credentials.findActive(me.userId(), me.epoch());
        return now.filter(user -> user.roles().equals(me.roles())).isPresent()
                && SignInSessions.isOf(me.userId(), sessions.findById(session));
    }

    @EventListener
    void on(LogoutSuccessEvent out) {
        if (out.getAuthentication().getPrincipal() instanceof SignedIn user) {
            events.publishEvent(new SignedOut(user.userId()));
        }
    }
}
