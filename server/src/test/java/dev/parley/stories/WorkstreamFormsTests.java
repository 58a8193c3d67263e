package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.platform.language.Language;
import dev.parley.team.Queues;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.Workstreams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The forms for workstreams and queues: nothing is saved in part, no input is lost, and the second
/// of two concurrent changes gets an error.
@ExtendWith(TestParleyExtension.class)
class WorkstreamFormsTests {
    private final TestParley parley;
    private final Desk alex;
    private final Workstreams workstreams;

    WorkstreamFormsTests(TestParley parley) {
        this.parley = parley;
        this.alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        this.workstreams = parley.part(Workstreams.class);
    }

    @Test
    void theSecondOfTwoAdministratorsGetsAnErrorAndKeepsTheirInput() {
        var stream = workstreams.defaultWorkstream();
        var address = "/admin/workstreams/" + stream.id();
        var queue = stream.fallbackQueue().toString();
        var first = Map.of("name", "Tea", "queue", queue, "revision", "" + stream.revision());
        assertThat(alex.post(address, first).statusCode()).isEqualTo(303);

        var again = Map.of("name", "Cake", "queue", queue, "revision", "" + stream.revision());
        var own = alex.post(address, again);
        var second = parley.desk("Sue", Role.ADMINISTRATOR).post(address, again);

        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("You changed this in another window", "href=\"#settings\"");
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("Alexandra changed this", "value=\"Cake\"");
        assertThat(workstreams.defaultWorkstream().name()).isEqualTo("Tea");
        assertThat(audited("workstream.changed")).contains("\"name\": \"Tea\"");
    }

    @Test
    void aWorkstreamIsNotSavedInPart() {
        var refused =
                alex.post(
                        "/admin/workstreams/new",
                        Map.of(
                                "name", "facebook",
                                "mode", "PICK",
                                "fallback", "new",
                                "queueName", "Brand new"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Another workstream already has this name", "value=\"Brand new\"");
        assertThat(parley.part(Queues.class).all()).hasSize(1);

        var made =
                alex.post(
                        "/admin/workstreams/new",
                        Map.of(
                                "name", "Tea",
                                "mode", "PICK",
                                "fallback", "new",
                                "queueName", "Brand new"));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(alex.get(made.headers().firstValue("Location").orElseThrow()).body())
                .contains("The queue Brand new has no agents");
    }

    @Test
    void everyFieldErrorShowsTheFix() {
        var stream = workstreams.defaultWorkstream();
        var refused =
                alex.post(
                        "/admin/workstreams/" + stream.id() + "/work-distribution",
                        Map.of(
                                "wait", "366",
                                "unit", "DAYS",
                                "capacity", "many",
                                "block", "CUSTOM",
                                "minutes", "0",
                                "revision", "" + stream.revision()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Auto-close after inactivity must be a whole number from 1 to 365",
                        "Capacity must be a whole number from 1 to 1,000",
                        "Custom time must be a whole number from 1 to 60",
                        "Select at least one presence",
                        "value=\"many\"");
        assertThat(alex.post("/admin/queues/new", Map.of("name", "", "priority", "0")).body())
                .contains("Enter a name for the queue.", "Priority must be a whole number");
    }

    @Test
    void aPageTakenByAnotherWorkstreamIsRefusedNamingIt() {
        var stream = workstreams.defaultWorkstream();
        var page = FacebookChannel.endpoint(parley.secondPage());
        var address = "/admin/workstreams/" + stream.id() + "/set-up-facebook";
        assertThat(alex.get(address).body()).contains(parley.secondPage());
        parley.part(ChannelInstances.class)
                .setUp(
                        stream.id(),
                        page,
                        InstanceSettings.of(Language.CHINESE, InstanceFeatures.OFF),
                        parley.anyUser());

        var refused =
                alex.post(address, Map.of("step", "summary", "page", page.id(), "language", "en"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("set up in the workstream Facebook");
        assertThat(alex.get(address).body())
                .doesNotContain("value=\"%s\"".formatted(parley.secondPage()));
    }

    @Test
    void theReplyToRefusedFilesCanBeCustomised() {
        var ada = parley.customer("Ada");
        var instance =
                "/admin/workstreams/%s/pages/%s"
                        .formatted(workstreams.defaultWorkstream().id(), parley.page());

        var tooLong = alex.post(instance, wordedAs("長".repeat(501)));
        var saved = alex.post(instance, wordedAs("Please describe the photo to us."));
        ada.sends("image", "https://example.org/a.png");

        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body())
                .contains(
                        "Automatic reply when files are refused is too long. Use at most 500",
                        "長".repeat(501));
        assertThat(saved.statusCode()).isEqualTo(303);
        parley.until(
                "Ada hears",
                () -> ada.received().equals(List.of("Please describe the photo to us.")));
        assertThat(audited("channelInstance.changed")).contains("describe the photo");
    }

    private Map<String, String> wordedAs(String words) {
        var revision =
                parley.part(ChannelInstances.class)
                        .of(FacebookChannel.KIND, parley.page())
                        .orElseThrow()
                        .revision();
        return Map.of(
                "filesRefused",
                words,
                "customerFiles",
                "false",
                "language",
                "en",
                "revision",
                "" + revision);
    }

    @Test
    void copiesGetTheirOwnNames() {
        var stream = workstreams.defaultWorkstream();
        var copy = "/admin/workstreams/" + stream.id() + "/copy";
        assertThat(alex.post(copy, Map.of()).statusCode()).isEqualTo(303);
        assertThat(alex.post(copy, Map.of()).statusCode()).isEqualTo(303);

        assertThat(workstreams.all())
                .extracting(one -> one.name())
                .containsExactly("Copy of Facebook", "Copy of Facebook (2)", "Facebook");
        assertThat(alex.get("/admin/audit?kind=workstream").body())
                .contains("28 days", "Push", "Available, Busy", "Always block")
                .doesNotContain("PT672H", "PUSH", "AVAILABLE", "ALWAYS");
    }

    @Test
    void onlyAdministratorsCanChangeAnything() {
        var sue = parley.desk("Sue", Role.SUPERVISOR, Role.AGENT);

        assertThat(sue.post("/admin/queues/new", Map.of("name", "Mine")).statusCode())
                .isEqualTo(403);
        assertThat(sue.get("/admin/workstreams").statusCode()).isEqualTo(403);
    }

    private String audited(String action) {
        return parley.database()
                .sql(
                        "select after::text from audit_entry where action = ? order by id desc limit 1")
                .param(action)
                .query(String.class)
                .single();
    }
}
