package dev.parley.messenger.admin;

import dev.parley.admin.kit.SetUpStep;
import dev.parley.admin.kit.SetUpSteps;
import dev.parley.messenger.graph.CallbackRegistration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Determines how far the connection to Facebook is set up. For this list only, it also reads the
/// table of `inbox`, in one query.
@Component
class FacebookSetUpSteps implements SetUpSteps {
    /// A delivery proves the callback as well as the handshake does.
    private static final String FACTS =
            """
            select exists (select from messaging_account) as account,
                   exists (select from facebook_page) as page,
                   exists (select from webhook_contact where verified_at is not null)
                       or exists (select from envelope where channel = 'FACEBOOK') as callback,
                   exists (select from page_status c
                             join facebook_page p on p.page_id = c.page
                            where c.state = 'RUNNING') as running,
                   (select a.id::text from messaging_account a
                     order by exists (select from facebook_page p where p.account_id = a.id),
                              a.created_at
                     limit 1) as first
            """;

    private final JdbcClient jdbc;
    private final CallbackRegistration callback;

    FacebookSetUpSteps(JdbcClient jdbc, CallbackRegistration callback) {
        this.jdbc = jdbc;
        this.callback = callback;
    }

    @Override
    public List<SetUpStep> steps() {
        var facts = jdbc.sql(FACTS).query().singleRow();
        var first = facts.get("first");
        var make = "/admin/messaging-accounts/new";
        var account = first == null ? make : "/admin/messaging-accounts/" + first;
        return List.of(
                new SetUpStep(
                        "facebook.checklist.address",
                        callback.canBeCalled(),
                        "/admin/guide#part-1"),
                step(facts, "account", make),
                step(facts, "page", first == null ? account : account + "?add"),
                step(facts, "callback", first == null ? account : account + "/callback"),
                step(facts, "running", account));
    }

    @Override
    public String firstMessage() {
        return "/admin/guide#part-7";
    }

    private static SetUpStep step(
            Map<String, @Nullable Object> facts, String name, String address) {
        return new SetUpStep(
                "facebook.checklist." + name, Boolean.TRUE.equals(facts.get(name)), address);
    }
}
