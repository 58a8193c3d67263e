package dev.parley.workstream;

import static dev.parley.platform.Columns.instant;

import dev.parley.channel.ChannelKind;
import dev.parley.identity.UserId;
import dev.parley.platform.language.Language;
import dev.parley.team.Presence;
import dev.parley.team.QueueId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Maps workstreams and their endpoints to database rows.
final class WorkstreamRows {
    private WorkstreamRows() {}

    static Workstream workstream(ResultSet row) throws SQLException {
        return new Workstream(
                new WorkstreamId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new ChannelKind(row.getString("channel")),
                DistributionMode.valueOf(row.getString("mode")),
                new QueueId(row.getObject("fallback_queue_id", UUID.class)),
                distribution(row),
                row.getBoolean("is_default"),
                instant(row, "created_at"),
                user(row, "created_by"),
                instant(row, "changed_at"),
                user(row, "changed_by"),
                row.getInt("revision"));
    }

    static ChannelInstance instance(ResultSet row) throws SQLException {
        return new ChannelInstance(
                new ChannelKind(row.getString("channel")),
                row.getString("endpoint"),
                new WorkstreamId(row.getObject("workstream_id", UUID.class)),
                settings(row),
                instant(row, "created_at"),
                user(row, "created_by"),
                instant(row, "changed_at"),
                user(row, "changed_by"),
                row.getInt("revision"));
    }

    static InstanceSettings settings(ResultSet row) throws SQLException {
        return new InstanceSettings(
                language(row.getString("language")),
                new InstanceFeatures(
                        row.getBoolean("extended_window"),
                        row.getBoolean("customer_files"),
                        row.getBoolean("agent_files")),
                AutomatedMessages.fromRow(row));
    }

    private static Language language(@Nullable String tag) {
        return tag == null ? Language.ENGLISH : Language.tagged(tag).orElse(Language.ENGLISH);
    }

    /// The columns of a work distribution, by name.
    static Map<String, @Nullable Object> columns(WorkDistribution distribution) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("closeWaitingAfter", distribution.closeWaitingAfter().toSeconds());
        columns.put("capacity", distribution.capacity());
        columns.put("wrapUpBlock", word(distribution.wrapUpBlock()));
        columns.put("wrapUpMinutes", minutes(distribution.wrapUpBlock()).orElse(null));
        columns.put(
                "presences",
                distribution.presences().stream().sorted().map(Enum::name).toArray(String[]::new));
        columns.put("keepSameAgent", distribution.keepSameAgent());
        columns.put("disposition", distribution.disposition().name());
        return columns;
    }

    static String word(WrapUpBlock block) {
        return switch (block) {
            case WrapUpBlock.Always() -> "ALWAYS";
            case WrapUpBlock.Custom _ -> "CUSTOM";
            case WrapUpBlock.Never() -> "NEVER";
        };
    }

    static Optional<Integer> minutes(WrapUpBlock block) {
        return block instanceof WrapUpBlock.Custom(var time)
                ? Optional.of((int) time.toMinutes())
                : Optional.empty();
    }

    private static WorkDistribution distribution(ResultSet row) throws SQLException {
        return new WorkDistribution(
                Duration.ofSeconds(row.getLong("close_waiting_after_seconds")),
                row.getInt("capacity"),
                wrapUpBlock(row),
                presences(row),
                row.getBoolean("keep_same_agent"),
                DispositionRule.valueOf(row.getString("disposition")));
    }

    private static WrapUpBlock wrapUpBlock(ResultSet row) throws SQLException {
        return switch (row.getString("wrap_up_block")) {
            case "CUSTOM" -> WrapUpBlock.Custom.ofMinutes(row.getInt("wrap_up_minutes"));
            case "NEVER" -> new WrapUpBlock.Never();
            default -> new WrapUpBlock.Always();
        };
    }

    private static Set<Presence> presences(ResultSet row) throws SQLException {
        var presences = EnumSet.noneOf(Presence.class);
        Arrays.stream((String[]) row.getArray("presences").getArray())
                .map(Presence::valueOf)
                .forEach(presences::add);
        return presences;
    }

    static @Nullable UserId user(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UserId(id);
    }
}
