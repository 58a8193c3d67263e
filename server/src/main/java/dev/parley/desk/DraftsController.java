package dev.parley.desk;

import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationRules;
import dev.parley.conversation.InternalNotes;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.platform.web.PageFrame;
import dev.parley.workspace.DraftContent;
import dev.parley.workspace.DraftKey;
import dev.parley.workspace.DraftMode;
import dev.parley.workspace.Drafts;
import dev.parley.workspace.Drafts.Typed;
import dev.parley.workspace.SaveLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Stores what agents type before they send it.
@Controller
class DraftsController {
    /// How many earlier revisions one request may name.
    private static final int MOST_BASE_REVISIONS = 10;

    private static final Duration MOST_AGE = Duration.ofDays(14);
    private final ConversationAccess access;
    private final ConversationRules rules;
    private final Drafts drafts;
    private final SaveLimit limit;
    private final Clock clock;

    DraftsController(
            ConversationAccess access,
            ConversationRules rules,
            Drafts drafts,
            SaveLimit limit,
            Clock clock) {
        this.access = access;
        this.rules = rules;
        this.drafts = drafts;
        this.limit = limit;
        this.clock = clock;
    }

    /// Answers 204 when the page shows the draft as it is stored now, and 200 when something else
    /// was typed in another window, which the page then requests.
    ///
    /// @param age how many milliseconds ago it was typed, because clocks of browsers are wrong
    /// @param form all parameters again: a list parameter would be split at commas
    @PostMapping("/desk/conversations/{id}/drafts/{word}")
    ResponseEntity<String> save(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String word,
            @RequestParam String text,
            @RequestParam UUID revision,
            @RequestParam(defaultValue = "0") long age,
            @RequestParam(required = false) @Nullable UUID replyTo,
            @RequestParam MultiValueMap<String, String> form) {
        var conversation = access.require(id, me);
        var mode = DraftMode.of(word);
        if (mode.isEmpty()) {
            return ResponseEntity.status(404).build();
        }
        if (mode.get() == DraftMode.REPLY && !Access.mayAct(me)) {
            return ResponseEntity.status(403).build();
        }
        if (!limit.allows(me.userId(), clock.instant())) {
            return ResponseEntity.status(429).build();
        }
        var content = new DraftContent(text, replyTo, form.getOrDefault("replyButton", List.of()));
        if (!fits(conversation, mode.get(), content)) {
            return TextResponse.of(422, frame.text("desk.draft.tooLong"));
        }
        var key = new DraftKey(me.userId(), conversation.id(), mode.get());
        var typed = new Typed(revision, content, typedAt(age));
        return drafts.save(key, revisions(form, "base"), typed)
                ? ResponseEntity.noContent().build()
                : TextResponse.of(200, "");
    }

    @DeleteMapping("/desk/drafts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(SignedIn me, @PathVariable UUID id) {
        drafts.discardReplaced(me.userId(), id);
    }

    /// {@return the revisions in this field; values that are not valid are ignored}
    static List<UUID> revisions(MultiValueMap<String, String> form, String field) {
        return form.getOrDefault(field, List.of()).stream()
                .limit(MOST_BASE_REVISIONS)
                .flatMap(text -> Ids.read(text).stream())
                .toList();
    }

    private boolean fits(Conversation conversation, DraftMode mode, DraftContent content) {
        if (mode == DraftMode.NOTE) {
            return content.text().length() <= InternalNotes.LONGEST
                    && content.replyButtons().isEmpty();
        }
        var allowed = rules.of(conversation).texts();
        return content.text().length() <= allowed.longestDraft()
                && content.replyButtons().size() <= allowed.mostButtons()
                && content.replyButtons().stream()
                        .allMatch(title -> title.length() <= allowed.longestButton());
    }

    private Instant typedAt(long age) {
        return clock.instant().minusMillis(Math.clamp(age, 0, MOST_AGE.toMillis()));
    }
}
