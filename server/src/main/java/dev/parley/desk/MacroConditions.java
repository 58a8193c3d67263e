package dev.parley.desk;

import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.ConversationRules;
import dev.parley.conversation.Dispositions;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import dev.parley.engagement.SlugText;
import dev.parley.engagement.SlugValues;
import dev.parley.engagement.macro.MacroStep;
import dev.parley.engagement.macro.StepTargetReader;
import dev.parley.engagement.macro.StepTargets;
import dev.parley.identity.UserId;
import dev.parley.platform.web.PageFrame;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Whether the steps of macros are possible in a conversation, with nothing done. They are under
/// the same conditions as the agent's own actions. As only the last step takes the conversation
/// from the agent, each step is checked against the conversation as it is now.
@Component
class MacroConditions {
    private final MacroMessages messages;
    private final ConversationRules rules;
    private final Dispositions dispositions;
    private final StepTargetReader stepTargets;
    private final TransferTargets transferTargets;

    MacroConditions(
            MacroMessages messages,
            ConversationRules rules,
            Dispositions dispositions,
            StepTargetReader stepTargets,
            TransferTargets transferTargets) {
        this.messages = messages;
        this.rules = rules;
        this.dispositions = dispositions;
        this.stepTargets = stepTargets;
        this.transferTargets = transferTargets;
    }

    /// {@return the conditions in this conversation, now}
    Conditions in(PageFrame frame, DeskTexts w, Opened opened) {
        return new Conditions(frame, w, opened, stepTargets.now());
    }

    /// The conditions in one conversation, for one agent. What does not depend on the step is read
    /// once, for all macros.
    final class Conditions {
        private final PageFrame frame;
        private final Opened opened;
        private final StepTargets targets;
        private final SlugValues values;
        private final Supplier<Set<UserId>> agentsAtDesk;
        private final Supplier<Optional<String>> replyShut;
        private final Supplier<Boolean> asksForCode;
        private final Supplier<Boolean> allowsClosing;

        private Conditions(PageFrame frame, DeskTexts w, Opened opened, StepTargets targets) {
            this.frame = frame;
            this.opened = opened;
            this.targets = targets;
            values = messages.values(opened);
            agentsAtDesk = SingletonSupplier.of(() -> transferTargets.agentsFor(opened.me()));
            var conversation = opened.conversation();
            replyShut = SingletonSupplier.of(() -> messages.refusal(frame, w, opened));
            asksForCode = SingletonSupplier.of(() -> dispositions.asksFor(conversation));
            allowsClosing = SingletonSupplier.of(() -> dispositions.allowsClosing(conversation));
        }

        StepTargets targets() {
            return targets;
        }

        /// {@return the text as it would be written here}
        String filled(String text) {
            return SlugText.filled(text, values);
        }

        /// {@return the first step that is not possible, with the reason; empty if all are}
        Optional<Obstacle> firstObstacle(List<MacroStep> steps) {
            for (var place = 0; place < steps.size(); place++) {
                var reason = obstacle(steps.get(place));
                if (reason.isPresent()) {
                    return Optional.of(new Obstacle(place, reason.get()));
                }
            }
            return Optional.empty();
        }

        private Optional<String> obstacle(MacroStep step) {
            return switch (step) {
                case MacroStep.Reply(var text) -> replyShut.get().or(() -> ofReply(text));
                case MacroStep.Note(var text) -> ofText(filled(text));
                case MacroStep.AddTag(var tag) ->
                        targets.tag(tag).isPresent()
                                ? Optional.empty()
                                : Optional.of(frame.text("tag.gone"));
                case MacroStep.Snooze _ -> ofState(State.ACTIVE, State.WAITING);
                case MacroStep.End end -> ofState(State.ACTIVE).or(() -> ofEnd(end));
                case MacroStep.ToQueue(var queue) ->
                        ofTransfer()
                                .or(() ->
                                        targets.queue(queue).isPresent()
                                                ? Optional.empty()
                                                : Optional.of(frame.text("desk.transfer.gone")));
                case MacroStep.ToAgent(var agent) -> ofTransfer().or(() -> ofAgent(agent));
            };
        }

        private Optional<String> ofReply(String text) {
            var filled = filled(text);
            var longest = rules.of(opened.conversation()).texts().longestDraft();
            return filled.length() > longest
                    ? Optional.of(frame.text("desk.refused.tooLong", longest))
                    : ofText(filled);
        }

        private Optional<String> ofText(String filled) {
            return filled.isBlank()
                    ? Optional.of(frame.text("macro.obstacle.empty"))
                    : Optional.empty();
        }

        private Optional<String> ofState(State... possible) {
            if (!opened.mine()) {
                return Optional.of(frame.text("macro.obstacle.notMine"));
            }
            return List.of(possible).contains(opened.conversation().state())
                    ? Optional.empty()
                    : Optional.of(frame.text("macro.obstacle.notActive"));
        }

        private Optional<String> ofEnd(MacroStep.End end) {
            var code = end.code();
            if (code != null && asksForCode.get()) {
                return targets.code(code).isPresent()
                        ? Optional.empty()
                        : Optional.of(frame.text("macro.obstacle.codeGone"));
            }
            return end.closes() && !allowsClosing.get()
                    ? Optional.of(frame.text("macro.obstacle.codeRequired"))
                    : Optional.empty();
        }

        private Optional<String> ofTransfer() {
            return ofState(State.ACTIVE)
                    .or(() ->
                            opened.conversation().details().blocked()
                                    ? Optional.of(frame.text("blocking.transfer.blocked"))
                                    : Optional.empty());
        }

        private Optional<String> ofAgent(UserId agent) {
            if (agent.equals(opened.me().userId())) {
                return Optional.of(frame.text("macro.obstacle.self"));
            }
            return agentsAtDesk.get().contains(agent)
                    ? Optional.empty()
                    : Optional.of(
                            targets.agent(agent)
                                    .map(one ->
                                            frame.text("macro.obstacle.away", one.displayName()))
                                    .orElseGet(() -> frame.text("desk.transfer.gone")));
        }
    }

    /// A step that is not possible.
    ///
    /// @param place of the step, from 0
    /// @param reason one sentence
    record Obstacle(int place, String reason) {}
}
