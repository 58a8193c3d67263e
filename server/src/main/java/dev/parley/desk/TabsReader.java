package dev.parley.desk;

import static java.util.stream.Collectors.toMap;

import dev.parley.conversation.Access;
import dev.parley.conversation.ConversationId;
import dev.parley.desk.WorkRows.WorkRow;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.TabsView;
import dev.parley.desk.view.TabsView.TabView;
import dev.parley.identity.SignedIn;
import dev.parley.workspace.Tabs;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the row of tabs: those conversations that the user may still read.
@Component
class TabsReader {
    private final Tabs tabs;
    private final WorkRows rows;
    private final DisplayNames names;

    TabsReader(Tabs tabs, WorkRows rows, DisplayNames names) {
        this.tabs = tabs;
        this.rows = rows;
        this.names = names;
    }

    /// @param selected the open conversation
    TabsView read(DeskTexts w, SignedIn me, @Nullable UUID selected) {
        var ids = tabs.of(me.userId()).stream().map(ConversationId::value).toList();
        return new TabsView(selected, ids.isEmpty() ? List.of() : views(w, me, ids), tabs.most());
    }

    private List<TabView> views(DeskTexts w, SignedIn me, List<UUID> ids) {
        var readable =
                rows.byIds(ids, me.userId()).stream()
                        .filter(row -> Access.mayReadAll(me) || row.isOpenTo(me.userId()))
                        .collect(toMap(WorkRow::id, row -> row));
        var endpoints = names.ofEndpoints(readable.values().stream().map(WorkRow::endpoint));
        return ids.stream()
                .map(readable::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .map(row ->
                        new TabView(
                                row.id(),
                                Worklist.name(w, row),
                                Worklist.preview(w, row, endpoints, Worklist.isPreviewOf(me, row)),
                                Worklist.isPreviewOf(me, row),
                                me.userId().equals(row.agent()) || row.participates()
                                        ? row.unread()
                                        : 0,
                                row.drafted()))
                .toList();
    }
}
