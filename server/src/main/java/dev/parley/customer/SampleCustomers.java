package dev.parley.customer;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.platform.ColumnArrays;
import dev.parley.platform.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// People who were made up, to show what Parley is for. They are marked: [Customer#sample].
@Repository
public class SampleCustomers {
    private static final String ADD =
            """
            with given as (
                select *
                  from unnest(:ids::uuid[], :profiles::uuid[], :channels::text[],
                              :endpoints::text[], :persons::text[], :names::text[],
                              :locales::text[], :sinces::timestamptz[], :askAts::timestamptz[])
                       as given (id, profile, channel, endpoint, person, name, locale, since,
                                 ask_at)
            ), added as (
                insert into customer (id, name, locale, since, sample)
                select id, name, locale, since, true from given
            )
            insert into social_profile (id, customer_id, channel, endpoint, person, since, ask_at)
            select profile, id, channel, endpoint, person, since, ask_at from given
            """;

    /// Those that were erased have no name.
    private static final String NAMED =
            """
            select c.id, c.name, p.channel, p.endpoint, p.person
              from customer c
              join social_profile p on p.customer_id = c.id
             where c.sample and c.name is not null
             order by c.id
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    SampleCustomers(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /// {@return whether there is any customer, made up or not}
    public boolean anyCustomer() {
        return jdbc.sql("select exists (select 1 from customer)").query(Boolean.class).single();
    }

    @Transactional
    public void add(List<SampleCustomer> all) {
        new ColumnArrays<>(all)
                .uuids("ids", one -> one.id().value())
                .uuids("profiles", _ -> Ids.next())
                .texts("channels", one -> one.address().channel().name())
                .texts("endpoints", one -> one.address().endpoint())
                .texts("persons", one -> one.address().person())
                .texts("names", SampleCustomer::name)
                .texts("locales", SampleCustomer::locale)
                .times("sinces", SampleCustomer::since)
                .times("askAts", SampleCustomer::askAt)
                .in(jdbc.sql(ADD))
                .update();
        events.publishEvent(new CustomersAdded(all.size()));
        all.forEach(one -> events.publishEvent(new CustomerChanged(one.id())));
    }

    /// {@return the names of all who were made up, by their addresses}
    public Map<Address, String> names() {
        var names = new LinkedHashMap<Address, String>();
        jdbc.sql(NAMED)
                .query((row, _) ->
                        names.put(
                                new Address(
                                        new ChannelKind(row.getString("channel")),
                                        row.getString("endpoint"),
                                        row.getString("person")),
                                row.getString("name")))
                .list();
        return names;
    }
}
