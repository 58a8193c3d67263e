package dev.parley.messenger.doctor;

import static dev.parley.messenger.doctor.CheckVerdict.CANNOT_TELL;
import static dev.parley.messenger.doctor.CheckVerdict.GOOD;
import static dev.parley.messenger.doctor.CheckVerdict.LIMITED;
import static dev.parley.messenger.doctor.CheckVerdict.NOT_APPLICABLE;
import static dev.parley.messenger.doctor.CheckVerdict.WRONG;

import dev.parley.messenger.graph.GraphResult;
import dev.parley.messenger.graph.PageMeasurement;
import dev.parley.messenger.graph.PageMeasurement.Installed;
import dev.parley.messenger.graph.PageMeasurement.Registration;
import dev.parley.messenger.graph.PageMeasurement.Token;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.outbox.SendBlock;
import dev.parley.platform.PublicAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Determines what is wrong with a page and why, from its measurement. Makes no calls and changes
/// nothing.
final class Diagnosis {
    /// How many days before a token expires administrators are alerted.
    static final List<Integer> THRESHOLDS = List.of(14, 7, 3, 1);

    /// The app ID of Meta's own inbox. See
    /// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
    private static final String INBOX = "263902037430900";

    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration SKEWED = Duration.ofMinutes(5);
    private static final List<String> NEEDED = List.of("pages_messaging", "pages_manage_metadata");
    private static final String FOR_HISTORY = "pages_read_engagement";

    /// Meta's error codes for an unknown app or a wrong secret. Its documentation and the codes
    /// observed differ.
    private static final Set<Integer> APP_UNKNOWN = Set.of(101, 102, 190);

    private final PageMeasurement measured;
    private final KnownFacts known;
    private final @Nullable Token token;

    private Diagnosis(PageMeasurement measured, KnownFacts known) {
        this.measured = measured;
        this.known = known;
        this.token =
                measured.token() instanceof GraphResult.Answered<Token>(var found) ? found : null;
    }

    /// {@return a finding for each topic, in the order of the topics}
    static List<Finding> of(PageMeasurement measured, KnownFacts known) {
        return new Diagnosis(measured, known).findings();
    }

    /// {@return the state of a page with these findings} It is running only if everything that it
    /// needs is known to be good.
    static ProvisioningState state(List<Finding> findings) {
        return findings.stream().anyMatch(Diagnosis::isBlocking)
                ? ProvisioningState.NEEDS_ATTENTION
                : ProvisioningState.RUNNING;
    }

    private static boolean isBlocking(Finding finding) {
        return finding.verdict() == WRONG
                || (finding.verdict() == CANNOT_TELL && finding.topic().isVital());
    }

    private List<Finding> findings() {
        return Stream.of(Topic.values()).map(this::of).toList();
    }

    private Finding of(Topic topic) {
        return switch (topic) {
            case CONNECTION -> connection();
            case CLOCK -> clock();
            case ADDRESS -> address();
            case APP -> app();
            case TOKEN -> token();
            case LIFETIME -> lifetime();
            case PERMISSIONS -> permissions();
            case CALLBACK -> callback();
            case SUBSCRIPTION -> subscription();
            case SIGNATURE -> signature();
            case AUDIENCE -> audience();
            case THREADS -> threads();
            case PROFILES -> profiles();
            case MESSAGE_TAG -> messageTag();
            case SENDING -> sending();
        };
    }

    private Finding connection() {
        var networkError =
                Stream.of(measured.token(), measured.callbacks(), measured.installed())
                        .map(result ->
                                result instanceof GraphResult.NoResponse<?>(var detail)
                                        ? detail
                                        : null)
                        .filter(Objects::nonNull)
                        .findFirst();
        if (networkError.isPresent()) {
            return Finding.of(Topic.CONNECTION, WRONG, "unreachable")
                    .withDetail(networkError.get());
        }
        var slowest = measured.line().slowest();
        return slowest.compareTo(SLOW) > 0
                ? Finding.of(Topic.CONNECTION, LIMITED, "slow", slowest.toSeconds())
                : Finding.of(Topic.CONNECTION, GOOD, "reachable");
    }

