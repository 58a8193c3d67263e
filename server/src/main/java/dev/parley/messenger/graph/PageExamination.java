package dev.parley.messenger.graph;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.parley.messenger.EpochSeconds;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.graph.PageMeasurement.Installed;
import dev.parley.messenger.graph.PageMeasurement.Registration;
import dev.parley.messenger.graph.PageMeasurement.Token;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Asks Meta for everything that shows whether a page works. See
/// https://developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging See
/// https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps See
/// https://developers.facebook.com/docs/messenger-platform/handover-protocol See
/// https://developers.facebook.com/docs/messenger-platform/identity/user-profile
@Component
public class PageExamination {
    private static final String MESSAGING = "pages_messaging";
    private static final int MOST_PAGES = 500;

    private final ExaminationApi graph;
    private final ErrorTable errors;
    private final Clock clock;

    PageExamination(ExaminationApi graph, ErrorTable errors, Clock clock) {
        this.graph = graph;
        this.errors = errors;
        this.clock = clock;
    }

    /// Asks Meta everything about this page.
    ///
    /// @param people page-scoped ids of people who wrote to it recently, the latest first
    public PageMeasurement of(MessagingAccount account, FacebookPage page, List<String> people) {
        var keys = new PageCredential(page.token().reveal(), account.appSecret().reveal());
        var query = new GraphQuery(errors, clock, keys);
        var token = query.ask(() -> graph.debugToken(bearer(account), keys.token()), this::token);
        var app = account.applicationId();
        var callbacks =
                query.ask(
                        () -> graph.appSubscriptions(app, bearer(account)),
                        PageExamination::callbacks);
        var installed =
                query.ask(
                        () -> graph.subscribedApps(page.pageId(), keys.bearer(), keys.proof()),
                        PageExamination::installed);
        var holders = people.stream().map(person -> holder(query, page, person, keys)).toList();
        var name =
                people.isEmpty() ? new GraphResult.NotAsked<Boolean>() : name(query, people, keys);
        return new PageMeasurement(query.line(), token, callbacks, installed, holders, name);
    }

    /// {@return a person's page-scoped ids, by page} In privacy requests, Meta identifies a person
    /// by an app-scoped id. It returns the page-scoped ids only if app and pages belong to one
    /// business (Messenger Platform, *Connecting with People Across Apps and Bots in Messenger*).
    public GraphResult<Map<String, String>> idsForPages(MessagingAccount account, String user) {
        var keys =
                new PageCredential(
                        account.applicationId() + "|" + account.appSecret().reveal(),
                        account.appSecret().reveal());
        return new GraphQuery(errors, clock, keys)
                .ask(
                        () -> graph.idsForPages(user, keys.bearer(), keys.proof(), MOST_PAGES),
                        answer ->
                                data(answer)
                                        .collect(
                                                toMap(
                                                        one -> one.at("/page/id").asString(""),
                                                        one -> one.path("id").asString(""),
                                                        (first, _) -> first)));
    }

    private GraphResult<String> holder(
            GraphQuery query, FacebookPage page, String person, PageCredential keys) {
        return query.ask(
                () -> graph.threadOwner(page.pageId(), keys.bearer(), keys.proof(), person),
                answer -> answer.at("/data/0/thread_owner/app_id").asString(""));
    }

    private GraphResult<Boolean> name(GraphQuery query, List<String> people, PageCredential keys) {
        return query.ask(
                () -> graph.profile(people.getFirst(), keys.bearer(), keys.proof(), "id,name"),
                answer -> answer.has("name"));
    }

    private static String bearer(MessagingAccount account) {
        return "Bearer " + account.applicationId() + "|" + account.appSecret().reveal();
    }

    private Token token(JsonNode answer) {
        var data = answer.path("data");
        var error = data.path("error");
        return new Token(
                data.path("is_valid").asBoolean(false),
                data.path("type").asString(""),
                data.path("app_id").asString(""),
                data.path("application").asString(""),
                data.path("profile_id").asString(""),
                time(data.path("expires_at")),
                time(data.path("data_access_expires_at")),
                texts(data.path("scopes")),
                messagingPages(data.path("granular_scopes")),
                cause(error).orElse(null),
                error.path("message").asString(null));
    }

    private Optional<String> cause(JsonNode error) {
        return error.isMissingNode()
                ? Optional.empty()
                : Optional.of(
                        errors.of(
                                        new GraphError(
                                                error.path("code").asInt(0),
                                                error.path("subcode").asInt(0),
                                                ""))
                                .cause());
    }

    private static List<String> messagingPages(JsonNode scopes) {
        return scopes.valueStream()
                .filter(one -> one.path("scope").asString("").equals(MESSAGING))
                .flatMap(one -> texts(one.path("target_ids")).stream())
                .toList();
    }

    private static List<Registration> callbacks(JsonNode answer) {
        return data(answer)
                .filter(one -> one.path("object").asString("").equals("page"))
                .map(one ->
                        new Registration(
                                one.path("callback_url").asString(""),
                                one.path("active").asBoolean(true),
                                one.path("fields")
                                        .valueStream()
                                        .map(PageExamination::name)
                                        .collect(toList())))
                .toList();
    }

    /// Meta returns a field with its version, and formerly returned it without.
    private static String name(JsonNode field) {
        return field.isString() ? field.asString() : field.path("name").asString("");
    }

    private static List<Installed> installed(JsonNode answer) {
        return data(answer)
                .map(one ->
                        new Installed(
                                one.path("id").asString(""), texts(one.path("subscribed_fields"))))
                .toList();
    }

    private static Stream<JsonNode> data(JsonNode answer) {
        return answer.path("data").valueStream();
    }

    private static List<String> texts(JsonNode all) {
        return all.valueStream().map(one -> one.asString("")).toList();
    }

    private static @Nullable Instant time(JsonNode seconds) {
        return EpochSeconds.read(seconds).orElse(null);
    }
}
