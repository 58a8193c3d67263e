package dev.parley.desk;

import dev.parley.conversation.Message.Note;
import dev.parley.desk.view.DeskTexts;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The system lines about colleagues who are asked into a conversation, and about assignments.
final class ConsultLines {
    private static final Set<Note> NOTES =
            Set.of(
                    Note.CONSULT_ASKED,
                    Note.CONSULT_ACCEPTED,
                    Note.CONSULT_DECLINED,
                    Note.CONSULT_MISSED,
                    Note.CONSULT_WITHDRAWN,
                    Note.CONSULT_ENDED,
                    Note.CONSULT_LEFT,
                    Note.PARTICIPANT_ADDED,
                    Note.PARTICIPANT_REMOVED,
                    Note.PARTICIPANT_LEFT,
                    Note.ASSIGNMENT_DECLINED);

    private ConsultLines() {}

    static boolean has(@Nullable Note note) {
        return note != null && NOTES.contains(note);
    }

    /// @param by the name of who did it
    /// @param about the name of the colleague to whom it was done; null for nobody
    static String of(DeskTexts w, Note note, String by, @Nullable String about) {
        return w.texts()
                .text(
                        "consult.line." + note.name().toLowerCase(Locale.ROOT),
                        by,
                        about == null ? "" : about);
    }
}
