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

/// All apps, pages and people. They can be added, and are removed only by a reset.
@Component
public class Directory implements Resettable {
    private final InitialWorld seed;
    private final Map<String, App> apps = new LinkedHashMap<>();
    private final ApplicationEventPublisher events;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Person> byPsid = new HashMap<>();
    private final Map<String, Access> byToken = new HashMap<>();
    private final Set<String> gone = new HashSet<>();

    Directory(WorldSettings settings, ApplicationEventPublisher events) {
        this.seed = InitialWorld.from(settings);
        this.events = events;
        initialize();
    }

    @Override
    public synchronized void reset() {
        apps.clear();
        pages.clear();
        people.clear();
        byPsid.clear();
        byToken.clear();
        gone.clear();
        initialize();
    }

    /// {@return the first app}
    public App app() {
        return seed.app();
    }

    public synchronized List<App> apps() {
        return List.copyOf(apps.values());
    }

    public synchronized Optional<App> app(String id) {
        return Optional.ofNullable(apps.get(id));
    }

    /// {@return a new app to which any page can be connected}
    public App addApp(String name) {
        var app = new App(Ids.digits(), Ids.trace(), name);
        put(app);
        events.publishEvent(StateChanged.state());
        return app;
    }

    private synchronized void put(App app) {
        apps.put(app.id(), app);
        pages.values().forEach(page -> put(new Access(page, app)));
    }

    private void put(Access access) {
        byToken.put(access.token(), access);
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
                .or(() -> pages.values().stream().filter(page -> page.isNamed(key)).findFirst());
    }

    /// {@return the page and the app of this token}
    public synchronized Optional<Access> access(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    /// {@return the app whose own token this is}
    public Optional<App> appWithToken(String token) {
        return apps().stream().filter(app -> app.hasToken(token)).findFirst();
    }

    /// {@return the app for which a page's owner got this token}
    public Optional<App> appWithUserToken(String token) {
        return apps().stream().filter(app -> token.startsWith(app.userToken())).findFirst();
    }

    /// {@return the person with this id, page-scoped id or name}
    public synchronized Optional<Person> person(String key) {
        return Optional.ofNullable(people.get(key))
                .or(() -> Optional.ofNullable(byPsid.get(key)))
                .or(() -> people.values().stream().filter(one -> one.isNamed(key)).findFirst());
    }

    /// {@return the person with this page-scoped id; empty once the account is deleted}
    public synchronized Optional<Person> personKnownTo(Page page, String psid) {
        return Optional.ofNullable(byPsid.get(psid))
                .filter(person -> psid.equals(person.psids().get(page.id())))
                .filter(person -> !isGone(person));
    }

    /// The person deletes the account. Their messages remain.
    public void deleteAccount(Person person) {
        markGone(person);
        events.publishEvent(StateChanged.people());
    }

    private synchronized void markGone(Person person) {
        gone.add(person.id());
    }

    public synchronized boolean isGone(Person person) {
        return gone.contains(person.id());
    }

    public Person addPerson(String name) {
        var person = add(name);
        events.publishEvent(StateChanged.people());
        return person;
    }

    private synchronized Person add(String name) {
        var psids = new LinkedHashMap<String, String>();
        pages.keySet().forEach(page -> psids.put(page, Ids.digits()));
        var person = Names.person(Ids.digits(), name, psids);
        put(person);
        return person;
    }

    /// {@return the person with this account, who has this id at this page} Added if unknown.
    public Person recall(String account, String name, Page page, String psid) {
        var person = put(account, name, page, psid);
        events.publishEvent(StateChanged.people());
        return person;
    }

    private synchronized Person put(String account, String name, Page page, String psid) {
        var known = people.get(account);
        var psids = new LinkedHashMap<String, String>();
        pages.keySet().forEach(one -> psids.put(one, Ids.digits()));
        if (known != null) {
            psids.putAll(known.psids());
        }
        psids.put(page.id(), psid);
        var person = Names.person(account, known == null ? name : known.name(), psids);
        put(person);
        return person;
    }

    public Page addPage(String name) {
        var page = new Page(Ids.digits(), name, Ids.token(), app().id());
        put(page);
        events.publishEvent(StateChanged.state());
        return page;
    }

    private synchronized void put(Page page) {
        pages.put(page.id(), page);
        apps.values().forEach(app -> put(new Access(page, app)));
        people().forEach(person -> put(withPsid(page, person)));
    }

    private static Person withPsid(Page page, Person person) {
        var psids = new HashMap<>(person.psids());
        psids.put(page.id(), Ids.digits());
        return new Person(person.id(), person.name(), person.firstName(), person.lastName(), psids);
    }

    private void initialize() {
        seed.pages().forEach(page -> pages.put(page.id(), page));
        put(seed.app());
        seed.people().forEach(this::put);
    }

    private void put(Person person) {
        people.put(person.id(), person);
        person.psids().values().forEach(psid -> byPsid.put(psid, person));
    }
}
