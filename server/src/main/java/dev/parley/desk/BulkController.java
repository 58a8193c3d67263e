package dev.parley.desk;

import dev.parley.conversation.BulkAction;
import dev.parley.conversation.BulkMoves;
import dev.parley.conversation.BulkResult;
import dev.parley.conversation.Snoozing;
import dev.parley.desk.view.BulkView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.FilterField;
import dev.parley.desk.view.SnoozeTime;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
    private final DisplayNames names;
    private final Clock clock;

    BulkController(
            Templates templates,
            BulkMoves bulk,
            BulkSelection selection,
            DisplayNames names,
            Clock clock) {
        this.templates = templates;
        this.bulk = bulk;
        this.selection = selection;
        this.names = names;
        this.clock = clock;
    }

    /// @param action `assign`, `snooze` or `close`
    /// @param agent to whom they are assigned: an id, or the user themselves
    /// @param until as for one conversation
    /// @param form with `id` for each selected conversation, or `all` and the view in `list`
    @PostMapping("/desk/bulk")
    Object apply(
            PageFrame frame,
            SignedIn me,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String agent,
            @RequestParam(defaultValue = "") String until,
            @RequestParam MultiValueMap<String, String> form) {
        var w = DeskTexts.of(frame, clock.instant());
        var what = action(w, me, action, agent, until);
        if (what.isEmpty()) {
            return TextResponse.of(
                    422, w.text(action.equals("snooze") ? "snooze.impossible" : "bulk.noAgent"));
        }
        var chosen = selection.of(w, me, form);
        if (chosen.isEmpty()) {
            return TextResponse.of(422, w.text("bulk.none", BulkMoves.MOST));
        }
        var first = chosen.subList(0, Math.min(chosen.size(), BulkMoves.MOST));
        var result = bulk.apply(what.get(), first, me);
        return templates.deskBulkResult(
                w, view(w, me, what.get(), result, chosen.size() > first.size()));
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

    private Optional<BulkAction> action(
            DeskTexts w, SignedIn me, String action, String agent, String until) {
        return switch (action) {
            case "assign" ->
                    (agent.equals(FilterField.ME)
                                    ? Optional.of(me.userId())
                                    : Ids.read(agent).map(UserId::new))
                            .map(BulkAction.Assign::new);
            case "snooze" ->
                    SnoozeTime.read(until, w.now(), w.texts().zone())
                            .filter(time -> Snoozing.isPossible(time, w.now()))
                            .map(BulkAction.Snooze::new);
            case "close" -> Optional.of(new BulkAction.Close());
            default -> Optional.empty();
        };
    }

    private BulkView view(
            DeskTexts w, SignedIn me, BulkAction action, BulkResult result, boolean more) {
        var moved =
                switch (action) {
                    case BulkAction.Assign(var agent) when agent.equals(me.userId()) ->
                            w.text("bulk.taken", result.moved());
                    case BulkAction.Assign(var agent) ->
                            w.text("bulk.assigned", nameOf(agent), result.moved());
                    case BulkAction.Snooze _ -> w.text("bulk.snoozed", result.moved());
                    case BulkAction.Close() -> w.text("bulk.closed", result.moved());
                };
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

    private String nameOf(UserId agent) {
        return names.ofUsers(Stream.of(agent)).getOrDefault(agent, "");
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
