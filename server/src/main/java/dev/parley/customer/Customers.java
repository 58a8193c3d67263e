package dev.parley.customer;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.channel.Address;
import dev.parley.channel.Blob;
import dev.parley.channel.ChannelKind;
import dev.parley.customer.Profiles.Answer;
import dev.parley.customer.Profiles.Picture;
import dev.parley.platform.ColumnArrays;
import dev.parley.platform.Ids;
import dev.parley.platform.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// All customers and their social profiles, in PostgreSQL.
@Repository
public class Customers {
    private static final String WITH_PROFILE =
            """
            select channel, endpoint, person, customer_id
              from unnest(:channels::text[], :endpoints::text[], :persons::text[])
                   as address (channel, endpoint, person)
              join social_profile using (channel, endpoint, person)
            """;

    private static final String ADD =
            """
            with given as (
                select *
                  from unnest(:ids::uuid[], :profiles::uuid[], :channels::text[],
                              :endpoints::text[], :persons::text[], :wrote::timestamptz[])
                       as given (id, profile, channel, endpoint, person, wrote)
            ), added as (
                insert into customer (id, since) select id, wrote from given
            )
            insert into social_profile (id, customer_id, channel, endpoint, person, since, ask_at)
            select profile, id, channel, endpoint, person, :now, :now from given
            """;

    private static final String WROTE =
            "update customer set since = :wrote where id = :id and since > :wrote";

    private static final String BY_IDS =
            """
            select c.id, c.name, c.visitor, c.since, c.locale, c.timezone,
                   c.picture is not null as has_picture, c.sample
              from customer c
             where c.id = any (:ids)
            """;

    private static final String ADDRESSES =
            """
            select customer_id, channel, endpoint, person
              from social_profile
             where customer_id = any (:ids)
            """;

    private static final String CLAIM_NEXT_TO_ASK_ABOUT =
            """
            update social_profile
               set ask_at = :lease
             where id = (select id from social_profile
                          where ask_at <= :now
                          order by ask_at limit 1
                            for update skip locked)
            returning customer_id, channel, endpoint, person
            """;

    /// Nothing is learned about a person who was erased in the meantime.
    private static final String ASK_AGAIN =
            """
            update social_profile set ask_at = :at
             where channel = :channel and endpoint = :endpoint and person = :person
               and ask_at < 'infinity'
            """;

    private static final String LEARN =
            """
            with profile as (
            """
                    + ASK_AGAIN
                    + """
                        returning customer_id
                    )
                    update customer c
                       set name = coalesce(:name, name), locale = coalesce(:locale, locale),
                           timezone = coalesce(:timezone, timezone),
                           picture = coalesce(:picture, picture),
                           picture_type = coalesce(:pictureType, picture_type)
                      from profile
                     where c.id = profile.customer_id
                    """;

    private static final String FORGET =
            """
            with profile as (
                update social_profile set ask_at = 'infinity'
                 where channel = :channel and endpoint = :endpoint and person = :person
                returning customer_id
            )
            update customer c
               set name = null, locale = null, timezone = null, picture = null, picture_type = null
              from profile
             where c.id = profile.customer_id
            returning c.id
            """;

    /// A known customer has written before that, so a newer message needs no update of `since`.
    private static final Duration LATELY = Duration.ofDays(1);

    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Customers(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /// {@return the customers who write from these addresses} Creates a record at the first
    /// contact. The inbox lets no other thread handle these people at the same time, so none
    /// creates it.
    ///
    /// @param wrote when the message was written that causes each look-up
    public Map<Address, CustomerId> at(Map<Address, Instant> wrote) {
        var customers = find(wrote.keySet());
        var lately = clock.instant().minus(LATELY);
        customers.forEach((address, known) -> {
            var at = wrote.getOrDefault(address, lately);
            if (at.isBefore(lately)) {
                recordContact(known, at);
            }
        });
        add(wrote.entrySet().stream()
                        .filter(one -> !customers.containsKey(one.getKey()))
                        .map(one -> new FirstContact(newId(), one.getKey(), one.getValue()))
                        .toList())
                .forEach(contact -> customers.put(contact.address, contact.customer));
        return customers;
    }

    /// Moves the time of the first contact to `at`, if that is earlier.
    public void recordContact(CustomerId customer, Instant at) {
        jdbc.sql(WROTE).param("id", customer.value()).param("wrote", utc(at)).update();
    }

    public Optional<Customer> byId(CustomerId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /// {@return the customer's name; null if it has none} The customer is not erased, and gets no
    /// other name, until this transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable String lockName(CustomerId id) {
        return jdbc.sql("select name from customer where id = :id for share")
                .param("id", id.value())
                .query((row, _) -> row.getString("name"))
                .optional()
                .orElse(null);
    }

    public Map<CustomerId, Customer> byIds(Collection<CustomerId> ids) {
        return jdbc
                .sql(BY_IDS)
                .param("ids", ids.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, _) -> fromRow(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Customer::id, customer -> customer));
    }

