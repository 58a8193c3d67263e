package dev.parley.desk;

import dev.parley.conversation.ConversationTags;
import dev.parley.conversation.ConversationTags.Result;
import dev.parley.desk.view.DeskTexts;
import dev.parley.tag.TagName;
import dev.parley.tag.Tags;

/// Why a tag was not added, in a sentence.
final class TagTexts {
    private TagTexts() {}

    static String refusal(DeskTexts w, Result result) {
        return switch (result) {
            case DONE -> throw new IllegalArgumentException("It was added");
            case NOT_VALID -> w.texts().text("tag.notValid", TagName.LONGEST);
            case NOT_CREATED -> w.texts().text("tag.notCreated");
            case TOO_MANY -> w.texts().text("tag.tooMany", Tags.MOST);
            case FULL -> w.texts().text("tag.full", ConversationTags.MOST);
            case GONE -> w.texts().text("tag.gone");
            case NOT_ALLOWED -> w.text("refused.notOpen");
        };
    }
}
