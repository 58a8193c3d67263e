package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.platform.language.Language;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.QueueChange;
import dev.parley.team.QueueDraft;
import dev.parley.team.Queues;
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
@ExtendWith(HouseExtension.class)
class WorkstreamSettingsTests {
    private final House house;
    private final RoutingSetup setup;
    private final Queues queues;
    private final Workstreams workstreams;
    private final ChannelInstances instances;

    WorkstreamSettingsTests(House house) {
        this.house = house;
        this.setup = new RoutingSetup(house);
        this.queues = house.part(Queues.class);
        this.workstreams = house.part(Workstreams.class);
        this.instances = house.part(ChannelInstances.class);
    }

    @Test
    void anotherWorkstreamCanBeTheDefault() {
        var ann = house.agent("Ann");
        var ben = house.agent("Ben");
        var stream =
                setup.workstream(
                        "Tea", setup.queue("Tea experts", 100, ben), DistributionMode.PUSH);
        instances.delete(
                instances.of(FacebookChannel.KIND, house.page()).orElseThrow(), house.anyUser());

        assertThat(workstreams.makeDefault(stream, house.anyUser())).isTrue();

        var ada = house.customer("Ada");
        ada.writes("Hello");
        ben.accepts(ada);
        house.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        assertThat(workstreams.delete(stream, house.anyUser()))
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
                                house.anyUser()))
                .isInstanceOfSatisfying(
                        WorkstreamChange.Conflict.class,
                        conflict -> assertThat(conflict.now().name()).isEqualTo("Tea and cake"));
        assertThat(
                        workstreams.create(
                                WorkstreamDraft.of(read).withName("TEA AND CAKE"), house.anyUser()))
                .isEqualTo(new WorkstreamChange.NameTaken());
        var page = FacebookChannel.endpoint(house.secondPage());
        instances.setUp(
                stream,
                page,
                InstanceSettings.of(Language.CHINESE, InstanceFeatures.OFF),
                house.anyUser());
        var facebook = workstreams.defaultWorkstream().id();
        assertThat(
                        instances.setUp(
                                facebook,
                                page,
                                InstanceSettings.of(Language.ENGLISH, InstanceFeatures.OFF),
                                house.anyUser()))
                .isInstanceOfSatisfying(
                        InstanceChange.SetUpIn.class,
                        conflict -> assertThat(conflict.workstream().id()).isEqualTo(stream));
        var queue = queues.byId(tea).orElseThrow();
        var draft = new QueueDraft("Tea", 1, AssignmentMethod.ADVANCED_ROUND_ROBIN, Set.of());
        assertThat(queues.change(tea, queue.revision(), draft, house.anyUser()))
                .isEqualTo(new QueueChange.Done(tea));
        assertThat(queues.change(tea, queue.revision(), draft, house.anyUser()))
                .isInstanceOf(QueueChange.Conflict.class);
    }

    @Test
    void aRefusedFileIsAnsweredInTheLanguageOfThePage() {
        var stream = workstreams.defaultWorkstream().id();
        var page = FacebookChannel.endpoint(house.secondPage());
        instances.setUp(
                stream,
                page,
                InstanceSettings.of(Language.CHINESE, InstanceFeatures.OFF),
                house.anyUser());
        var ann = house.agent("Ann");
        var ada = house.customer("Ada").at(house.secondPage());
        ada.sends("image", "https://example.org/a.png");
        ada.sends("image", "https://example.org/b.png");
        ann.accepts(ada);

        house.until(
                "Ada gets one reply",
                () -> ada.received().stream().filter(one -> one.contains("無法接收檔案")).count() == 1);

        ann.sees("無法接收檔案");
        assertThat(ann.worklist("mine")).doesNotContain("無法接收檔案");
        assertThat(
                        house.count(
                                "select count(*) from message where author = 'SYSTEM' and note is null"))
                .isOne();
    }
}
