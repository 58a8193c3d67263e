package dev.parley.messenger.graph;

import dev.parley.messenger.EpochSeconds;
import dev.parley.messenger.account.PageDraft;
import dev.parley.messenger.account.Secret;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;

/// Checks keys before they are stored. A user waits for the result, so timeouts are short; never
/// call it within a transaction.
@Component
public class TokenVerifier {
    private static final int AT_ONCE = 100;
    private static final int MOST_CALLS = 100;
    private static final Duration SHORT_LIFE = Duration.ofDays(30);

    /// The fields that are read of a page.
    private static final String FIELDS = "id,name,access_token";

    /// Error code of the Graph API: the app's ID is unknown.
    private static final int NO_APPLICATION = 101;

    /// The token belongs to another app, or the page is not visible to the owner of the token.
    private static final int NOT_VISIBLE = 100;

    /// The error for a wrong secret; elsewhere it is an unknown, temporary error.
    private static final int OTHER_SECRET = 1;

    private final TokenApi graph;
    private final GraphFailures failures;
    private final Clock clock;

    TokenVerifier(TokenApi graph, GraphFailures failures, Clock clock) {
        this.graph = graph;
        this.failures = failures;
        this.clock = clock;
    }

    /// {@return whether this ID and this secret belong together}
    public AppVerdict app(AppKeys app) {
        var keys = app.with(app.secret());
        try {
            graph.accessToken(grant(app, Map.of("grant_type", "client_credentials")));
            return new AppVerdict.Good();
        } catch (RestClientResponseException refusal) {
            return refused(refusal, errorIn(refusal, keys), keys);
        } catch (RestClientException failure) {
            return new AppVerdict.Unknown(isSlow(failure), failures.of(failure, keys).detail());
        }
    }

    private AppVerdict refused(
            RestClientResponseException refusal, @Nullable GraphError error, PageCredential keys) {
        var why = failures.of(refusal, keys);
        if (error == null
                || refusal.getStatusCode().is5xxServerError()
                || (why.temporary() && error.code() != OTHER_SECRET)) {
            return new AppVerdict.Unknown(false, why.detail());
        }
        return error.code() == NO_APPLICATION
                ? new AppVerdict.NoSuchApp(error.description())
                : new AppVerdict.OtherSecret(error.description());
    }

    /// {@return whether the app can act as this page with this token}
    public TokenVerdict page(AppKeys app, String pageId, Secret token) {
        var keys = app.with(token);
        return switch (debugged(app, keys)) {
            case Debugged.Failed(var why) -> why;
            case Debugged.Data(var data) -> page(app, pageId, keys, data);
        };
    }

    private TokenVerdict page(AppKeys app, String pageId, PageCredential keys, JsonNode data) {
        var objection = objection(app, keys, data);
        if (objection != null) {
            return objection;
        }
        if (!isOf(data, "PAGE")) {
            return new TokenVerdict.NotAPageToken(!isOf(data, "APP"));
        }
        try {
            var me = graph.me(keys.bearer(), keys.proof(), "id,name");
            var id = me.path("id").asString("");
            var name = me.path("name").asString("");
            return id.equals(pageId)
                    ? new TokenVerdict.Good(name)
                    : new TokenVerdict.OtherPage(id, name);
        } catch (RestClientException failure) {
            return verdict(failure, keys);
        }
    }

    /// Finds the pages that the owner of this token manages, each with a token that does not
    /// expire: a user token that is valid for hours only is first exchanged for one valid for
    /// weeks.
    public FoundPages pages(AppKeys app, Secret userToken) {
        return found(app, userToken, this::all);
    }

    /// Finds only this page, if the owner of the token manages it. A list of all pages would omit
    /// some that belong to a business. See
    /// https://developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging
    public FoundPages pageOf(AppKeys app, Secret userToken, String pageId) {
        return found(app, userToken, keys -> one(keys, pageId));
    }

    private FoundPages found(
            AppKeys app, Secret userToken, Function<PageCredential, List<PageDraft>> ask) {
        var keys = app.with(userToken);
        return switch (debugged(app, keys)) {
            case Debugged.Failed(var why) -> new FoundPages.Failed(why);
            case Debugged.Data(var data) -> found(app, userToken, data, ask);
        };
    }

    private FoundPages found(
            AppKeys app,
            Secret userToken,
            JsonNode data,
            Function<PageCredential, List<PageDraft>> ask) {
        var keys = app.with(userToken);
        var objection = objection(app, keys, data);
        if (objection != null) {
            return new FoundPages.Failed(objection);
        }
        if (isOf(data, "PAGE") || isOf(data, "APP")) {
            return new FoundPages.NotAUserToken();
        }
        try {
            var lasting = isShort(data) ? exchanged(app, userToken) : userToken;
            return new FoundPages.Found(ask.apply(app.with(lasting)));
        } catch (RestClientException failure) {
            return new FoundPages.Failed(verdict(failure, keys));
        }
    }

    private boolean isShort(JsonNode data) {
        return EpochSeconds.read(data.path("expires_at"))
                .filter(ends -> ends.isBefore(clock.instant().plus(SHORT_LIFE)))
                .isPresent();
    }

