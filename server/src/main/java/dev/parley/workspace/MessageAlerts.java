package dev.parley.workspace;

import dev.parley.identity.UserId;
import dev.parley.workstream.notification.DesktopNotification;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The alert settings of all users, in PostgreSQL.
@Repository
public class MessageAlerts {
    private static final String SAVE =
            """
            insert into alert_settings (user_id, sound, title, desktop, show_text, repeat_seconds)
            values (:user, :sound, :title, :desktop, :showText, :repeatSeconds)
            on conflict (user_id) do update
               set sound = excluded.sound, title = excluded.title, desktop = excluded.desktop,
                   show_text = excluded.show_text, repeat_seconds = excluded.repeat_seconds
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    MessageAlerts(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    public AlertSettings of(UserId user) {
        return jdbc.sql("select * from alert_settings where user_id = :user")
                .param("user", user.value())
                .query((row, _) ->
                        new AlertSettings(
                                row.getBoolean("sound"),
                                row.getBoolean("title"),
                                DesktopNotification.valueOf(row.getString("desktop")),
                                row.getBoolean("show_text"),
                                Duration.ofSeconds(row.getInt("repeat_seconds"))))
                .optional()
                .orElse(AlertSettings.DEFAULT);
    }

    /// Saves the settings; open desks of the user follow at once.
    @Transactional
    public void save(UserId user, AlertSettings settings) {
        jdbc.sql(SAVE)
                .param("user", user.value())
                .param("sound", settings.sound())
                .param("title", settings.title())
                .param("desktop", settings.desktop().name())
                .param("showText", settings.showText())
                .param("repeatSeconds", (int) settings.repeatAfter().toSeconds())
                .update();
        events.publishEvent(new AlertsChanged(user));
    }
}
