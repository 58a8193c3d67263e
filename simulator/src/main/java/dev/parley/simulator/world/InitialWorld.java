package dev.parley.simulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The apps, pages and people at the start, with fixed ids.
record InitialWorld(App app, List<Page> pages, List<Person> people) {
    private static final List<String> NAMES =
            List.of(
                    "Ada Lin",
                    "Ben Wu",
                    "陳美玲",
                    "林志豪",
                    "Chloé Durand",
                    "Diego Ramos",
                    "Emma Novak",
                    "Farid Haddad");

    static InitialWorld from(WorldSettings settings) {
        var app = new App(settings.app().id(), settings.app().secret(), settings.app().name());
        var pages = List.of(first(settings.page(), app), second(app));
        var people = NAMES.stream().map(name -> person(name, pages)).toList();
        return new InitialWorld(app, pages, people);
    }

    private static Page first(WorldSettings.PageSettings page, App app) {
        return new Page(page.id(), page.name(), page.token(), app.id());
    }

    private static Page second(App app) {
        return new Page("104200300400502", "晴天花店", "EAAsunnyFlowers104200300400502", app.id());
    }

    private static Person person(String name, List<Page> pages) {
        var number = NAMES.indexOf(name) + 1;
        return Names.person(
                "%017d".formatted(10_000_000_000_000_100L + number), name, psids(number, pages));
    }

    private static Map<String, String> psids(int number, List<Page> pages) {
        var psids = new LinkedHashMap<String, String>();
        for (var page : pages) {
            var base = 24_100_000_000_000_000L + 1_000_000_000_000L * (psids.size() + 1);
            psids.put(page.id(), Long.toString(base + 7_919L * number));
        }
        return psids;
    }
}
