package dev.parley.admin;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.view.WorkstreamsView;
import dev.parley.platform.web.PageFrame;
import dev.parley.team.Queue;
import dev.parley.team.Queues;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.Workstreams;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of workstreams.
@Controller
@RequestMapping("/admin/workstreams")
class WorkstreamsController {
    private static final List<String> SORTS =
            List.of("name", "mode", "queue", "endpoints", "created", "-changed");

    private final Templates templates;
    private final Workstreams workstreams;
    private final ChannelInstances instances;
    private final Queues queues;
    private final AdminChannels channels;
    private final UserNames names;

    WorkstreamsController(
            Templates templates,
            Workstreams workstreams,
            ChannelInstances instances,
            Queues queues,
            AdminChannels channels,
            UserNames names) {
        this.templates = templates;
        this.workstreams = workstreams;
        this.instances = instances;
        this.queues = queues;
        this.channels = channels;
        this.names = names;
    }

    @GetMapping
    JteModel list(PageFrame frame, @RequestParam Map<String, String> parameters) {
        var listing = Listing.of("/admin/workstreams", parameters, SORTS);
        var found = workstreams.list(listing.pageRequest());
        var userNames =
                names.of(
                        found.rows().stream()
                                .flatMap(one -> Stream.of(one.createdBy(), one.changedBy()))
                                .toList());
        var pages = instances.counts();
        var fallbacks =
                queues.all().stream()
                        .collect(
                                Collectors.toMap(
                                        Queue::id, queue -> QueueScreen.name(frame, queue)));
        var lines =
                found.rows().stream()
                        .map(one ->
                                new WorkstreamsView.Line(
                                        one,
                                        channels.nameOf(one.channel()),
                                        WorkstreamScreen.word(frame, one.mode()),
                                        fallbacks.getOrDefault(one.fallbackQueue(), ""),
                                        pages.getOrDefault(one.id(), 0),
                                        UserNames.made(
                                                frame,
                                                userNames,
                                                one.createdAt(),
                                                one.createdBy(),
                                                one.changedAt(),
                                                one.changedBy())))
                        .toList();
        var notice =
                parameters.containsKey("deleted") ? frame.text("admin.workstream.deleted") : "";
        return templates.adminWorkstreamWorkstreams(
                frame, new WorkstreamsView(listing, lines, found.all(), notice));
    }
}
