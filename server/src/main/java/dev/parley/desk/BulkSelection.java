package dev.parley.desk;

import dev.parley.conversation.BulkMoves;
import dev.parley.conversation.ConversationId;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.ListOrder;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Reads for which conversations a bulk action is requested: those that are selected, or all of a
/// view.
@Component
class BulkSelection {
    private final ListViews views;
    private final WorkRows rows;

    BulkSelection(ListViews views, WorkRows rows) {
        this.views = views;
        this.rows = rows;
    }

    /// {@return the conversations, at most one more than an action may have; none if the form is
    /// not valid}
    List<ConversationId> of(DeskTexts w, SignedIn me, MultiValueMap<String, String> form) {
        if (form.containsKey("all")) {
            var view = views.read(w, me, ListViews.safe(form.getFirst("list")));
            var order = ListOrder.of(form.getFirst("sort"));
            return view.hasProblem()
                    ? List.of()
                    : rows.ids(view.filter(), order, me, w.now(), BulkMoves.MOST + 1);
        }
        var ids = Objects.requireNonNullElse(form.get("id"), List.<String>of());
        return ids.size() > BulkMoves.MOST
                ? List.of()
                : ids.stream()
                        .flatMap(id -> Ids.read(id).stream())
                        .distinct()
                        .map(ConversationId::new)
                        .toList();
    }
}