    private Finding clock() {
        var ahead = measured.line().ahead();
        if (ahead == null) {
            return Finding.of(Topic.CLOCK, CANNOT_TELL, "clockUnknown");
        }
        if (ahead.abs().compareTo(SKEWED) <= 0) {
            return Finding.of(Topic.CLOCK, GOOD, "clockGood");
        }
        return Finding.of(
                Topic.CLOCK,
                WRONG,
                ahead.isNegative() ? "clockBehind" : "clockAhead",
                ahead.abs().plusSeconds(30).toMinutes());
    }

    private Finding address() {
        var url = known.callbackUrl();
        if (known.localServer()) {
            return Finding.of(Topic.ADDRESS, NOT_APPLICABLE, "standIn");
        }
        if (!"https".equals(url.getScheme())) {
            return Finding.of(Topic.ADDRESS, WRONG, "notHttps", url);
        }
        return PublicAddress.is(url)
                ? Finding.of(Topic.ADDRESS, GOOD, "public")
                : Finding.of(Topic.ADDRESS, WRONG, "notPublic", url);
    }

    private Finding app() {
        return switch (measured.callbacks()) {
            case GraphResult.Answered<?> _ -> Finding.of(Topic.APP, GOOD, "appGood");
            case GraphResult.Refused<?>(var code, _, _, var detail)
                    when APP_UNKNOWN.contains(code) ->
                    Finding.of(Topic.APP, WRONG, "appSecret").withDetail(detail);
            default -> unknown(Topic.APP, measured.callbacks());
        };
    }

    private boolean isAppWrong() {
        return app().verdict() == WRONG;
    }

    private Finding token() {
        if (isAppWrong()) {
            return Finding.of(Topic.TOKEN, CANNOT_TELL, "needsApp");
        }
        return switch (measured.token()) {
            case GraphResult.Answered<Token>(var found) -> TokenDiagnosis.finding(found, known);
            case GraphResult.Refused<Token>(var code, _, _, var detail) when code == 100 ->
                    Finding.of(Topic.TOKEN, WRONG, "tokenOtherApp", "").withDetail(detail);
            default -> unknown(Topic.TOKEN, measured.token());
        };
    }

    private boolean isTokenGood() {
        return token().verdict() == GOOD;
    }

    private Finding lifetime() {
        if (token == null || !isTokenGood()) {
            return needs(Topic.LIFETIME);
        }
        var ends = token.expiresAt();
        var dataEnds = token.dataAccessEndsAt();
        if (dataEnds != null && !dataEnds.isAfter(known.now())) {
            return Finding.of(Topic.LIFETIME, WRONG, "dataEnded", dataEnds);
        }
        if (ends != null && (dataEnds == null || !dataEnds.isBefore(ends))) {
            return ending("tokenEnds", "tokenEndsSoon", ends);
        }
        return dataEnds == null
                ? Finding.of(Topic.LIFETIME, GOOD, "neverEnds")
                : ending("dataEnds", "dataEndsSoon", dataEnds);
    }

    private Finding ending(String cause, String soon, Instant ends) {
        var left = Duration.between(known.now(), ends);
        return left.compareTo(Duration.ofDays(THRESHOLDS.getFirst())) > 0
                ? Finding.of(Topic.LIFETIME, GOOD, cause, ends)
                : Finding.of(Topic.LIFETIME, LIMITED, soon, ends);
    }

    private Finding permissions() {
        if (token == null || !isTokenGood()) {
            return needs(Topic.PERMISSIONS);
        }
        var missing = NEEDED.stream().filter(scope -> !isGranted(scope)).toList();
        if (!missing.isEmpty()) {
            return Finding.of(Topic.PERMISSIONS, WRONG, "scopesMissing", joined(missing));
        }
        return isGranted(FOR_HISTORY)
                ? Finding.of(Topic.PERMISSIONS, GOOD, "scopesGood")
                : Finding.of(Topic.PERMISSIONS, LIMITED, "scopesHistory", FOR_HISTORY);
    }

