package dev.parley.admin;

import dev.parley.admin.view.ChecklistView;
import dev.parley.admin.view.ChecklistView.Item;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.platform.PublicUrl;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks how far the set-up is. For this one screen it reads the tables of several modules, in one
/// question.
@Component
class Checklist {
    /// A delivery proves the callback as well as the handshake does.
    private static final String FACTS =
            """
            select exists (select from messaging_account) as account,
                   exists (select from facebook_page) as page,
                   exists (select from account_contact where verified_at is not null)
                       or exists (select from envelope) as callback,
                   exists (select from page_checkup c
                             join facebook_page p on p.page_id = c.page
                            where c.state = 'RUNNING') as running,
                   exists (select from channel_instance i
                             join facebook_page p on p.page_id = i.endpoint) as workstream,
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
                              and status in ('SENT', 'DELIVERED', 'READ')) as answered,
                   (select a.id::text from messaging_account a
                     order by exists (select from facebook_page p where p.account_id = a.id),
                              a.created_at
                     limit 1) as first
            """;

    private final JdbcClient jdbc;
    private final PublicUrl publicUrl;
    private final Subscriptions subscriptions;

    Checklist(JdbcClient jdbc, PublicUrl publicUrl, Subscriptions subscriptions) {
        this.jdbc = jdbc;
        this.publicUrl = publicUrl;
        this.subscriptions = subscriptions;
    }

    ChecklistView look() {
        var facts = jdbc.sql(FACTS).query().singleRow();
        var first = facts.get("first");
        var account =
                first == null
                        ? "/admin/messaging-accounts/new"
                        : "/admin/messaging-accounts/" + first;
        var shared = first == null ? account : account + "/callback";
        return new ChecklistView(
                Stream.of(
                                new Item(
                                        "address",
                                        subscriptions.canCall(publicUrl),
                                        "/admin/guide#part-1"),
                                item(facts, "account", "/admin/messaging-accounts/new"),
                                item(facts, "page", first == null ? account : account + "?add"),
                                item(facts, "callback", shared),
                                item(facts, "running", account),
                                item(facts, "queue", "/admin/queues"),
                                item(facts, "workstream", "/admin/workstreams"),
                                item(facts, "agent", "/admin/users"),
                                item(facts, "received", "/admin/guide#part-7"),
                                item(facts, "answered", "/desk"))
                        .toList());
    }

    private static Item item(Map<String, @Nullable Object> facts, String key, String address) {
        return new Item(key, Boolean.TRUE.equals(facts.get(key)), address);
    }
}
