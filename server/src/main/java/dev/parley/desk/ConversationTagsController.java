package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.ConversationTags;
import dev.parley.conversation.ConversationTags.Result;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.TagChoicesView;
import dev.parley.desk.view.TagChoicesView.TagChoice;
import dev.parley.identity.SignedIn;
import dev.parley.platform.FoldedText;
import dev.parley.platform.web.PageFrame;
import dev.parley.tag.Tag;
import dev.parley.tag.TagId;
import dev.parley.tag.Tags;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The tags of a conversation, and those that can be chosen.
@Controller
class ConversationTagsController {
    private final Templates templates;
    private final ConversationAccess access;
    private final ConversationTags conversationTags;
    private final Tags tags;
    private final Clock clock;

    ConversationTagsController(
            Templates templates,
            ConversationAccess access,
            ConversationTags conversationTags,
            Tags tags,
            Clock clock) {
        this.templates = templates;
        this.access = access;
        this.conversationTags = conversationTags;
        this.tags = tags;
        this.clock = clock;
    }

    @GetMapping("/desk/conversations/{id}/tags")
    JteModel ofConversation(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var conversation = access.require(id, me);
        return choices(frame, conversationTags.of(conversation.id()), tags.mayCreate(me));
    }

    /// The choices for many conversations.
    ///
    /// @param remove whether the tag is removed from them; then it must exist
    @GetMapping("/desk/bulk/tags")
    JteModel ofMany(
            PageFrame frame, SignedIn me, @RequestParam(defaultValue = "false") boolean remove) {
        return choices(frame, List.of(), !remove && tags.mayCreate(me));
    }

    @PostMapping("/desk/conversations/{id}/tags")
    ResponseEntity<String> add(
            PageFrame frame, SignedIn me, @PathVariable UUID id, @RequestParam String tag) {
        access.require(id, me);
        return response(frame, conversationTags.add(me, new ConversationId(id), tag));
    }

    @DeleteMapping("/desk/conversations/{id}/tags/{tag}")
    ResponseEntity<String> remove(
            PageFrame frame, SignedIn me, @PathVariable UUID id, @PathVariable UUID tag) {
        access.require(id, me);
        return response(frame, conversationTags.remove(me, new ConversationId(id), new TagId(tag)));
    }

    private ResponseEntity<String> response(PageFrame frame, Result result) {
        return switch (result) {
            case DONE -> ResponseEntity.noContent().build();
            case NOT_VALID, NOT_CREATED, TOO_MANY, FULL, GONE ->
                    TextResponse.of(422, TagTexts.refusal(words(frame), result));
            case NOT_ALLOWED -> TextResponse.of(404, TagTexts.refusal(words(frame), result));
        };
    }

    private JteModel choices(PageFrame frame, List<Tag> chosen, boolean mayCreate) {
        return templates.deskTagChoices(
                words(frame),
                new TagChoicesView(
                        chosen.stream().map(ConversationTagsController::choice).toList(),
                        tags.all().stream()
                                .filter(tag -> !chosen.contains(tag))
                                .map(ConversationTagsController::choice)
                                .toList(),
                        mayCreate));
    }

    private static TagChoice choice(Tag tag) {
        return new TagChoice(tag.id().value(), tag.name(), FoldedText.of(tag.name()));
    }

    private DeskTexts words(PageFrame frame) {
        return DeskTexts.of(frame, clock.instant());
    }
}