    /// A permission may be granted for some pages only.
    private boolean isGranted(String scope) {
        var checked = Objects.requireNonNull(token);
        return checked.scopes().contains(scope)
                && (!scope.equals(NEEDED.getFirst())
                        || checked.messagingPages().isEmpty()
                        || checked.messagingPages().contains(known.pageId()));
    }

    private Finding callback() {
        if (isAppWrong()) {
            return Finding.of(Topic.CALLBACK, CANNOT_TELL, "needsApp");
        }
        return measured.callbacks() instanceof GraphResult.Answered<List<Registration>>(var all)
                ? callback(all)
                : unknown(Topic.CALLBACK, measured.callbacks());
    }

    private Finding callback(List<Registration> all) {
        var wanted = known.callbackUrl().toString();
        var ours = all.stream().filter(one -> one.url().equals(wanted)).findFirst();
        if (ours.isEmpty()) {
            return notRegistered(all.stream().map(Registration::url).findFirst());
        }
        if (!ours.get().active()) {
            return Finding.of(Topic.CALLBACK, WRONG, "callbackOff");
        }
        return ours.get().fields().contains("messages")
                ? Finding.of(Topic.CALLBACK, GOOD, "callbackGood")
                : Finding.of(Topic.CALLBACK, WRONG, "callbackFields", "messages");
    }

    private Finding notRegistered(Optional<String> other) {
        if (known.contact().wasVerifiedWrongly()) {
            var at = Objects.requireNonNull(known.contact().unverifiedAt());
            return Finding.of(Topic.CALLBACK, WRONG, "verifyToken", at);
        }
        return other.map(url -> Finding.of(Topic.CALLBACK, WRONG, "callbackElsewhere", url))
                .orElseGet(() -> Finding.of(Topic.CALLBACK, WRONG, "callbackMissing"));
    }

    private Finding subscription() {
        if (token().verdict() == WRONG) {
            return Finding.of(Topic.SUBSCRIPTION, CANNOT_TELL, "needsToken");
        }
        return measured.installed() instanceof GraphResult.Answered<List<Installed>>(var all)
                ? subscription(all)
                : unknown(Topic.SUBSCRIPTION, measured.installed());
    }

    private Finding subscription(List<Installed> all) {
        var ours = all.stream().filter(one -> one.appId().equals(known.applicationId())).findAny();
        if (ours.isEmpty()) {
            return Finding.of(Topic.SUBSCRIPTION, WRONG, "notInstalled");
        }
        var missing =
                Subscriptions.FIELDS.stream()
                        .filter(field -> !ours.get().fields().contains(field))
                        .toList();
        if (missing.contains("messages")) {
            return Finding.of(Topic.SUBSCRIPTION, WRONG, "messagesMissing", joined(missing));
        }
        return missing.isEmpty()
                ? Finding.of(Topic.SUBSCRIPTION, GOOD, "installedGood")
                : Finding.of(Topic.SUBSCRIPTION, LIMITED, "fieldsMissing", joined(missing));
    }

    /// With the right secret, a signature can only be wrong because the body was changed on the
    /// way.
    private Finding signature() {
        var contact = known.contact();
        if (contact.hasInvalidSignatureSince(known.secretSince())) {
            var at = Objects.requireNonNull(contact.invalidAt());
            var cause = isAppWrong() ? "signatureSecret" : "signatureBody";
            return Finding.of(Topic.SIGNATURE, WRONG, cause, at);
        }
        var at = contact.validAt();
        return at == null
                ? Finding.of(Topic.SIGNATURE, CANNOT_TELL, "neverSigned")
                : Finding.of(Topic.SIGNATURE, GOOD, "signedGood", at);
    }

    /// Meta does not report whether an app is live; only its refusals show it.
    private Finding audience() {
        return problem("development")
                .map(met ->
                        Finding.of(Topic.AUDIENCE, WRONG, "development", met.lastAt())
                                .withDetail(met.detail()))
                .orElseGet(() -> Finding.of(Topic.AUDIENCE, CANNOT_TELL, "audienceUnknown"));
    }

