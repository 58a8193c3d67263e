package dev.parley.admin;

import dev.parley.admin.kit.SetUpStep;
import dev.parley.admin.kit.SetUpSteps;
import dev.parley.admin.view.ChecklistView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks the progress of the set-up: the steps of each channel, and the common ones. For this one
/// screen it reads the tables of several modules, in one query.
@Component
class Checklist {
    private static final String FACTS =
            """
            select exists (select from channel_instance) as workstream,
                   exists (select from user_account where agent and active)
                       and not exists (select from channel_instance i
                                         join workstream w on w.id = i.workstream_id
                                         join queue q on q.id = w.fallback_queue_id
                                        where not q.is_default
                                          and not exists (select from queue_member m
                                                            join user_account u on u.id = m.user_id
                                                           where m.queue_id = q.id
                                                             and u.agent and u.active)) as queue,
                   exists (select from user_account
                            where agent and active and last_signed_in_at is not null) as agent,
                   exists (select from message where author = 'CUSTOMER') as received,
                   exists (select from message
                            where author = 'AGENT'
                              and status in ('SENT', 'DELIVERED', 'READ')) as answered
            """;

    private final JdbcClient jdbc;
    private final List<SetUpSteps> channels;

    Checklist(JdbcClient jdbc, ObjectProvider<SetUpSteps> channels) {
        this.jdbc = jdbc;
        this.channels = channels.orderedStream().toList();
    }

    ChecklistView status() {
        var facts = jdbc.sql(FACTS).query().singleRow();
        var common =
                Stream.of(
                        step(facts, "queue", "/admin/queues"),
                        step(facts, "workstream", "/admin/workstreams"),
                        step(facts, "agent", "/admin/users"),
                        step(facts, "received", firstMessage()),
                        step(facts, "answered", "/desk"));
        return new ChecklistView(
                Stream.concat(channels.stream().flatMap(one -> one.steps().stream()), common)
                        .toList());
    }

    private String firstMessage() {
        return channels.stream()
                .map(SetUpSteps::firstMessage)
                .findFirst()
                .orElse("/admin/channels");
    }

    private static SetUpStep step(
            Map<String, @Nullable Object> facts, String name, String address) {
        return new SetUpStep(
                "admin.checklist." + name, Boolean.TRUE.equals(facts.get(name)), address);
    }
}
