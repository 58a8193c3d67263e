package dev.parley.desk;

import dev.parley.conversation.Message.Kind;
import dev.parley.desk.view.DeskTexts;
import java.util.Locale;

/// A one-line description of a message without text.
final class MessagePreviews {
    private MessagePreviews() {}

    static String of(DeskTexts w, Kind kind, boolean erased) {
        return w.text("preview." + (erased ? Kind.UNSEND : kind).name().toLowerCase(Locale.ROOT));
    }
}
