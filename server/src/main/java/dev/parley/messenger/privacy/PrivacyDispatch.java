package dev.parley.messenger.privacy;

import dev.parley.background.CrashJournal;
import dev.parley.background.Pump;
import dev.parley.messenger.privacy.PrivacyRequest.State;
import dev.parley.messenger.privacy.PrivacyRequests.Erased;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Claims the data deletion request that is due first, and has it settled.
@Component
class PrivacyDispatch {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final PrivacyRequests requests;
    private final RequestedErasure requestedErasure;
    private final CrashJournal journal;
    private final Clock clock;

    PrivacyDispatch(
            PrivacyRequests requests,
            RequestedErasure requestedErasure,
            CrashJournal journal,
            Clock clock) {
        this.requests = requests;
        this.requestedErasure = requestedErasure;
        this.journal = journal;
        this.clock = clock;
    }

    /// {@return false if nothing was due}
    boolean settleOne() {
        var now = clock.instant();
        var claimed = requests.claim(now, now.plus(LEASE));
        claimed.ifPresent(request ->
                journal.run(
                        "privacy request",
                        request.id().toString(),
                        () -> requestedErasure.settle(request, now),
                        () -> setAside(request)));
        return claimed.isPresent();
    }

    private void setAside(PrivacyRequest request) {
        requests.settle(
                request, State.ACTION_REQUIRED, CrashJournal.SET_ASIDE, Erased.NOTHING, null);
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        Pump privacyPump(PrivacyDispatch dispatch) {
            return new Pump("privacy-requests", Duration.ofSeconds(1), dispatch::settleOne);
        }
    }
}
