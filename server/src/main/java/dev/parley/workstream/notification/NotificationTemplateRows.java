package dev.parley.workstream.notification;

import static dev.parley.platform.Columns.instant;

import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Maps notification templates to database rows.
final class NotificationTemplateRows {
    private NotificationTemplateRows() {}

    static NotificationTemplate template(ResultSet row) throws SQLException {
        return new NotificationTemplate(
                new NotificationTemplateId(row.getObject("id", UUID.class)),
                NotificationOccasion.valueOf(row.getString("occasion")),
                row.getString("name"),
                row.getBoolean("is_default"),
                content(row),
                instant(row, "created_at"),
                user(row, "created_by"),
                instant(row, "changed_at"),
                user(row, "changed_by"),
                row.getInt("revision"));
    }

    private static NotificationContent content(ResultSet row) throws SQLException {
        return new NotificationContent(
                Duration.ofSeconds(row.getInt("countdown_seconds")),
                fields(row),
                new LabelTexts(row.getString("accept_english"), row.getString("accept_chinese")),
                new LabelTexts(row.getString("decline_english"), row.getString("decline_chinese")),
                row.getBoolean("may_decline"),
                DesktopNotification.valueOf(row.getString("desktop")),
                row.getBoolean("sound"),
                row.getBoolean("auto_assign"));
    }

    private static List<NotificationField> fields(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("fields").getArray())
                .map(NotificationField::valueOf)
                .toList();
    }

    /// The columns of the content, by the names of the parameters.
    static Map<String, Object> columns(NotificationContent content) {
        var columns = new HashMap<String, Object>();
        columns.put("countdown", (int) content.countdown().toSeconds());
        columns.put("fields", content.fields().stream().map(Enum::name).toArray(String[]::new));
        columns.put("acceptEnglish", content.accept().english());
        columns.put("acceptChinese", content.accept().chinese());
        columns.put("declineEnglish", content.decline().english());
        columns.put("declineChinese", content.decline().chinese());
        columns.put("mayDecline", content.mayDecline());
        columns.put("desktop", content.desktop().name());
        columns.put("sound", content.sound());
        columns.put("autoAssign", content.autoAssign());
        return columns;
    }

    private static @Nullable UserId user(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UserId(id);
    }
}
