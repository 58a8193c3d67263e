package dev.parley.simulator.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Everybody there is. People and pages can be added, and never go but by a reset.
@Component
public class Directory {
    private final Seed seed;
    private final ApplicationEventPublisher events;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Person> byPsid = new HashMap<>();
    private final Set<String> gone = new HashSet<>();

    Directory(WorldSettings settings, ApplicationEventPublisher events) {
        this.seed = Seed.from(settings);
        this.events = events;
        plant();
    }

    public synchronized void reset() {
        pages.clear();
        people.clear();
        byPsid.clear();
        gone.clear();
        plant();
    }

    public App app() {
        return seed.app();
    }

    public synchronized List<Page> pages() {
        return List.copyOf(pages.values());
    }

    public synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    /// {@return the page with this id or name}
    public synchronized Optional<Page> page(String key) {
        return Optional.ofNullable(pages.get(key))
                .or(() -> pages.values().stream().filter(page -> page.answersTo(key)).findFirst());
    }

    public synchronized Optional<Page> pageWithToken(String token) {
        return pages.values().stream().filter(page -> page.token().equals(token)).findFirst();
    }

    /// {@return whether this is the token of an app}
    public boolean isAppToken(String token) {
        return app().hasToken(token);
    }

    /// {@return the person with this id, page-scoped id or name}
    public synchronized Optional<Person> person(String key) {
        return Optional.ofNullable(people.get(key))
                .or(() -> Optional.ofNullable(byPsid.get(key)))
                .or(() -> people.values().stream().filter(one -> one.answersTo(key)).findFirst());
    }

    /// {@return the person whom this page knows under this id; nobody, once the account is gone}
    public synchronized Optional<Person> personKnownTo(Page page, String psid) {
        return Optional.ofNullable(byPsid.get(psid))
                .filter(person -> psid.equals(person.psids().get(page.id())))
                .filter(person -> !isGone(person));
    }

    /// The person deletes the account. What they wrote stays where it is.
    public void leave(Person person) {
        forget(person);
        events.publishEvent(Changed.people());
    }

    private synchronized void forget(Person person) {
        gone.add(person.id());
    }

    public synchronized boolean isGone(Person person) {
        return gone.contains(person.id());
    }

    public Person addPerson(String name) {
        var person = add(name);
        events.publishEvent(Changed.people());
        return person;
    }

    private synchronized Person add(String name) {
        var psids = new LinkedHashMap<String, String>();
        pages.keySet().forEach(page -> psids.put(page, Ids.digits()));
        var person = Names.person(Ids.digits(), name, psids);
        put(person);
        return person;
    }

    public Page addPage(String name) {
        var page = new Page(Ids.digits(), name, Ids.token(), app().id());
        introduce(page);
        events.publishEvent(Changed.state());
        return page;
    }

    private synchronized void introduce(Page page) {
        pages.put(page.id(), page);
        people().forEach(person -> put(knownTo(page, person)));
    }

    private static Person knownTo(Page page, Person person) {
        var psids = new HashMap<>(person.psids());
        psids.put(page.id(), Ids.digits());
        return new Person(person.id(), person.name(), person.firstName(), person.lastName(), psids);
    }

    private void plant() {
        seed.pages().forEach(page -> pages.put(page.id(), page));
        seed.people().forEach(this::put);
    }

    private void put(Person person) {
        people.put(person.id(), person);
        person.psids().values().forEach(psid -> byPsid.put(psid, person));
    }
}
