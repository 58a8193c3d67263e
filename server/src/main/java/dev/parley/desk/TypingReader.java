package dev.parley.desk;

import static java.util.stream.Collectors.toMap;

import dev.parley.conversation.ConversationId;
import dev.parley.desk.ColleaguesTyping.Typist;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.TypingView;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Builds what a user sees of colleagues who are typing.
@Component
class TypingReader {
    private static final int MOST_TYPING = 3;

    private final ColleaguesTyping typing;
    private final DisplayNames names;

    TypingReader(ColleaguesTyping typing, DisplayNames names) {
        this.typing = typing;
        this.names = names;
    }

    /// {@return the colleagues who are typing in an open conversation}
    TypingView in(DeskTexts w, SignedIn me, ConversationId conversation) {
        var found = typing.in(List.of(conversation), me.userId(), w.now());
        var users = names.ofUsers(found.stream().map(Typist::user));
        return new TypingView(
                found.stream().limit(MOST_TYPING).map(one -> line(one, users)).toList());
    }

    /// {@return for each of these conversations the colleague who typed last, if any types}
    Map<ConversationId, TypingView.Line> latest(
            DeskTexts w, SignedIn me, Collection<ConversationId> conversations) {
        var found = typing.in(conversations, me.userId(), w.now());
        var users = names.ofUsers(found.stream().map(Typist::user));
        return found.stream()
                .collect(
                        toMap(
                                Typist::conversation,
                                one -> line(one, users),
                                (latest, _) -> latest));
    }

    private static TypingView.Line line(Typist one, Map<UserId, String> users) {
        return new TypingView.Line(users.getOrDefault(one.user(), ""), one.note(), one.until());
    }
}
