package dev.parley.desk;

import dev.parley.conversation.Mentions;
import dev.parley.desk.MentionRows.MentionRow;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.MentionsView;
import dev.parley.desk.view.NoteRun;
import dev.parley.desk.view.NoteRun.MentionName;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the list of a user's mentions.
@Component
class MentionsReader {
    private static final int PAGE = 30;
    private static final int LAST_PAGE = 1_000;
    private static final int EXCERPT = 300;

    private final MentionRows rows;
    private final Mentions mentions;
    private final DisplayNames names;

    MentionsReader(MentionRows rows, Mentions mentions, DisplayNames names) {
        this.rows = rows;
        this.mentions = mentions;
        this.names = names;
    }

    /// @param page the first is 1
    MentionsView read(DeskTexts w, SignedIn me, int page) {
        var shown = Math.clamp(page, 1, LAST_PAGE);
        var found = rows.page(me, (shown - 1) * PAGE, PAGE + 1);
        var users = names.ofUsers(found.stream().map(MentionRow::author));
        return new MentionsView(
                found.stream().limit(PAGE).map(row -> view(w, row, users)).toList(),
                shown,
                found.size() > PAGE && shown < LAST_PAGE,
                mentions.unread(me));
    }

    private static MentionsView.Row view(DeskTexts w, MentionRow row, Map<UserId, String> users) {
        var author = row.author();
        return new MentionsView.Row(
                row.note(),
                author == null ? "" : users.getOrDefault(author, ""),
                CustomerNames.name(w, row.customerName(), row.visitor()),
                row.number(),
                row.at(),
                text(row),
                row.unread());
    }

    private static @Nullable List<NoteRun> text(MentionRow row) {
        return row.text() == null
                ? null
                : NoteRun.of(excerpt(row.text()), List.of(new MentionName(row.mention(), true)));
    }

    private static String excerpt(String text) {
        var end =
                text.offsetByCodePoints(
                        0, Math.min(EXCERPT, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }
}
