package dev.parley.messenger.doctor;

import static dev.parley.messenger.doctor.CheckVerdict.CANNOT_TELL;
import static dev.parley.messenger.doctor.CheckVerdict.GOOD;
import static dev.parley.messenger.doctor.CheckVerdict.LIMITED;
import static dev.parley.messenger.doctor.CheckVerdict.NOT_APPLICABLE;
import static dev.parley.messenger.doctor.CheckVerdict.WRONG;
import static dev.parley.messenger.doctor.ProvisioningState.NEEDS_ATTENTION;
import static dev.parley.messenger.doctor.ProvisioningState.RUNNING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.WebhookContact;
import dev.parley.messenger.graph.GraphResult;
import dev.parley.messenger.graph.PageMeasurement;
import dev.parley.messenger.graph.PageMeasurement.Installed;
import dev.parley.messenger.graph.PageMeasurement.Line;
import dev.parley.messenger.graph.PageMeasurement.Registration;
import dev.parley.messenger.graph.PageMeasurement.Token;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.outbox.SendBlock;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/// Every cause, from the measurements to the finding.
class DiagnosisTests {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String APP = "100";
    private static final String PAGE = "200";
    private static final String CALLBACK = "https://desk.example.com/webhooks/facebook/key";

    static Stream<Case> cases() {
        return Stream.of(
                good("everything", _ -> {}),
                wrong(Topic.CONNECTION, "unreachable", of -> of.silent("ConnectException")),
                limited(Topic.CONNECTION, "slow", of -> of.slowest = Duration.ofSeconds(8)),
                wrong(Topic.CLOCK, "clockAhead", of -> of.ahead = Duration.ofMinutes(6)),
                wrong(Topic.CLOCK, "clockBehind", of -> of.ahead = Duration.ofMinutes(-6)),
                open(Topic.CLOCK, "clockUnknown", of -> of.ahead = null),
                wrong(Topic.ADDRESS, "notHttps", of -> of.at("http://desk.example.com/k")),
                wrong(Topic.ADDRESS, "notPublic", of -> of.at("https://192.168.1.4/k")),
                wrong(Topic.ADDRESS, "notPublic", of -> of.at("https://desk.local/k")),
                wrong(Topic.ADDRESS, "notPublic", of -> of.at("https://desk/k")),
                wrong(Topic.ADDRESS, "notPublic", of -> of.at("https://[fd00::1]/k")),
                beside(Topic.ADDRESS, "standIn", of -> of.standIn = true),
                wrong(Topic.APP, "appSecret", of -> of.callbacks = refused(190, 0, "token")),
                wrong(Topic.APP, "appSecret", of -> of.callbacks = refused(101, 0, "request")),
                wrong(Topic.TOKEN, "tokenInvalid", of -> of.dead("token")),
                wrong(Topic.TOKEN, "tokenExpired", of -> of.dead("expired")),
                wrong(Topic.TOKEN, "tokenPassword", of -> of.dead("password")),
                wrong(Topic.TOKEN, "tokenRevoked", of -> of.dead("appRemoved")),
                wrong(Topic.TOKEN, "tokenCheckpoint", of -> of.dead("checkpoint")),
                wrong(Topic.TOKEN, "tokenLostRole", of -> of.dead("lostRole")),
                wrong(Topic.TOKEN, "tokenOtherPage", of -> of.profile = "999"),
                wrong(Topic.TOKEN, "tokenOtherApp", of -> of.app = "999"),
                wrong(Topic.TOKEN, "tokenOtherApp", of -> of.token = refused(100, 0, "request")),
                wrong(Topic.TOKEN, "tokenOfUser", of -> of.type = "USER"),
                wrong(Topic.TOKEN, "tokenOfApp", of -> of.type = "APP"),
                fine(Topic.LIFETIME, "tokenEnds", of -> of.ends = days(15)),
                limited(Topic.LIFETIME, "tokenEndsSoon", of -> of.ends = days(14)),
                limited(Topic.LIFETIME, "dataEndsSoon", of -> of.dataEnds = days(3)),
                wrong(Topic.LIFETIME, "dataEnded", of -> of.dataEnds = days(-1)),
                wrong(
                        Topic.PERMISSIONS,
                        "scopesMissing",
                        of -> of.scopes = List.of("pages_manage_metadata")),
                wrong(
                        Topic.PERMISSIONS,
                        "scopesMissing",
                        of -> of.scopes = List.of("pages_messaging")),
                wrong(Topic.PERMISSIONS, "scopesMissing", of -> of.grantedFor = List.of("999")),
                limited(
                        Topic.PERMISSIONS,
                        "scopesHistory",
                        of -> of.scopes = List.of("pages_messaging", "pages_manage_metadata")),
                wrong(Topic.CALLBACK, "callbackMissing", of -> of.callbacks = told(List.of())),
                wrong(
                        Topic.CALLBACK,
                        "verifyToken",
                        of -> {
                            of.callbacks = told(List.of());
                            of.contact = new WebhookContact(null, null, null, NOW.minusSeconds(60));
                        }),
                wrong(Topic.CALLBACK, "callbackElsewhere", of -> of.registered("https://x", true)),
                wrong(Topic.CALLBACK, "callbackOff", of -> of.registered(CALLBACK, false)),
                wrong(
                        Topic.CALLBACK,
                        "callbackFields",
                        of ->
                                of.callbacks =
                                        told(List.of(new Registration(CALLBACK, true, List.of())))),
                wrong(Topic.SUBSCRIPTION, "notInstalled", of -> of.installed = told(List.of())),
                wrong(
                        Topic.SUBSCRIPTION,
                        "messagesMissing",
                        of -> of.installed(List.of("message_echoes"))),
                limited(
                        Topic.SUBSCRIPTION,
                        "fieldsMissing",
                        of -> of.installed(List.of("messages"))),
                open(Topic.SIGNATURE, "neverSigned", of -> of.contact = WebhookContact.NEVER),
                wrong(
                        Topic.SIGNATURE,
                        "signatureBody",
                        of ->
                                of.contact =
                                        new WebhookContact(NOW.minusSeconds(90), NOW, null, null)),
                wrong(
                        Topic.SIGNATURE,
                        "signatureSecret",
                        of -> {
                            of.contact = new WebhookContact(NOW.minusSeconds(90), NOW, null, null);
                            of.callbacks = refused(190, 0, "token");
                        }),
                open(
                        Topic.SIGNATURE,
                        "neverSigned",
                        of ->
                                of.contact =
                                        new WebhookContact(null, NOW.minus(TWO_DAYS), null, null)),
                open(Topic.AUDIENCE, "audienceUnknown", _ -> {}),
                wrong(Topic.AUDIENCE, "development", of -> of.met("development", false)),
                open(Topic.THREADS, "threadsUnknown", of -> of.holders = List.of()),
                fine(Topic.THREADS, "threadsGood", of -> of.holders("999", APP)),
                fine(Topic.THREADS, "threadsGood", of -> of.holders("")),
                wrong(Topic.THREADS, "threadOther", of -> of.holders("263902037430900", "999")),
                limited(Topic.THREADS, "threadInbox", of -> of.holders("263902037430900")),
                open(
                        Topic.PROFILES,
                        "profilesUnknown",
                        of -> of.name = new GraphResult.NotAsked<>()),
                open(Topic.PROFILES, "profileNameless", of -> of.name = told(false)),
                limited(
                        Topic.PROFILES,
                        "profileAccess",
                        of -> of.name = refused(100, 2018247, "profile")),
                beside(Topic.MESSAGE_TAG, "tagOff", of -> of.met("tag", false)),
                open(Topic.MESSAGE_TAG, "tagUnknown", of -> of.tag = true),
                wrong(
                        Topic.MESSAGE_TAG,
                        "tagRefused",
                        of -> {
                            of.tag = true;
                            of.met("tag", false);
                        }),
                wrong(Topic.SENDING, "sendingStopped", of -> of.met("expired", true)),
                wrong(Topic.SENDING, "restricted", of -> of.met("restricted", true)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachCauseIsNamedAndNoOther(Case one) {
        var findings = Diagnosis.of(one.patient.measured(), one.patient.circumstances());

        if (one.topic != null) {
            assertThat(findings)
                    .filteredOn(finding -> finding.topic() == one.topic)
                    .extracting(Finding::verdict, Finding::cause)
                    .containsExactly(tuple(one.verdict, one.cause));
        }
        assertThat(Diagnosis.state(findings))
                .isEqualTo(one.verdict == WRONG ? NEEDS_ATTENTION : RUNNING);
        if (!one.cause.equals("signatureSecret")) {
            assertThat(findings)
                    .filteredOn(finding -> finding.verdict() == WRONG)
                    .hasSizeLessThan(2);
        }
        assertThat(findings).extracting(Finding::topic).containsExactly(Topic.values());
    }

    @Test
    void aPageThatCannotBeCheckedIsNotRunning() {
        var patient = new Patient();
        patient.installed = refused(2, 0, "temporary");

        var findings = Diagnosis.of(patient.measured(), patient.circumstances());

        assertThat(Diagnosis.state(findings)).isEqualTo(NEEDS_ATTENTION);
    }

    /// Including causes that only other code paths produce.
    @Test
    void everyCauseHasItsTextAndItsFix() {
        for (var language : List.of("", "_zh_TW")) {
            var words = words("texts/doctor" + language + ".properties");
            for (var one : cases().toList()) {
                if (one.topic == null) {
                    continue;
                }
                assertThat(words).containsKey("doctor.cause." + one.cause);
                if (one.verdict == WRONG) {
                    assertThat(words).containsKey("doctor.brief." + one.cause);
                }
                if (one.verdict == WRONG || one.verdict == LIMITED) {
                    assertThat(words).containsKey("doctor.fix." + one.cause);
                }
            }
        }
    }

    private static Properties words(String file) {
        try (var reader =
                new InputStreamReader(new ClassPathResource(file).getInputStream(), UTF_8)) {
            var words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private static <T> GraphResult<T> told(T value) {
        return new GraphResult.Answered<>(value);
    }

    private static <T> GraphResult<T> refused(int code, int subcode, String cause) {
        return new GraphResult.Refused<>(code, subcode, cause, "(#%d) No".formatted(code));
    }

    private static Case good(String cause, Consumer<Patient> change) {
        return new Case(null, GOOD, cause, changed(change));
    }

    private static Case fine(Topic topic, String cause, Consumer<Patient> change) {
        return new Case(topic, GOOD, cause, changed(change));
    }

    private static Case limited(Topic topic, String cause, Consumer<Patient> change) {
        return new Case(topic, LIMITED, cause, changed(change));
    }

    private static Case wrong(Topic topic, String cause, Consumer<Patient> change) {
        return new Case(topic, WRONG, cause, changed(change));
    }

    private static Case open(Topic topic, String cause, Consumer<Patient> change) {
        return new Case(topic, CANNOT_TELL, cause, changed(change));
    }

    private static Case beside(Topic topic, String cause, Consumer<Patient> change) {
        return new Case(topic, NOT_APPLICABLE, cause, changed(change));
    }

    private static Patient changed(Consumer<Patient> change) {
        var patient = new Patient();
        change.accept(patient);
        return patient;
    }

    /// @param topic null to check the overall state only
    record Case(@Nullable Topic topic, CheckVerdict verdict, String cause, Patient patient) {
        @Override
        public String toString() {
            return cause;
        }
    }

    /// The data of a page without problems, until it is changed.
    private static final class Patient {
        Duration slowest = Duration.ofMillis(200);
        @Nullable Duration ahead = Duration.ofSeconds(2);
        boolean valid = true;
        @Nullable String cause;
        String type = "PAGE";
        String app = APP;
        String profile = PAGE;
        @Nullable Instant ends;
        @Nullable Instant dataEnds;
        List<String> scopes =
                List.of("pages_messaging", "pages_manage_metadata", "pages_read_engagement");
        List<String> grantedFor = List.of(PAGE);
        @Nullable GraphResult<Token> token;
        GraphResult<List<Registration>> callbacks =
                told(List.of(new Registration(CALLBACK, true, Subscriptions.FIELDS)));
        GraphResult<List<Installed>> installed =
                told(List.of(new Installed(APP, Subscriptions.FIELDS)));
        List<GraphResult<String>> holders = List.of(told(""));
        GraphResult<Boolean> name = told(true);
        URI address = URI.create(CALLBACK);
        boolean standIn;
        boolean tag;
        WebhookContact contact = new WebhookContact(NOW.minusSeconds(60), null, null, null);
        List<SendBlock> problems = List.of();

        void silent(String detail) {
            token = new GraphResult.NoResponse<>(detail);
            callbacks = new GraphResult.NoResponse<>(detail);
            installed = new GraphResult.NoResponse<>(detail);
            holders = List.of(new GraphResult.NoResponse<>(detail));
            name = new GraphResult.NoResponse<>(detail);
        }

        void dead(String why) {
            valid = false;
            cause = why;
            installed = refused(190, 463, why);
            holders = List.of(refused(190, 463, why));
            name = refused(190, 463, why);
        }

        void at(String url) {
            address = URI.create(url);
            registered(url, true);
        }

        void registered(String url, boolean active) {
            callbacks = told(List.of(new Registration(url, active, Subscriptions.FIELDS)));
        }

        void installed(List<String> fields) {
            installed = told(List.of(new Installed(APP, fields)));
        }

        void holders(String... apps) {
            holders = Stream.of(apps).map(DiagnosisTests::told).toList();
        }

        void met(String why, boolean stopped) {
            var sender = FacebookChannel.endpoint(PAGE);
            problems = List.of(new SendBlock(sender, why, "No", NOW, NOW, NOW, stopped, true));
        }

        PageMeasurement measured() {
            var described =
                    new Token(
                            valid,
                            type,
                            app,
                            "Another app",
                            profile,
                            ends,
                            dataEnds,
                            scopes,
                            grantedFor,
                            cause,
                            cause == null ? null : "No");
            return new PageMeasurement(
                    new Line(slowest, ahead),
                    token == null ? told(described) : token,
                    callbacks,
                    installed,
                    holders,
                    name);
        }

        KnownFacts circumstances() {
            return new KnownFacts(
                    APP,
                    PAGE,
                    address,
                    standIn,
                    NOW.minus(Duration.ofDays(1)),
                    tag,
                    contact,
                    problems,
                    NOW);
        }
    }
}