    /// {@return where each of these customers writes from}
    public Map<CustomerId, Address> addressesOf(Collection<CustomerId> ids) {
        var found = new HashMap<CustomerId, Address>();
        jdbc.sql(ADDRESSES)
                .param("ids", ids.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        found.put(
                                new CustomerId(row.getObject("customer_id", UUID.class)),
                                addressFromRow(row)))
                .list();
        return found;
    }

    public Optional<Picture> pictureOf(CustomerId id) {
        return jdbc.sql(
                        """
                        select picture, picture_type from customer
                         where id = :id and picture is not null
                        """)
                .param("id", id.value())
                .query((row, _) -> new Picture(row.getString(2), new Blob(row.getBytes(1))))
                .optional();
    }

    /// Erases the profile of the person at this address, and never fetches it again.
    @Transactional
    public void erase(Address address) {
        about(FORGET, address)
                .query(UUID.class)
                .optional()
                .map(CustomerId::new)
                .ifPresent(id -> {
                    events.publishEvent(new CustomerErased(id));
                    events.publishEvent(new CustomerChanged(id));
                });
    }

    /// Claims the next person whose profile is due, who is due again after the lease.
    Optional<Due> claimNextDue(Duration lease) {
        var now = utc(clock.instant());
        return jdbc.sql(CLAIM_NEXT_TO_ASK_ABOUT)
                .param("now", now)
                .param("lease", now.plus(lease))
                .query((row, _) -> dueFromRow(row))
                .optional();
    }

    @Transactional
    void saveProfile(Due due, Answer.Known known, Duration refresh) {
        var picture = known.picture();
        about(LEARN, due.address())
                .param("at", utc(clock.instant()).plus(refresh))
                .param("name", clean(known.name()))
                .param("locale", clean(known.locale()))
                .param("timezone", clean(known.timezone()))
                .param("picture", picture == null ? null : picture.bytes().bytes(), Types.BINARY)
                .param("pictureType", picture == null ? null : picture.contentType())
                .update();
        events.publishEvent(new CustomerChanged(due.customer()));
    }

    void scheduleFetch(Due due, Duration after) {
        about(ASK_AGAIN, due.address()).param("at", utc(clock.instant()).plus(after)).update();
    }

    private JdbcClient.StatementSpec about(String sql, Address address) {
        return jdbc.sql(sql)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("person", address.person());
    }

    /// Makes untrusted text from the channel storable.
    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : StorableText.shortened(text, LONGEST);
    }

    private Map<Address, CustomerId> find(Collection<Address> addresses) {
        var found = new HashMap<Address, CustomerId>();
        new ColumnArrays<>(List.copyOf(addresses))
                .texts("channels", address -> address.channel().name())
                .texts("endpoints", Address::endpoint)
                .texts("persons", Address::person)
                .in(jdbc.sql(WITH_PROFILE))
                .query((row, _) ->
                        found.put(
                                addressFromRow(row),
                                new CustomerId(row.getObject("customer_id", UUID.class))))
                .list();
        return found;
    }

    private List<FirstContact> add(List<FirstContact> contacts) {
        if (!contacts.isEmpty()) {
            new ColumnArrays<>(contacts)
                    .uuids("ids", one -> one.customer.value())
                    .uuids("profiles", _ -> Ids.next())
                    .texts("channels", one -> one.address.channel().name())
                    .texts("endpoints", one -> one.address.endpoint())
                    .texts("persons", one -> one.address.person())
                    .times("wrote", FirstContact::at)
                    .in(jdbc.sql(ADD))
                    .param("now", utc(clock.instant()))
                    .update();
            events.publishEvent(new CustomersAdded(contacts.size()));
        }
        return contacts;
    }

    private static CustomerId newId() {
        return new CustomerId(Ids.next());
    }

    private static Due dueFromRow(ResultSet row) throws SQLException {
        return new Due(
                new CustomerId(row.getObject("customer_id", UUID.class)), addressFromRow(row));
    }

    private static Address addressFromRow(ResultSet row) throws SQLException {
        return new Address(
                new ChannelKind(row.getString("channel")),
                row.getString("endpoint"),
                row.getString("person"));
    }

    private static Customer fromRow(ResultSet row) throws SQLException {
        return new Customer(
                new CustomerId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getLong("visitor"),
                row.getBoolean("has_picture"),
                row.getString("locale"),
                row.getString("timezone"),
                instant(row, "since"),
                row.getBoolean("sample"));
    }

    record Due(CustomerId customer, Address address) {}

    private record FirstContact(CustomerId customer, Address address, Instant at) {}
}
