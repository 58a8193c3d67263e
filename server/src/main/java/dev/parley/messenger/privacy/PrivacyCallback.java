package dev.parley.messenger.privacy;

import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.privacy.PrivacyRequest.Kind;
import dev.parley.platform.PublicUrl;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Accepts Meta's signed requests about people who removed an app, or want their data deleted.
@Component
public class PrivacyCallback {
    private static final JsonMapper json = JsonMapper.shared();

    private final PrivacyRequests requests;
    private final MessagingAccounts accounts;
    private final PublicUrl publicUrl;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PrivacyCallback(
            PrivacyRequests requests,
            MessagingAccounts accounts,
            PublicUrl publicUrl,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.accounts = accounts;
        this.publicUrl = publicUrl;
        this.events = events;
        this.clock = clock;
    }

    /// Stores a request of Meta; empty if it is not from Meta.
    ///
    /// @param key of the account in its callback URL
    /// @param signedRequest null when it was missing
    public Optional<PrivacyRequest> accept(String key, Kind kind, @Nullable String signedRequest) {
        return signedRequest == null
                ? Optional.empty()
                : accounts.byKey(key)
                        .flatMap(found -> accept(found.account(), kind, signedRequest));
    }

    private Optional<PrivacyRequest> accept(
            MessagingAccount account, Kind kind, String signedRequest) {
        var stored =
                SignedRequest.read(signedRequest, secrets(account))
                        .map(request -> requests.add(account, kind, request));
        if (stored.isPresent() && kind == Kind.DEAUTHORIZATION) {
            events.publishEvent(new Deauthorized(account.id()));
        }
        return stored;
    }

    private List<String> secrets(MessagingAccount account) {
        var now = clock.instant();
        return Stream.concat(
                        Stream.of(account.appSecret()),
                        account
                                .previousSecret()
                                .filter(previous -> now.isBefore(previous.until()))
                                .stream()
                                .map(previous -> previous.secret()))
                .map(secret -> secret.reveal())
                .toList();
    }

    /// {@return the JSON response that Meta expects}
    public String answer(PrivacyRequest request) {
        return json.writeValueAsString(
                Map.of(
                        "url",
                        publicUrl.of("/data-deletion/" + request.code()),
                        "confirmation_code",
                        request.code()));
    }
}
