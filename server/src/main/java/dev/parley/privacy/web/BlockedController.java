package dev.parley.privacy.web;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.conversation.Blocking;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import dev.parley.privacy.Masking;
import dev.parley.privacy.MaskingDirection;
import dev.parley.privacy.Masks;
import dev.parley.privacy.web.BlockedRows.BlockedRow;
import dev.parley.privacy.web.view.BlockedView;
import dev.parley.privacy.web.view.BlockedView.Line;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of blocked customers, for supervisors, who can lift each block.
@Controller
@RequestMapping(BlockedController.ADDRESS)
class BlockedController {
    static final String ADDRESS = "/supervision/blocked";

    private static final List<String> SORTS = List.of("-at", "customer");
    private static final SavedNotices NOTICES =
            new SavedNotices(Map.of("lifted", "blocking.list.lifted"));

    private final Templates templates;
    private final BlockedRows rows;
    private final Blocking blocking;
    private final Masking masking;

    BlockedController(Templates templates, BlockedRows rows, Blocking blocking, Masking masking) {
        this.templates = templates;
        this.rows = rows;
        this.blocking = blocking;
        this.masking = masking;
    }

    @GetMapping
    JteModel list(PageFrame frame, SignedIn me, @RequestParam Map<String, String> parameters) {
        var listing = Listing.of(ADDRESS, parameters, SORTS);
        var found = rows.list(me, listing.pageRequest());
        var masks = masking.current();
        var lines = found.rows().stream().map(row -> line(frame, masks, row)).toList();
        return templates.privacyBlocked(
                frame,
                new BlockedView(listing, lines, found.all(), NOTICES.text(frame, parameters)));
    }

    @PostMapping("/{block}/lifting")
    Answer lift(SignedIn me, @PathVariable UUID block) {
        blocking.lift(me, block);
        return Answer.redirect(ADDRESS + "?lifted");
    }

    private static Line line(PageFrame frame, Masks masks, BlockedRow row) {
        var name = row.name();
        return new Line(
                row.id(),
                row.conversation(),
                name == null ? frame.text("desk.visitor", String.valueOf(row.visitor())) : name,
                masks.text(row.reason(), MaskingDirection.AGENT),
                row.by(),
                row.at());
    }
}
