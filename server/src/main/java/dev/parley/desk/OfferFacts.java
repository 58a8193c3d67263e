package dev.parley.desk;

import static java.util.stream.Collectors.toMap;

import dev.parley.routing.Offer;
import dev.parley.routing.OfferTerms;
import dev.parley.workstream.notification.NotificationTemplate;
import dev.parley.workstream.notification.NotificationTemplates;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What offers show besides the conversation: it reads the tables of `routing`, `workstream`,
/// `conversation`, `contact` and `workspace` directly, so that all offers need one statement.
@Repository
class OfferFacts {
    private static final String OF_OFFERS =
            """
            select o.id, w.name as workstream, p.kind, p.name as contact,
                   coalesce(firm.name, case when p.kind = 'COMPANY' then p.name end) as company,
                   exists (select 1 from session_tab t
                            where t.user_id = o.agent_id
                              and t.conversation_id = o.conversation_id
                              and t.used_at >= o.settled_at) as opened
              from offer o
              join conversation c on c.id = o.conversation_id
              left join workstream w on w.id = o.workstream_id
              left join contact_link l on l.customer_id = c.customer_id
              left join contact p on p.id = l.contact_id
              left join contact firm on firm.id = p.company_id
             where o.id = any (:offers)
            """;

    private final JdbcClient jdbc;
    private final NotificationTemplates templates;

    OfferFacts(JdbcClient jdbc, NotificationTemplates templates) {
        this.jdbc = jdbc;
        this.templates = templates;
    }

    /// {@return the facts of these offers, by the id of the offer}
    Map<UUID, Facts> of(List<Offer> offers) {
        return jdbc
                .sql(OF_OFFERS)
                .param("offers", offers.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query((row, _) ->
                        new Facts(
                                row.getObject("id", UUID.class),
                                row.getString("workstream"),
                                "PERSON".equals(row.getString("kind"))
                                        ? row.getString("contact")
                                        : null,
                                row.getString("company"),
                                row.getBoolean("opened")))
                .list()
                .stream()
                .collect(toMap(Facts::offer, facts -> facts));
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
    record Facts(
            UUID offer,
            @Nullable String workstream,
            @Nullable String contact,
            @Nullable String company,
            boolean opened) {}
}
