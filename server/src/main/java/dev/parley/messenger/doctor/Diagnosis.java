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
import dev.parley.platform.PublicAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Determines what is wrong with a page and why, from its measurement. Makes no calls and changes
/// nothing.
final class Diagnosis {
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration SKEWED = Duration.ofMinutes(5);

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
            case SIGNATURE -> WebhookDiagnosis.signature(known, isAppWrong());
            case AUDIENCE -> SendingDiagnosis.audience(known);
            case THREADS -> threads();
            case PROFILES -> profiles();
            case MESSAGE_TAG -> SendingDiagnosis.messageTag(known);
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
        return token == null || !isTokenGood()
                ? needs(Topic.LIFETIME)
                : TokenDiagnosis.lifetime(token, known.now());
    }

    private Finding permissions() {
        return token == null || !isTokenGood()
                ? needs(Topic.PERMISSIONS)
                : TokenDiagnosis.permissions(token, known.pageId());
    }

    private Finding callback() {
        if (isAppWrong()) {
            return Finding.of(Topic.CALLBACK, CANNOT_TELL, "needsApp");
        }
        return measured.callbacks() instanceof GraphResult.Answered<List<Registration>>(var all)
                ? WebhookDiagnosis.callback(all, known)
                : unknown(Topic.CALLBACK, measured.callbacks());
    }

    private Finding subscription() {
        if (token().verdict() == WRONG) {
            return Finding.of(Topic.SUBSCRIPTION, CANNOT_TELL, "needsToken");
        }
        return measured.installed() instanceof GraphResult.Answered<List<Installed>>(var all)
                ? WebhookDiagnosis.subscription(all, known)
                : unknown(Topic.SUBSCRIPTION, measured.installed());
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
        return holders.isEmpty()
                ? unknown(Topic.THREADS, measured.holders().getFirst())
                : SendingDiagnosis.threads(holders, known);
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

    private Finding sending() {
        var met = SendingDiagnosis.blocking(known);
        if (met.isEmpty()) {
            return Finding.of(Topic.SENDING, GOOD, "sendingGood");
        }
        return !isTokenGood() || permissions().verdict() == WRONG
                ? needs(Topic.SENDING)
                : SendingDiagnosis.sending(met.get());
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
}
