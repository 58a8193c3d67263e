package dev.parley.desk;

import dev.parley.conversation.BulkAction;
import dev.parley.conversation.BulkMoves;
import dev.parley.conversation.BulkResult;
import dev.parley.desk.BulkRequests.Asked;
import dev.parley.desk.view.BulkView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Actions on many conversations of a list at once.
@Controller
class BulkController {
    private final Templates templates;
    private final BulkMoves bulk;
    private final BulkSelection selection;
    private final BulkRequests requests;
    private final Clock clock;

    BulkController(
            Templates templates,
            BulkMoves bulk,
            BulkSelection selection,
            BulkRequests requests,
            Clock clock) {
        this.templates = templates;
        this.bulk = bulk;
        this.selection = selection;
        this.requests = requests;
        this.clock = clock;
    }

    /// @param form the action, see [BulkRequests], with `id` for each selected conversation, or
    ///   `all` and the view in `list`
    @PostMapping("/desk/bulk")
    Object apply(PageFrame frame, SignedIn me, @RequestParam MultiValueMap<String, String> form) {
        var w = DeskTexts.of(frame, clock.instant());
        return switch (requests.read(w, me, form)) {
            case Asked.Not(var why) -> TextResponse.of(422, why);
            case Asked.For(var action) -> apply(w, me, action, form);
        };
    }

    private Object apply(
            DeskTexts w, SignedIn me, BulkAction action, MultiValueMap<String, String> form) {
        var chosen = selection.of(w, me, form);
        if (chosen.isEmpty()) {
            return TextResponse.of(422, w.text("bulk.none", BulkMoves.MOST));
        }
        var first = chosen.subList(0, Math.min(chosen.size(), BulkMoves.MOST));
        var result = bulk.apply(action, first, me);
        return templates.deskBulkResult(
                w, view(w, me, action, result, chosen.size() > first.size()));
    }

    @PostMapping("/desk/bulk/{id}/undo")
    Object undo(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var w = DeskTexts.of(frame, clock.instant());
        var result = bulk.undo(id, me);
        var text =
                result.moved() + result.notMoved() == 0
                        ? w.text("bulk.tooLate")
                        : w.text("bulk.undone", result.moved());
        return templates.deskBulkResult(w, bulkView(text, skipped(w, result), result));
    }

    private BulkView view(
            DeskTexts w, SignedIn me, BulkAction action, BulkResult result, boolean more) {
        var moved = requests.done(w, me, action, result.moved());
        var lines = new ArrayList<>(skipped(w, result));
        if (more) {
            lines.add(w.text("bulk.more", BulkMoves.MOST));
        }
        return bulkView(moved, lines, result);
    }

    private static BulkView bulkView(String text, List<String> lines, BulkResult result) {
        var undo = result.undoUntil() == null ? null : result.id();
        return new BulkView(text, lines, undo, result.undoUntil());
    }

    private static List<String> skipped(DeskTexts w, BulkResult result) {
        return result.skipped().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one ->
                        w.text(
                                "bulk.skipped." + one.getKey().name().toLowerCase(Locale.ROOT),
                                one.getValue()))
                .toList();
    }
}
