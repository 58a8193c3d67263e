package dev.parley.desk;

import dev.parley.channel.Content;
import dev.parley.channel.Content.Handover;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Note;
import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.UserId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The system lines of a timeline: what happened, in one sentence.
///
/// @param endpointName shown as the author when the company's side acted outside of Parley
/// @param users the names of the users who acted
record SystemLines(String customerName, String endpointName, Map<UserId, String> users) {
    String of(DeskTexts w, Message message) {
        if (message.note() == Note.TIMED_OUT) {
            return TimeOutReader.line(w, message);
        }
        if (ConsultLines.has(message.note())) {
            return ConsultLines.of(
                    w,
                    Objects.requireNonNull(message.note()),
                    nameOf(message.agent()),
                    message.text());
        }
        return switch (message.content()) {
            case Handover handover -> handover(w, handover, message.agent());
            case Content.Text(var text) when message.note() == Note.CHANNEL_NOTICE -> text;
            case Content.Text(var number) when message.note() == Note.STARTED_AGAIN ->
                    w.text("note.started_again", nameOf(message.agent()), number);
            case Content.Text(var former) when message.note() == Note.TAKEN_OVER ->
                    w.text("note.taken_over", nameOf(message.agent()), former);
            case Content.Text(var names) when message.note() == Note.DISPOSITION_CHOSEN ->
                    w.text("note.disposition_chosen.as", nameOf(message.agent()), named(w, names));
            case Content.Text(var tag) when message.note() == Note.TAG_ADDED ->
                    w.text("note.tag_added.as", nameOf(message.agent()), tag);
            case Content.Text(var tag) when message.note() == Note.TAG_REMOVED ->
                    w.text("note.tag_removed.as", nameOf(message.agent()), tag);
            case Content.Text(var by) when message.note() == Note.ASSIGNED ->
                    w.text("note.assigned_by", by, nameOf(message.agent()));
            case Content.Text(var by) when message.note() == Note.RELEASED ->
                    w.text("note.released_by", by);
            case Content.Text(var target) when message.note() == Note.TRANSFERRED ->
                    w.text(
                            "note.transferred",
                            nameOf(message.agent()),
                            target.isEmpty() ? w.text("queue.default") : target);
            case Content.Text(var reason) when message.note() == Note.BLOCKED ->
                    w.texts().text("blocking.line", nameOf(message.agent()), reason);
            case Content.Reaction(var emoji) ->
                    emoji == null
                            ? w.text("line.unreacted", who(message))
                            : w.text("line.reacted", who(message), emoji);
            case null, default -> plain(w, message);
        };
    }

    private String plain(DeskTexts w, Message message) {
        var note = message.note();
        if (note == Note.TAKEN_OVER) {
            return w.text("note.taken", nameOf(message.agent()));
        }
        if (note == Note.BLOCKED) {
            return w.texts().text("blocking.line.erased", nameOf(message.agent()));
        }
        if (note == Note.TIME_OUTS_PAUSED) {
            return w.texts().text("timeout.line.paused", nameOf(message.agent()));
        }
        if (note == Note.TIME_OUTS_RESUMED) {
            return w.texts().text("timeout.line.resumed", nameOf(message.agent()));
        }
        if (note == Note.UNBLOCKED) {
            return w.texts().text("blocking.line.lifted", nameOf(message.agent()));
        }
        return note == null
                ? w.text("line." + word(message.kind()), who(message))
                : w.text("note." + word(note), nameOf(message.agent()));
    }

    /// @param names in English and in Chinese, on two lines
    private static String named(DeskTexts w, String names) {
        var each = names.split("\n", 2);
        return switch (w.texts().language()) {
            case ENGLISH -> each[0];
            case CHINESE -> each[each.length - 1];
        };
    }

    private String handover(DeskTexts w, Handover handover, @Nullable UserId by) {
        var move = word(handover.move());
        var to = handover.to();
        return by == null
                ? w.text(
                        "handover." + move + (Party.PARLEY.equals(to) ? ".parley" : ""),
                        party(w, to))
                : w.text("handover." + move + ".by", nameOf(by), party(w, to));
    }

    static String party(DeskTexts w, @Nullable Party party) {
        if (party == null) {
            return w.text("party.app");
        }
        return party.app() == null
                ? w.text("party." + word(party.kind()))
                : w.text("party.app.named", party.app());
    }

    private String who(Message message) {
        return message.isInbound() ? customerName : endpointName;
    }

    private String nameOf(@Nullable UserId user) {
        return user == null ? "" : users.getOrDefault(user, "");
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
