package dev.parley.bench;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a long history out of a short one: its conversations are copied as closed ones of earlier
/// days, for the same people and for others, five conversations each.
final class StoredHistory {
    static final int SHORT = 10_000;

    /// Shifts the time that an id begins with, and keeps it unique.
    private static final String ID_FUNCTION =
            """
            create or replace function bench_id(id uuid, n bigint) returns uuid immutable
            language sql as $$
            select (lpad(to_hex(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint
                                - n * 7200000), 12, '0')
                    || '7' || left(md5(id::text || n), 3)
                    || 'b' || substr(md5(id::text || n), 4, 15))::uuid
            $$
            """;

    private static final String EARLIER = "%s - n * interval '2 hours'";
    private static final String PERSON = "(person::bigint + (n - n % 5) * 1000)::text";
    private static final String SUPERVISOR_OF_SOME =
            "case when n % 10 = 0 then (select id from user_account where supervisor limit 1) end";
    private static final String CUSTOMER =
            "case when n < 5 then customer_id else bench_id(customer_id, n - n % 5) end";

    /// What else belongs to a conversation, once for each.
    private static final String MORE_TABLES =
            """
            select coalesce(string_agg(table_name, ','), '') from information_schema.columns
             where table_schema = 'public' and column_name = 'conversation_id'
               and table_name like 'conversation%'
            """;

    private static final String OTHER_INDEXES =
            """
            select coalesce(string_agg(indexdef, ';'), '') from pg_indexes
             where schemaname = 'public' and tablename in ('message', 'conversation')
               and indexname not in (select conname from pg_constraint)
            """;

    private final Database database;
    private final RowCopies copies;
    private final String lastMessage;

    /// Remembers what is stored now as the short history.
    StoredHistory(Database database) throws SQLException {
        this.database = database;
        copies = new RowCopies(database);
        lastMessage = database.text("select id from message order by id desc limit 1");
    }

    void extendTo(long messages) throws SQLException {
        var indexes = database.text(OTHER_INDEXES);
        database.execute(ID_FUNCTION);
        database.execute("set session_replication_role = replica");
        database.execute("set maintenance_work_mem = '512MB'");
        dropIndexes(indexes);
        copy((messages - SHORT) / SHORT);
        if (!indexes.isEmpty()) {
            database.execute(indexes);
        }
        database.execute("set session_replication_role = origin");
        database.execute("vacuum analyze");
        database.execute("checkpoint");
    }

    /// Copies each conversation as closed ones of its person, without messages.
    void closeCopies(int each) throws SQLException {
        database.execute(ID_FUNCTION);
        database.execute("set session_replication_role = replica");
        copies.copy(
                "conversation",
                "state <> 'CLOSED'",
                "select generate_series(1, %d)".formatted(each),
                Map.of(
                        "id", "bench_id(id, n)",
                        "state", "'CLOSED'",
                        "closing", "false",
                        "close_at", "null",
                        "waiting_since", "null"),
                EARLIER);
        database.execute("set session_replication_role = origin");
    }

    private void dropIndexes(String indexes) throws SQLException {
        for (var index : List.of(indexes.split(";", -1))) {
            if (!index.isEmpty()) {
                database.execute("drop index " + index.replaceAll(".*INDEX (\\w+) ON.*", "$1"));
            }
        }
    }

    private void copy(long times) throws SQLException {
        var all = "select generate_series(1, %d)".formatted(times);
        var people = "select generate_series(5, %d, 5)".formatted(times);
        copies.copy("customer", "true", people, Map.of("id", "bench_id(id, n)"), EARLIER);
        copies.copy(
                "social_profile",
                "true",
                people,
                Map.of(
                        "id", "bench_id(id, n)",
                        "customer_id", "bench_id(customer_id, n)",
                        "person", PERSON,
                        "ask_at", "ask_at + interval '1 year'"),
                EARLIER);
        var closed = new LinkedHashMap<String, String>();
        closed.put("id", "bench_id(id, n)");
        closed.put("conversation_id", "bench_id(conversation_id, n)");
        closed.put("customer_id", CUSTOMER);
        closed.put("person", PERSON);
        closed.put("state", "'CLOSED'");
        closed.put("closing", "false");
        closed.put("agent_id", SUPERVISOR_OF_SOME);
        closed.put("close_at", "null");
        closed.put("waiting_since", "null");
        copies.copy("conversation", "true", all, closed, EARLIER);
        for (var table : List.of(database.text(MORE_TABLES).split(",", -1))) {
            if (!table.isEmpty()) {
                copies.copy(table, "true", all, closed, EARLIER);
            }
        }
        copyMessages(all);
    }

    /// Handled envelopes are deleted after a month: there are fewer of them than messages.
    private void copyMessages(String all) throws SQLException {
        copies.copy(
                "message",
                "id <= '%s'".formatted(lastMessage),
                all,
                Map.of(
                        "id", "bench_id(id, n)",
                        "conversation_id", "bench_id(conversation_id, n)",
                        "channel_message_id", "channel_message_id || '-' || n"),
                EARLIER);
        copies.copy(
                "envelope",
                "id <= %d".formatted(SHORT),
                "select n from (%s) as numbers (n) where n %% 10 = 0".formatted(all),
                Map.of("key", "key || '-' || n", "person", PERSON),
                EARLIER);
    }
}
