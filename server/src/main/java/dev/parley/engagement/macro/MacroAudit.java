package dev.parley.engagement.macro;

import dev.parley.identity.Audit;
import dev.parley.identity.SignedIn;
import dev.parley.identity.User;
import dev.parley.platform.language.Keys;
import dev.parley.tag.Tag;
import dev.parley.team.Queue;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.Workstreams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The audit entries of shared macros.
@Component
class MacroAudit {
    private static final String GONE = "?";

    private final Audit audit;
    private final Workstreams workstreams;

    MacroAudit(Audit audit, Workstreams workstreams) {
        this.audit = audit;
        this.workstreams = workstreams;
    }

    void created(SignedIn by, MacroId id, MacroDraft content, StepTargets targets) {
        record(by, "macro.created", id, Map.of(), fields(content, targets));
    }

    void changed(
            SignedIn by, MacroId id, MacroDraft before, MacroDraft content, StepTargets targets) {
        record(by, "macro.changed", id, fields(before, targets), fields(content, targets));
    }

    void deleted(SignedIn by, MacroId id, MacroDraft content, StepTargets targets) {
        record(by, "macro.deleted", id, fields(content, targets), Map.of());
    }

    private void record(
            SignedIn by,
            String action,
            MacroId id,
            Map<String, Object> before,
            Map<String, Object> after) {
        audit.record(by.userId(), action, "macro/" + id, before, after);
    }

    private Map<String, Object> fields(MacroDraft content, StepTargets targets) {
        var fields = new HashMap<String, Object>();
        fields.put("name", content.title());
        fields.put("steps", content.steps().stream().map(step -> words(step, targets)).toList());
        if (content.restricted()) {
            fields.put("workstreams", namesOf(content));
        }
        return fields;
    }

    /// The audit log has no language, so a step is its kind and what it is about.
    private static String words(MacroStep step, StepTargets targets) {
        return switch (step) {
            case MacroStep.Reply(var text) -> "reply: " + text;
            case MacroStep.Note(var text) -> "note: " + text;
            case MacroStep.AddTag(var tag) -> "tag: " + name(targets.tag(tag).map(Tag::name));
            case MacroStep.Snooze(var until) -> "snooze: " + Keys.word(until.name());
            case MacroStep.End(var code, var closes) -> {
                var what = closes ? "end, close" : "end";
                yield code == null
                        ? what
                        : what
                                + ": "
                                + name(targets.code(code).map(one -> one.content().english()));
            }
            case MacroStep.ToQueue(var queue) ->
                    "transfer: " + name(targets.queue(queue).map(Queue::name));
            case MacroStep.ToAgent(var agent) ->
                    "transfer: " + name(targets.agent(agent).map(User::displayName));
        };
    }

    private static String name(Optional<String> known) {
        return known.orElse(GONE);
    }

    private List<String> namesOf(MacroDraft content) {
        return workstreams.all().stream()
                .filter(one -> content.workstreams().contains(one.id()))
                .map(Workstream::name)
                .toList();
    }
}
