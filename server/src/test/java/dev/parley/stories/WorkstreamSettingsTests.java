package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.messenger.account.FacebookChannel;
import dev.parley.platform.language.Language;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.QueueChange;
import dev.parley.team.QueueDraft;
import dev.parley.team.Queues;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.DistributionMode;
import dev.parley.workstream.InstanceChange;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.WorkstreamChange;
import dev.parley.workstream.WorkstreamDeletion;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.Workstreams;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What administrators set in workstreams: which is the default, the language of a page, and what
/// happens when two edit at once.
@ExtendWith(TestParleyExtension.class)
class WorkstreamSettingsTests {
    private final TestParley parley;
    private final RoutingSetup setup;
    private final Queues queues;
    private final Workstreams workstreams;
    private final ChannelInstances instances;

    WorkstreamSettingsTests(TestParley parley) {
        this.parley = parley;
        this.setup = new RoutingSetup(parley);
        this.queues = parley.part(Queues.class);
        this.workstreams = parley.part(Workstreams.class);
        this.instances = parley.part(ChannelInstances.class);
    }

    @Test
    void anotherWorkstreamCanBeTheDefault() {
        var ann = parley.agent("Ann");
        var ben = parley.agent("Ben");
        var stream =
                setup.workstream(
                        "Tea", setup.queue("Tea experts", 100, ben), DistributionMode.PUSH);
        instances.delete(
                instances.of(FacebookChannel.KIND, parley.page()).orElseThrow(), parley.anyUser());

        assertThat(workstreams.makeDefault(stream, parley.anyUser())).isTrue();

        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ben.accepts(ada);
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        assertThat(workstreams.delete(stream, parley.anyUser()))
                .isEqualTo(new WorkstreamDeletion.IsDefault());
    }

    @Test
    void theSecondOfTwoAdministratorsGetsAnError() {
        var tea = setup.queue("Tea experts", 100);
        var stream = setup.workstream("Tea", tea, DistributionMode.PUSH);
        var read = workstreams.byId(stream).orElseThrow();
        setup.change(stream, draft -> draft.withName("Tea and cake"));

        assertThat(
                        workstreams.change(
                                stream,
                                read.revision(),
                                WorkstreamDraft.of(read).withName("Coffee"),
                                parley.anyUser()))
                .isInstanceOfSatisfying(
                        WorkstreamChange.Conflict.class,
                        conflict -> assertThat(conflict.now().name()).isEqualTo("Tea and cake"));
        assertThat(
                        workstreams.create(
                                WorkstreamDraft.of(read).withName("TEA AND CAKE"),
                                parley.anyUser()))
                .isEqualTo(new WorkstreamChange.NameTaken());
        var page = FacebookChannel.endpoint(parley.secondPage());
        instances.setUp(
                stream,
                page,
                InstanceSettings.of(Language.CHINESE, InstanceFeatures.OFF),
                parley.anyUser());
        var facebook = workstreams.defaultWorkstream().id();
        assertThat(
                        instances.setUp(
                                facebook,
                                page,
                                InstanceSettings.of(Language.ENGLISH, InstanceFeatures.OFF),
                                parley.anyUser()))
                .isInstanceOfSatisfying(
                        InstanceChange.SetUpIn.class,
                        conflict -> assertThat(conflict.workstream().id()).isEqualTo(stream));
        var queue = queues.byId(tea).orElseThrow();
        var draft = new QueueDraft("Tea", 1, AssignmentMethod.ADVANCED_ROUND_ROBIN, Set.of());
        assertThat(queues.change(tea, queue.revision(), draft, parley.anyUser()))
                .isEqualTo(new QueueChange.Done(tea));
        assertThat(queues.change(tea, queue.revision(), draft, parley.anyUser()))
                .isInstanceOf(QueueChange.Conflict.class);
    }

    @Test
    void aRefusedFileIsAnsweredInTheLanguageOfThePage() {
        var stream = workstreams.defaultWorkstream().id();
        var page = FacebookChannel.endpoint(parley.secondPage());
        instances.setUp(
                stream,
                page,
                InstanceSettings.of(Language.CHINESE, InstanceFeatures.OFF),
                parley.anyUser());
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada").at(parley.secondPage());
        ada.sends("image", "https://example.org/a.png");
        ada.sends("image", "https://example.org/b.png");
        ann.accepts(ada);

        parley.until(
                "Ada gets one reply",
                () -> ada.received().stream().filter(one -> one.contains("無法接收檔案")).count() == 1);

        ann.sees("無法接收檔案");
        assertThat(ann.worklist("mine")).doesNotContain("無法接收檔案");
        assertThat(
                        parley.count(
                                "select count(*) from message where author = 'SYSTEM' and note is null"))
                .isOne();
    }

    /// The other app answers its customers, whatever Parley accepts.
    @Test
    void aFileToAnotherAppIsNotAnswered() {
        instances.setUp(
                workstreams.defaultWorkstream().id(),
                FacebookChannel.endpoint(parley.page()),
                InstanceSettings.of(Language.ENGLISH, InstanceFeatures.OFF),
                parley.anyUser());

        new Meta(parley)
                .overhears(
                        "2402",
                        System.currentTimeMillis(),
                        "'message':{'mid':'m_1','attachments':[{'type':'image','payload':{'url':'https://example.org/a.png'}}]}");
        parley.handled(1);
        parley.settle();

        assertThat(parley.count("select count(*) from message where author = 'CUSTOMER'")).isOne();
        assertThat(
                        parley.count(
                                "select count(*) from message where author = 'SYSTEM' and note is null"))
                .isZero();
    }
}
