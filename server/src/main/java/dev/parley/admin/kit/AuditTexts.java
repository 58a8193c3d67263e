package dev.parley.admin.kit;

import dev.parley.admin.kit.AuditView.Change;
import dev.parley.admin.kit.AuditView.Line;
import dev.parley.identity.AuditEntry;
import dev.parley.identity.UserId;
import dev.parley.platform.language.DurationTexts;
import dev.parley.platform.language.Keys;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Describes audit entries in the reader's language. Anything without a text is shown by its name.
final class AuditTexts {
    /// A field with internal ids, which is not shown.
    private static final String ACCOUNT = "account";

    /// The prefixes of the text keys for the values of a field.
    private static final Map<String, String> VALUES =
            Map.ofEntries(
                    Map.entry("mode", "admin.workstream.mode."),
                    Map.entry("method", "admin.queue.method."),
                    Map.entry("kind", "contact.kind."),
                    Map.entry("fields", "contact.field."),
                    Map.entry("fieldType", "field.type."),
                    Map.entry("wrapUpBlock", "admin.work.block."),
                    Map.entry("disposition", "teamwork.disposition.rule."),
                    Map.entry("presences", "desk.presence."),
                    Map.entry("roles", "admin.role."),
                    Map.entry("scopes", "admin.token.scope."),
                    Map.entry("occasion", "notification.occasion."),
                    Map.entry("shownFields", "notification.field."),
                    Map.entry("desktop", "notification.desktop."),
                    Map.entry("transcriptAccess", "transcript.setting.access."),
                    Map.entry("timeOutSilent", "timeout.rule.silent."),
                    Map.entry("timeOutAction", "timeout.action."),
                    Map.entry("masks", "masking.kind."),
                    Map.entry("expires", "admin.audit.expires."));

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private final Texts t;
    private final Map<UserId, String> names;

    AuditTexts(Texts t, Map<UserId, String> names) {
        this.t = t;
        this.names = names;
    }

    Line line(AuditEntry entry) {
        var who = entry.who();
        return new Line(
                entry.at(),
                who == null
                        ? t.text("admin.audit.parley")
                        : names.getOrDefault(who, who.toString()),
                action(entry.action()),
                subject(entry),
                changes(entry));
    }

    String kind(String kind) {
        return textOr("admin.audit.kind." + kind, kind);
    }

    private String action(String action) {
        return textOr("admin.audit.action." + action, action);
    }

    /// A name, or an id of the channel; Parley's internal ids are not shown.
    private static String subject(AuditEntry entry) {
        var values = entry.after().isEmpty() ? entry.before() : entry.after();
        var name = values.getOrDefault("name", values.getOrDefault("displayName", ""));
        var id = entry.subject().substring(entry.subject().lastIndexOf('/') + 1);
        return name.isEmpty() && id.matches("[0-9]+") ? id : name;
    }

    private List<Change> changes(AuditEntry entry) {
        var fields = new TreeSet<>(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        return fields.stream()
                .filter(field -> !field.equals(ACCOUNT))
                .map(field ->
                        new Change(
                                textOr("admin.audit.field." + field, field),
                                value(field, entry.before().getOrDefault(field, "")),
                                value(field, entry.after().getOrDefault(field, ""))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private String value(String field, String value) {
        return switch (value) {
            case "true" -> t.text("common.yes");
            case "false" -> t.text("common.no");
            case "[]" -> "";
            case String list when list.startsWith("[\"") -> list(field, list);
            case String time when time.matches("PT[0-9HMS]+") ->
                    DurationTexts.of(t, Duration.parse(time));
            case String time when field.equals("expires") && time.endsWith("Z") ->
                    t.fullDateTime(Instant.parse(time));
            default -> one(field, value);
        };
    }

    private String list(String field, String written) {
        return WORD.matcher(written)
                .results()
                .map(found -> one(field, found.group(1)))
                .collect(Collectors.joining(t.text("admin.comma")));
    }

    private String one(String field, String value) {
        if (field.equals("language")) {
            return Language.tagged(value).map(Language::ownName).orElse(value);
        }
        var key = VALUES.getOrDefault(field, "");
        return Redacted.text(key.isEmpty() ? value : textOr(key + Keys.word(value), value));
    }

    private String textOr(String key, String fallback) {
        var text = t.text(key);
        return text.equals(key) ? fallback : text;
    }
}
