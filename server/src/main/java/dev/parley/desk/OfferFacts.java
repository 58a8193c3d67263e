package dev.parley.desk;

import static java.util.stream.Collectors.toMap;

import dev.parley.conversation.Message.Author;
import dev.parley.platform.StorableText;
import dev.parley.privacy.Masking;
import dev.parley.privacy.MaskingDirection;
import dev.parley.privacy.Masks;
import dev.parley.routing.OfferTerms;
import dev.parley.workstream.notification.NotificationTemplate;
import dev.parley.workstream.notification.NotificationTemplates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What offers and consults show besides the conversation: it reads the tables of `routing`,
/// `workstream`, `conversation`, `contact` and `workspace` directly, so that all of them need one
/// statement.
@Repository
class OfferFacts {
    private static final int LONGEST_NOTE = 500;

    private static final String OF =
            """
            select o.id, w.name as workstream, p.kind, p.name as contact,
                   coalesce(firm.name, case when p.kind = 'COMPANY' then p.name end) as company,
                   exists (select 1 from session_tab t
                            where t.user_id = o.agent_id
                              and t.conversation_id = o.conversation_id
                              and t.used_at >= o.settled_at) as opened,
                   o.note, o.note_author
              from (select id, agent_id, conversation_id, workstream_id, settled_at,
                           null as note, null as note_author
                      from offer
                     where id = any (:ids)
                    union all
                    select k.id, k.agent_id, k.conversation_id, k.workstream_id, k.settled_at,
                           m.text, m.author
                      from consult k
                      left join message m on m.conversation_id = k.conversation_id
                                         and m.request_key = k.request_key || '#000'
                     where k.id = any (:ids)) o
              join conversation c on c.id = o.conversation_id
              left join workstream w on w.id = o.workstream_id
              left join conversation_contact own on own.conversation_id = c.id
              left join contact_link l on l.customer_id = c.customer_id
              left join contact p on p.id = coalesce(own.contact_id, l.contact_id)
              left join contact firm on firm.id = p.company_id
            """;

    private final JdbcClient jdbc;
    private final NotificationTemplates templates;
    private final Masking masking;

    OfferFacts(JdbcClient jdbc, NotificationTemplates templates, Masking masking) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.masking = masking;
    }

    /// {@return the facts of these offers and consults, by their ids}
    Map<UUID, Facts> of(List<UUID> ids) {
        var masks = masking.current();
        return jdbc
                .sql(OF)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) ->
                        new Facts(
                                row.getObject("id", UUID.class),
                                row.getString("workstream"),
                                "PERSON".equals(row.getString("kind"))
                                        ? row.getString("contact")
                                        : null,
                                row.getString("company"),
                                row.getBoolean("opened"),
                                note(row, masks)))
                .list()
                .stream()
                .collect(toMap(Facts::offer, facts -> facts));
    }

    private static @Nullable String note(ResultSet row, Masks masks) throws SQLException {
        var text = row.getString("note");
        if (text == null) {
            return null;
        }
        var author = Author.valueOf(row.getString("note_author"));
        var shown = masks.text(text, MaskingDirection.of(author));
        return shown.length() <= LONGEST_NOTE
                ? shown
                : StorableText.shortened(shown, LONGEST_NOTE) + "…";
    }

    /// {@return which template each offer shows: its own, or the default if that was deleted}
    Function<OfferTerms, NotificationTemplate> templates() {
        var all = templates.all();
        return terms ->
                Stream.concat(
                                all.stream().filter(one -> one.id().equals(terms.template())),
                                all.stream()
                                        .filter(NotificationTemplate::isDefault)
                                        .filter(one -> one.occasion() == terms.occasion()))
                        .findFirst()
                        .orElseThrow();
    }

    /// @param opened whether the agent opened the conversation since they have it
    /// @param note of the colleague who asks, or its beginning; null for none
    record Facts(
            UUID offer,
            @Nullable String workstream,
            @Nullable String contact,
            @Nullable String company,
            boolean opened,
            @Nullable String note) {}
}
