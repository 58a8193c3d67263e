package dev.parley.desk;

import dev.parley.attachment.UploadRules;
import dev.parley.attachment.WaitingUploads;
import dev.parley.conversation.ConversationRules;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.ComposerStateView;
import dev.parley.desk.view.ComposerView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.DraftView;
import dev.parley.desk.view.TypingView;
import dev.parley.desk.view.UploadView;
import dev.parley.workspace.DraftKey;
import dev.parley.workspace.DraftMode;
import dev.parley.workspace.Drafts;
import java.util.List;
import org.springframework.stereotype.Component;

/// Builds the composer of an open conversation: whether the agent may write, and what.
@Component
class ComposerReader {
    private final ConversationRules rules;
    private final UploadRules uploadRules;
    private final WaitingUploads waitingUploads;
    private final Drafts drafts;
    private final TypingReader typing;

    ComposerReader(
            ConversationRules rules,
            UploadRules uploadRules,
            WaitingUploads waitingUploads,
            Drafts drafts,
            TypingReader typing) {
        this.rules = rules;
        this.uploadRules = uploadRules;
        this.waitingUploads = waitingUploads;
        this.drafts = drafts;
        this.typing = typing;
    }

    ComposerView read(DeskTexts w, Opened opened) {
        var allowed = rules.of(opened.conversation());
        return new ComposerView(
                opened.conversation().id().value(),
                CustomerNames.name(w, opened),
                state(w, opened),
                draft(opened, DraftMode.REPLY),
                draft(opened, DraftMode.NOTE),
                allowed.texts(),
                allowed.files().sent().file(),
                uploadRules.mayAttach(opened.conversation()),
                waiting(opened),
                typing(w, opened));
    }

    /// What this user has typed and not sent or added yet.
    DraftView draft(Opened opened, DraftMode mode) {
        var key = new DraftKey(opened.me().userId(), opened.conversation().id(), mode);
        return DraftView.of(mode, drafts.of(key));
    }

    /// Who else types in it now.
    TypingView typing(DeskTexts w, Opened opened) {
        return typing.in(w, opened.me(), opened.conversation().id());
    }

    /// Whether the agent may write now.
    static ComposerStateView state(DeskTexts w, Opened opened) {
        return new ComposerStateView(
                ReplyWindows.view(opened.window()),
                opened.mayAct() ? ReplyWindows.closedReason(w, opened) : w.text("shut.reader"));
    }

    private List<UploadView> waiting(Opened opened) {
        var files = waitingUploads.of(opened.conversation().id(), opened.me().userId());
        return files.stream().map(UploadView::of).toList();
    }
}
