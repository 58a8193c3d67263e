package dev.parley.demo;

import dev.parley.channel.Address;
import dev.parley.channel.Endpoint;
import dev.parley.conversation.PastConversation;
import dev.parley.conversation.PastConversations;
import dev.parley.customer.CustomerId;
import dev.parley.customer.SampleCustomer;
import dev.parley.customer.SampleCustomers;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The demo's sample conversations: about 300 over six weeks, with people who do not exist.
@Component
class DemoPast {
    private static final Logger log = LoggerFactory.getLogger(DemoPast.class);

    /// The simulator knows them by then.
    private static final Duration PROFILES_SOON = Duration.ofMinutes(1);

    private static final Duration PROFILES_LATER = Duration.ofDays(30);
    private static final Duration RECORDED_BEFORE = Duration.ofDays(7);

    private final SampleCustomers customers;
    private final PastConversations conversations;
    private final DemoContacts contacts;
    private final DemoTags tags;
    private final Clock clock;

    DemoPast(
            SampleCustomers customers,
            PastConversations conversations,
            DemoContacts contacts,
            DemoTags tags,
            Clock clock) {
        this.customers = customers;
        this.conversations = conversations;
        this.contacts = contacts;
        this.tags = tags;
        this.clock = clock;
    }

    /// Adds them, unless anybody has written yet.
    ///
    /// @param pages those of the simulator; the first ones get a past
    /// @param agents those who answered
    /// @param by the user who created contacts and tags
    @Transactional
    void add(List<Endpoint> pages, List<UserId> agents, UserId by) {
        if (pages.size() < SamplePast.PAGES || customers.anyCustomer()) {
            return;
        }
        var now = clock.instant();
        var all = SamplePast.before(now, agents.size());
        var known = new LinkedHashMap<Address, SampleCustomer>();
        var people = new LinkedHashMap<SamplePerson, List<CustomerId>>();
        all.forEach(one -> {
            var address = one.person().at(pages.get(one.page()), one.page());
            if (!known.containsKey(address)) {
                var customer = customer(one, address, now);
                known.put(address, customer);
                people.computeIfAbsent(one.person(), _ -> new ArrayList<>()).add(customer.id());
            }
        });
        customers.add(List.copyOf(known.values()));
        conversations.add(timelines(all, pages, agents, known, by));
        contacts.add(people, now.minus(RECORDED_BEFORE), by);
        log.info("{} sample conversations of {} people were added", all.size(), people.size());
    }

    private List<PastConversation> timelines(
            List<SampleConversation> all,
            List<Endpoint> pages,
            List<UserId> agents,
            Map<Address, SampleCustomer> known,
            UserId by) {
        var names = all.stream().map(SampleConversation::tag).filter(Objects::nonNull).toList();
        var named = tags.named(names, by);
        var past = new ArrayList<PastConversation>();
        for (var one : all) {
            var address = one.person().at(pages.get(one.page()), one.page());
            var customer = known.get(address);
            if (customer != null) {
                past.add(
                        new SampleTimeline(
                                        one,
                                        past.size(),
                                        agents.get(one.agent()),
                                        one.tag() == null ? null : named.get(one.tag()))
                                .with(address, customer.id()));
            }
        }
        return past;
    }

    private static SampleCustomer customer(SampleConversation first, Address at, Instant now) {
        var person = first.person();
        var writesLately = first.lastAt().isAfter(now.minus(DemoThreads.LATELY));
        return new SampleCustomer(
                new CustomerId(Ids.next()),
                at,
                person.name(),
                person.chinese() ? "zh_TW" : "en_US",
                first.firstAt(),
                now.plus(writesLately ? PROFILES_SOON : PROFILES_LATER));
    }
}
