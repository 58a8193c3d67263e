package dev.parley.admin;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.EndpointScreens;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SelectOption;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.admin.view.WorkstreamForm;
import dev.parley.admin.view.WorkstreamView;
import dev.parley.admin.view.WorkstreamView.Fact;
import dev.parley.admin.view.WorkstreamView.InstanceLine;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedRows;
import dev.parley.platform.language.DurationTexts;
import dev.parley.platform.language.Keys;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.team.Presence;
import dev.parley.team.QueueId;
import dev.parley.team.Queues;
import dev.parley.workstream.DistributionMode;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WrapUpBlock;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Renders the page of a workstream, which several forms return to.
@Component
class WorkstreamScreen {
    private static final List<String> SORTS = List.of("name", "language", "created", "changed");

    /// The first endpoints that prevent deleting the workstream, independent of the list's search.
    private static final PageRequest FIRST = new PageRequest("", "name", false, Listing.SIZE, 0);

    private final Templates templates;
    private final EndpointRows rows;
    private final AdminChannels channels;
    private final Queues queues;
    private final WorkstreamFacts facts;
    private final UserNames names;

    WorkstreamScreen(
            Templates templates,
            EndpointRows rows,
            AdminChannels channels,
            Queues queues,
            WorkstreamFacts facts,
            UserNames names) {
        this.templates = templates;
        this.rows = rows;
        this.channels = channels;
        this.queues = queues;
        this.facts = facts;
        this.names = names;
    }

    JteModel show(
            PageFrame frame,
            Workstream workstream,
            WorkstreamForm form,
            Map<String, String> parameters,
            Problems problems,
            String notice) {
        var queue = queues.byId(workstream.fallbackQueue()).orElseThrow();
        var listing = Listing.of(WorkstreamScreens.address(workstream.id()), parameters, SORTS);
        var channel = channels.of(workstream.channel());
        var endpoints = channel.names();
        var view =
                new WorkstreamView(
                        workstream,
                        channels.nameOf(workstream.channel()),
                        channel.setUp(frame.t(), workstream.id()),
                        channel.texts(frame.t()),
                        word(frame, workstream.mode()),
                        QueueScreen.name(frame, queue),
                        !queue.isDefault() && queue.members() == 0,
                        listing,
                        lines(frame, workstream, endpoints, listing.pageRequest()),
                        lines(frame, workstream, endpoints, FIRST),
                        inWords(frame, workstream.distribution()),
                        facts.notifications(frame, workstream),
                        facts.timeOutRules(frame, workstream),
                        form,
                        queues(frame, form.queue()),
                        names.made(
                                frame,
                                workstream.createdAt(),
                                workstream.createdBy(),
                                workstream.changedAt(),
                                workstream.changedBy()),
                        problems,
                        notice);
        return templates.adminWorkstreamWorkstream(frame, view);
    }

    /// {@return the queues that can be the fallback queue}
    List<SelectOption> queues(PageFrame frame, String chosen) {
        return queues.all().stream()
                .map(queue ->
                        new SelectOption(
                                queue.id().toString(),
                                QueueScreen.name(frame, queue),
                                queue.id().toString().equals(chosen)))
                .toList();
    }

    static Optional<QueueId> queueId(String typed) {
        return Ids.read(typed).map(QueueId::new);
    }

    static Problems nameTaken(PageFrame frame) {
        return Problems.with("name", frame.text("admin.workstream.nameTaken"));
    }

    static String word(PageFrame frame, DistributionMode mode) {
        return frame.text("admin.workstream.mode." + Keys.word(mode.name()));
    }

    static String word(PageFrame frame, Presence presence) {
        return frame.text("desk.presence." + Keys.word(presence.name()));
    }

    private PagedRows<InstanceLine> lines(
            PageFrame frame,
            Workstream workstream,
            Map<String, String> endpoints,
            PageRequest request) {
        var channel = channels.of(workstream.channel());
        var found = rows.of(workstream.id(), channel.channel(), endpoints, request);
        return new PagedRows<>(
                found.rows().stream().map(one -> line(frame, workstream, channel, one)).toList(),
                found.all());
    }

    private static InstanceLine line(
            PageFrame frame,
            Workstream workstream,
            EndpointScreens channel,
            EndpointRows.SetUp one) {
        var made = one.made();
        return new InstanceLine(
                channel.address(workstream.id(), one.id()),
                one.name(),
                one.language().ownName(),
                channel.switchedOn(frame.t(), one.features()),
                new ChangeInfo(
                        made.createdAt(),
                        name(frame, made.createdBy()),
                        made.changedAt(),
                        name(frame, made.changedBy())));
    }

    private static String name(PageFrame frame, String known) {
        return known.isEmpty() ? frame.text("common.product") : known;
    }

    private static List<Fact> inWords(PageFrame frame, WorkDistribution distribution) {
        return List.of(
                fact(
                        frame,
                        "admin.work.wait",
                        DurationTexts.of(frame.t(), distribution.closeWaitingAfter())),
                fact(
                        frame,
                        "admin.work.capacity",
                        frame.t().count("admin.work.units", distribution.capacity())),
                fact(frame, "admin.work.block", inWords(frame, distribution.wrapUpBlock())),
                fact(
                        frame,
                        "admin.work.presences",
                        distribution.presences().stream()
                                .sorted()
                                .map(presence -> word(frame, presence))
                                .collect(Collectors.joining(frame.text("admin.comma")))),
                fact(
                        frame,
                        "admin.work.same",
                        frame.text(distribution.keepSameAgent() ? "common.yes" : "common.no")),
                fact(
                        frame,
                        "teamwork.disposition",
                        frame.text(
                                "teamwork.disposition.rule."
                                        + Keys.word(distribution.disposition().name()))));
    }

    private static String inWords(PageFrame frame, WrapUpBlock block) {
        return switch (block) {
            case WrapUpBlock.Always() -> frame.text("admin.work.block.always");
            case WrapUpBlock.Custom(var time) ->
                    frame.t().count("admin.work.block.minutes", time.toMinutes());
            case WrapUpBlock.Never() -> frame.text("admin.work.block.never");
        };
    }

    private static Fact fact(PageFrame frame, String label, String words) {
        return new Fact(frame.text(label), words);
    }
}
