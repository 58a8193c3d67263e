package dev.parley.conversation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.Content;
import dev.parley.conversation.Conversation.WrapUp;
import dev.parley.conversation.Message.Note;
import dev.parley.identity.SignedIn;
import dev.parley.workstream.DispositionCode;
import dev.parley.workstream.DispositionCodeId;
import dev.parley.workstream.DispositionCodes;
import dev.parley.workstream.DispositionRule;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What came of conversations: the disposition code that an agent chooses in wrap-up. The
/// conversation keeps it when the customer writes again; its agent can choose another one then.
@Component
public class Dispositions {
    private final DispositionRows rows;
    private final DispositionCodes codes;
    private final Workstreams workstreams;
    private final Conversations conversations;
    private final ConversationUpdates updates;
    private final Clock clock;

    Dispositions(
            DispositionRows rows,
            DispositionCodes codes,
            Workstreams workstreams,
            Conversations conversations,
            ConversationUpdates updates,
            Clock clock) {
        this.rows = rows;
        this.codes = codes;
        this.workstreams = workstreams;
        this.conversations = conversations;
        this.updates = updates;
        this.clock = clock;
    }

    /// Chooses a code, instead of the one that was chosen before.
    ///
    /// @param code null to remove it
    /// @return false if this code cannot be chosen any more
    /// @throws ConversationConflict when the conversation is not in this agent's wrap-up
    @Transactional
    public boolean choose(SignedIn me, ConversationId id, @Nullable DispositionCodeId code) {
        var conversation =
                conversations
                        .lock(id)
                        .filter(found -> isToBeChosen(found, me))
                        .orElseThrow(() ->
                                new ConversationConflict(
                                        "Conversation %s is not in wrap-up of %s"
                                                .formatted(id.value(), me.userId().value())));
        var chosen = code == null ? null : codes.byId(code).orElse(null);
        if (code != null && (chosen == null || !chosen.content().active())) {
            return false;
        }
        if (!rows.of(id).equals(Optional.ofNullable(code))) {
            rows.set(id, code);
            note(conversation, chosen, me);
        }
        return true;
    }

    private void note(Conversation conversation, @Nullable DispositionCode chosen, SignedIn me) {
        var now = clock.instant();
        if (chosen == null) {
            updates.addNote(conversation, Note.DISPOSITION_REMOVED, me.userId(), null, now);
        } else {
            var name = chosen.content();
            updates.addNote(
                    conversation,
                    Note.DISPOSITION_CHOSEN,
                    me.userId(),
                    new Content.Text(name.english() + "\n" + name.chinese()),
                    now);
        }
        updates.changed(conversation, false);
    }

    /// {@return what this user can choose from now; empty when there is nothing to choose}
    public Optional<Choice> choice(Conversation conversation, SignedIn me) {
        if (!isToBeChosen(conversation, me)) {
            return Optional.empty();
        }
        var rule = ruleFor(conversation);
        var offered = rule == DispositionRule.OFF ? List.<DispositionCode>of() : codes.active();
        return offered.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Choice(
                                offered,
                                rows.of(conversation.id()).orElse(null),
                                rule == DispositionRule.REQUIRED));
    }

    /// {@return the codes of those of these conversations that have one}
    public Map<ConversationId, DispositionCode> of(Collection<ConversationId> ids) {
        var chosen = ids.isEmpty() ? Map.<ConversationId, DispositionCodeId>of() : rows.of(ids);
        if (chosen.isEmpty()) {
            return Map.of();
        }
        var known =
                codes.byIds(chosen.values()).stream()
                        .collect(toMap(DispositionCode::id, identity()));
        return chosen.entrySet().stream()
                .filter(one -> known.containsKey(one.getValue()))
                .collect(toMap(Map.Entry::getKey, one -> known.get(one.getValue())));
    }

    /// @throws DispositionMissing when the agent must choose a code first
    void mustAllowClosing(Conversation conversation) {
        if (!allowsClosing(conversation)) {
            throw new DispositionMissing(conversation.id());
        }
    }

    /// {@return whether agents are asked for a code in conversations like this one}
    public boolean asksFor(Conversation conversation) {
        return ruleFor(conversation) != DispositionRule.OFF;
    }

    /// {@return false when the agent must choose a code first}
    public boolean allowsClosing(Conversation conversation) {
        return ruleFor(conversation) != DispositionRule.REQUIRED
                || rows.of(conversation.id()).isPresent()
                || codes.active().isEmpty();
    }

    private DispositionRule ruleFor(Conversation conversation) {
        return workstreams
                .handlingOf(conversation.details().address().at())
                .workstream()
                .distribution()
                .disposition();
    }

    private static boolean isToBeChosen(Conversation conversation, SignedIn me) {
        return conversation instanceof WrapUp wrapUp
                && Access.mayAct(me)
                && wrapUp.agent().equals(me.userId());
    }

    /// What an agent can choose from.
    ///
    /// @param codes at least one, at most [DispositionCodes#MOST_ACTIVE]
    /// @param chosen null while none is
    /// @param required whether the conversation cannot be closed without one
    public record Choice(
            List<DispositionCode> codes, @Nullable DispositionCodeId chosen, boolean required) {
        public Choice {
            codes = List.copyOf(codes);
        }
    }
}