    /// A single thread may belong to another app. If all do, no customer reaches us.
    private Finding threads() {
        if (measured.holders().isEmpty()) {
            return Finding.of(Topic.THREADS, CANNOT_TELL, "threadsUnknown");
        }
        var holders =
                measured.holders().stream()
                        .map(result ->
                                result instanceof GraphResult.Answered<String>(var app)
                                        ? app
                                        : null)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        if (holders.isEmpty()) {
            return unknown(Topic.THREADS, measured.holders().getFirst());
        }
        if (holders.stream().anyMatch(app -> app.isEmpty() || app.equals(known.applicationId()))) {
            return Finding.of(Topic.THREADS, GOOD, "threadsGood");
        }
        return holders.stream()
                .filter(app -> !app.equals(INBOX))
                .findFirst()
                .map(app -> Finding.of(Topic.THREADS, WRONG, "threadOther", app))
                .orElseGet(() -> Finding.of(Topic.THREADS, LIMITED, "threadInbox"));
    }

    private Finding profiles() {
        return switch (measured.name()) {
            case GraphResult.Answered<Boolean>(var named) when named ->
                    Finding.of(Topic.PROFILES, GOOD, "profilesGood");
            case GraphResult.Refused<Boolean>(_, var subcode, _, var detail)
                    when subcode == 2018247 ->
                    Finding.of(Topic.PROFILES, LIMITED, "profileAccess").withDetail(detail);
            case GraphResult.Answered<Boolean> _ ->
                    Finding.of(Topic.PROFILES, CANNOT_TELL, "profileNameless");
            case GraphResult.NotAsked<Boolean> _ ->
                    Finding.of(Topic.PROFILES, CANNOT_TELL, "profilesUnknown");
            default -> unknown(Topic.PROFILES, measured.name());
        };
    }

    private Finding messageTag() {
        if (!known.messageTag()) {
            return Finding.of(Topic.MESSAGE_TAG, NOT_APPLICABLE, "tagOff");
        }
        return problem("tag")
                .map(met ->
                        Finding.of(Topic.MESSAGE_TAG, WRONG, "tagRefused", met.lastAt())
                                .withDetail(met.detail()))
                .orElseGet(() -> Finding.of(Topic.MESSAGE_TAG, CANNOT_TELL, "tagUnknown"));
    }

    private Finding sending() {
        var met =
                known.sendBlocks().stream()
                        .filter(one -> one.blocks(known.now()) && one.alerts())
                        .findFirst();
        if (met.isEmpty()) {
            return Finding.of(Topic.SENDING, GOOD, "sendingGood");
        }
        if (!isTokenGood() || permissions().verdict() == WRONG) {
            return needs(Topic.SENDING);
        }
        var block = met.get();
        return Finding.of(
                        Topic.SENDING,
                        WRONG,
                        block.cause().equals("restricted") ? "restricted" : "sendingStopped",
                        block.since())
                .withDetail(block.detail());
    }

    private Optional<SendBlock> problem(String cause) {
        return known.sendBlocks().stream().filter(one -> one.cause().equals(cause)).findFirst();
    }

    /// {@return the finding that this is unknown until its prerequisites are good}
    private Finding needs(Topic topic) {
        var cause = token().cause();
        return Finding.of(topic, CANNOT_TELL, cause.startsWith("needs") ? cause : "needsToken");
    }

    private Finding unknown(Topic topic, GraphResult<?> result) {
        return switch (result) {
            case GraphResult.NoResponse<?> _ -> Finding.of(topic, CANNOT_TELL, "needsLine");
            case GraphResult.Refused<?>(_, _, _, var detail) when isAppRefused() ->
                    Finding.of(topic, CANNOT_TELL, "needsApp").withDetail(detail);
            case GraphResult.Refused<?>(_, _, _, var detail) ->
                    Finding.of(topic, CANNOT_TELL, "notTold").withDetail(detail);
            case GraphResult.Answered<?> _, GraphResult.NotAsked<?> _ ->
                    Finding.of(topic, CANNOT_TELL, "notTold");
        };
    }

    private boolean isAppRefused() {
        return measured.callbacks() instanceof GraphResult.Refused<?>(var code, _, _, _)
                && APP_UNKNOWN.contains(code);
    }

    private static String joined(List<String> names) {
        return String.join(", ", names);
    }
}
