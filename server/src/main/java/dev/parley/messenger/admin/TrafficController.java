package dev.parley.messenger.admin;

import dev.parley.admin.kit.Listing;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.admin.view.TrafficView;
import dev.parley.messenger.catchup.CatchUp;
import dev.parley.outbox.Outbox;
import dev.parley.outbox.SendBlocks;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Whether each page sends and receives.
@Controller
@RequestMapping(TrafficController.ADDRESS)
class TrafficController {
    static final String ADDRESS = "/admin/traffic";
    private static final List<String> SORTS = List.of("state", "name");

    /// How long a problem remains visible after it last occurred.
    private static final Duration SHOWN = Duration.ofDays(1);

    private final Templates templates;
    private final Outbox outbox;
    private final SendBlocks blocks;
    private final CatchUp catchUp;
    private final FacebookPages pages;
    private final Clock clock;

    TrafficController(
            Templates templates,
            Outbox outbox,
            SendBlocks blocks,
            CatchUp catchUp,
            FacebookPages pages,
            Clock clock) {
        this.templates = templates;
        this.outbox = outbox;
        this.blocks = blocks;
        this.catchUp = catchUp;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    JteModel list(PageFrame frame, @RequestParam Map<String, String> asked) {
        var listing = Listing.of(ADDRESS, asked, SORTS);
        var now = clock.instant();
        var words =
                new TrafficTexts(
                        frame.t(),
                        now,
                        blocks.active(now, now.minus(SHOWN)).stream()
                                .filter(one -> FacebookChannel.isFacebook(one.endpoint()))
                                .toList(),
                        outbox.backlog().stream()
                                .filter(one -> FacebookChannel.isFacebook(one.endpoint()))
                                .toList(),
                        catchUp.pages());
        return templates.messengerTraffic(
                frame,
                new TrafficView(
                        listing,
                        words.of(pages.names(), listing.pageRequest()),
                        notice(frame, asked)));
    }

    private static String notice(PageFrame frame, Map<String, String> asked) {
        if (asked.containsKey("triedAgain")) {
            return frame.text("facebook.traffic.triedAgain");
        }
        return asked.containsKey("asked") ? frame.text("facebook.traffic.asked") : "";
    }
}