    private Secret exchanged(AppKeys app, Secret userToken) {
        var answer =
                graph.accessToken(
                        grant(
                                app,
                                Map.of(
                                        "grant_type",
                                        "fb_exchange_token",
                                        "fb_exchange_token",
                                        userToken.reveal())));
        return new Secret(answer.path("access_token").asString(userToken.reveal()));
    }

    private List<PageDraft> all(PageCredential keys) {
        var found = new ArrayList<PageDraft>();
        @Nullable String after = null;
        for (var call = 0; call < MOST_CALLS; call++) {
            var answer = graph.accounts(keys.bearer(), keys.proof(), FIELDS, AT_ONCE, after);
            answer.path("data")
                    .valueStream()
                    .filter(TokenVerifier::isUsable)
                    .forEach(page -> found.add(draft(page)));
            var paging = answer.path("paging");
            after = paging.has("next") ? paging.path("cursors").path("after").asString(null) : null;
            if (after == null) {
                break;
            }
        }
        found.sort(Comparator.comparing(PageDraft::name).thenComparing(PageDraft::pageId));
        return found;
    }

    /// Meta returns a public page without a token, and nothing about one that is not public.
    private List<PageDraft> one(PageCredential keys, String pageId) {
        try {
            var page = graph.page(pageId, keys.bearer(), keys.proof(), FIELDS);
            return isUsable(page) ? List.of(draft(page)) : List.of();
        } catch (RestClientResponseException refusal) {
            var error = errorIn(refusal, keys);
            if (error == null || error.code() != NOT_VISIBLE) {
                throw refusal;
            }
            return List.of();
        }
    }

    private static boolean isUsable(JsonNode page) {
        return page.path("id").asString("").matches("[0-9]{1,100}")
                && !page.path("access_token").asString("").isBlank();
    }

    private static PageDraft draft(JsonNode page) {
        return new PageDraft(
                page.path("id").asString(),
                page.path("name").asString(page.path("id").asString()),
                new Secret(page.path("access_token").asString()),
                true);
    }

    private Debugged debugged(AppKeys app, PageCredential keys) {
        try {
            return new Debugged.Data(graph.debug(app.bearer(), keys.token()).path("data"));
        } catch (RestClientResponseException refusal) {
            return new Debugged.Failed(refused(refusal, keys));
        } catch (RestClientException failure) {
            return new Debugged.Failed(noAnswer(failure, keys));
        }
    }

    /// Only the app's own keys were used, so a refusal is about them, or about a token that the app
    /// may not inspect.
    private TokenVerdict refused(RestClientResponseException refusal, PageCredential keys) {
        var error = errorIn(refusal, keys);
        var why = failures.of(refusal, keys);
        if (error == null || refusal.getStatusCode().is5xxServerError() || why.temporary()) {
            return new TokenVerdict.Unknown(false, why.detail());
        }
        return error.code() == NOT_VISIBLE
                ? new TokenVerdict.OtherApp("")
                : new TokenVerdict.AppNotAccepted(error.description());
    }

    private @Nullable TokenVerdict objection(AppKeys app, PageCredential keys, JsonNode data) {
        var madeFor = data.path("app_id").asString("");
        if (!madeFor.isEmpty() && !madeFor.equals(app.applicationId())) {
            return new TokenVerdict.OtherApp(data.path("application").asString(madeFor));
        }
        if (data.path("is_valid").asBoolean(false)) {
            return null;
        }
        var error = data.path("error");
        var graphError =
                new GraphError(
                        error.path("code").asInt(190),
                        error.path("subcode").asInt(0),
                        keys.mask(error.path("message").asString("")));
        return new TokenVerdict.Refused(failures.causeOf(graphError), graphError.description());
    }

    private TokenVerdict verdict(RestClientException failure, PageCredential keys) {
        var why = failures.of(failure, keys);
        if (!(failure instanceof RestClientResponseException)) {
            return noAnswer(failure, keys);
        }
        return why.temporary()
                ? new TokenVerdict.Unknown(false, why.detail())
                : new TokenVerdict.Refused(why.cause(), why.detail());
    }

    private TokenVerdict noAnswer(RestClientException failure, PageCredential keys) {
        return new TokenVerdict.Unknown(isSlow(failure), failures.of(failure, keys).detail());
    }

    private static boolean isSlow(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpTimeoutException) {
                return !(cause instanceof HttpConnectTimeoutException);
            }
        }
        return false;
    }

    private static boolean isOf(JsonNode data, String type) {
        return type.equals(data.path("type").asString(""));
    }

    private static MultiValueMap<String, String> grant(AppKeys app, Map<String, String> more) {
        var all = new LinkedMultiValueMap<String, String>();
        all.setAll(more);
        all.add("client_id", app.applicationId());
        all.add("client_secret", app.secret().reveal());
        return all;
    }

    private static @Nullable GraphError errorIn(
            RestClientResponseException refusal, PageCredential keys) {
        return GraphError.in(refusal.getResponseBodyAsByteArray(), keys);
    }

    /// What Meta returned about a token, or why it returned nothing.
    private sealed interface Debugged {
        record Data(JsonNode data) implements Debugged {}

        record Failed(TokenVerdict why) implements Debugged {}
    }
}
