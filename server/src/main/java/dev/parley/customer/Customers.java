package dev.parley.customer;

import static dev.parley.platform.Columns.instant;
import static java.time.ZoneOffset.UTC;

import dev.parley.channel.Address;
import dev.parley.channel.Blob;
import dev.parley.channel.ChannelKind;
import dev.parley.customer.Profiles.Answer;
import dev.parley.customer.Profiles.Picture;
import dev.parley.platform.Ids;
import dev.parley.platform.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All customers and their social profiles, in PostgreSQL.
@Repository
public class Customers {
    private static final String WITH_PROFILE =
            """
            select customer_id from social_profile
             where channel = :channel and endpoint = :endpoint and person = :person
            """;

    private static final String ADD =
            """
            with added as (
                insert into customer (id, since) values (:id, :wrote) returning id
            )
            insert into social_profile (id, customer_id, channel, endpoint, person, since, ask_at)
            select :profile, id, :channel, :endpoint, :person, :now, :now from added
            """;

    private static final String WROTE =
            "update customer set since = :wrote where id = :id and since > :wrote";

    private static final String BY_IDS =
            """
            select c.id, c.name, c.visitor, c.since, c.locale, c.timezone,
                   c.picture is not null as has_picture
              from customer c
             where c.id = any (:ids)
            """;

    private static final String NEXT_TO_ASK_ABOUT =
            """
            select customer_id, channel, endpoint, person
              from social_profile
             where ask_at <= :now
             order by ask_at
             limit 1
               for update skip locked
            """;

    private static final String LEARN =
            """
            update customer
               set name = coalesce(:name, name), locale = coalesce(:locale, locale),
                   timezone = coalesce(:timezone, timezone),
                   picture = coalesce(:picture, picture),
                   picture_type = coalesce(:pictureType, picture_type)
             where id = :id
            """;

    private static final String ASK_AGAIN =
            """
            update social_profile set ask_at = :at
             where channel = :channel and endpoint = :endpoint and person = :person
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

    /// {@return the customer who writes from this address} Creates a record at the first contact.
    /// The inbox dispatches one envelope of a person at a time, so no other thread creates it
    /// meanwhile.
    ///
    /// @param wrote when the message was written that causes this look-up
    public CustomerId at(Address address, Instant wrote) {
        var known = find(address);
        if (known.isEmpty()) {
            return add(address, wrote);
        }
        if (wrote.isBefore(clock.instant().minus(LATELY))) {
            recordContact(known.get(), wrote);
        }
        return known.get();
    }

    /// Moves the time of the first contact to `at`, if that is earlier.
    public void recordContact(CustomerId customer, Instant at) {
        jdbc.sql(WROTE).param("id", customer.value()).param("wrote", at.atOffset(UTC)).update();
    }

    public Optional<Customer> byId(CustomerId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
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
        jdbc.sql(FORGET)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("person", address.person())
                .query(UUID.class)
                .optional()
                .ifPresent(id -> events.publishEvent(new CustomerChanged(new CustomerId(id))));
    }

    /// The next person whose profile is due, locked until this transaction ends.
    Optional<Due> nextDue() {
        return jdbc.sql(NEXT_TO_ASK_ABOUT)
                .param("now", clock.instant().atOffset(UTC))
                .query((row, _) -> dueFromRow(row))
                .optional();
    }

    @Transactional
    void saveProfile(Due due, Answer.Known known, Duration refresh) {
        var picture = known.picture();
        jdbc.sql(LEARN)
                .param("id", due.customer().value())
                .param("name", clean(known.name()))
                .param("locale", clean(known.locale()))
                .param("timezone", clean(known.timezone()))
                .param("picture", picture == null ? null : picture.bytes().bytes(), Types.BINARY)
                .param("pictureType", picture == null ? null : picture.contentType())
                .update();
        scheduleFetch(due, refresh);
        events.publishEvent(new CustomerChanged(due.customer()));
    }

    void scheduleFetch(Due due, Duration after) {
        jdbc.sql(ASK_AGAIN)
                .param("channel", due.address().channel().name())
                .param("endpoint", due.address().endpoint())
                .param("person", due.address().person())
                .param("at", clock.instant().atOffset(UTC).plus(after))
                .update();
    }

    /// Makes untrusted text from the channel storable.
    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : StorableText.shortened(text, LONGEST);
    }

    private Optional<CustomerId> find(Address address) {
        return jdbc.sql(WITH_PROFILE)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("person", address.person())
                .query(UUID.class)
                .optional()
                .map(CustomerId::new);
    }

    private CustomerId add(Address address, Instant wrote) {
        var id = new CustomerId(Ids.next());
        jdbc.sql(ADD)
                .param("id", id.value())
                .param("profile", Ids.next())
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("person", address.person())
                .param("wrote", wrote.atOffset(UTC))
                .param("now", clock.instant().atOffset(UTC))
                .update();
        events.publishEvent(new CustomerChanged(id));
        return id;
    }

    private static Due dueFromRow(ResultSet row) throws SQLException {
        return new Due(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new Address(
                        new ChannelKind(row.getString("channel")),
                        row.getString("endpoint"),
                        row.getString("person")));
    }

    private static Customer fromRow(ResultSet row) throws SQLException {
        return new Customer(
                new CustomerId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getLong("visitor"),
                row.getBoolean("has_picture"),
                row.getString("locale"),
                row.getString("timezone"),
                instant(row, "since"));
    }

    record Due(CustomerId customer, Address address) {}
}
