package dev.parley.desk;

import dev.parley.conversation.Message.Kind;
import dev.parley.desk.view.Words;
import java.util.Locale;

/// What a message without words is, in a word or two, where one line must do.
final class Gists {
    private Gists() {}

    static String of(Words w, Kind kind, boolean erased) {
        return w.text("gist." + (erased ? Kind.UNSEND : kind).name().toLowerCase(Locale.ROOT));
    }
}
