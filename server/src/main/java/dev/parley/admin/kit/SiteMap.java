package dev.parley.admin.kit;

import dev.parley.platform.web.Menu;
import dev.parley.platform.web.MenuEntry;
import java.util.List;
import java.util.stream.Stream;

/// The screens of the administration: its own, and in each section those that the channels provide
/// as [dev.parley.platform.web.MenuEntries].
public final class SiteMap {
    /// The place of guides through the set-up of a channel, above all sections.
    public static final String GUIDES = "guides";

    /// The place of screens that belong below the list of channels.
    public static final String CHANNELS = "channels";

    /// The place of screens with tools that agents work with.
    public static final String PRODUCTIVITY = "productivity";

    /// The place of screens with what protects customers and agents.
    public static final String PRIVACY = "privacy";

    /// The place of screens for daily operation.
    public static final String OPERATIONS = "operations";

    private SiteMap() {}

    /// {@return the sections, in the order of the screen}
    public static List<Section> sections(Menu menu) {
        return List.of(
                section(
                        "admin.support",
                        Stream.of(entry("admin.channels", "/admin/channels")),
                        menu.at(CHANNELS).stream().map(entry -> new Entry(entry, true)),
                        Stream.of(
                                entry("admin.workstreams", "/admin/workstreams"),
                                entry("admin.queues", "/admin/queues"),
                                entry("teamwork.dispositions", "/admin/disposition-codes"),
                                entry("tag.tags", "/admin/tags"),
                                entry("notification.templates", "/admin/notification-templates"))),
                section(
                        "admin.productivity",
                        Stream.of(),
                        menu.at(PRODUCTIVITY).stream().map(entry -> new Entry(entry, false)),
                        Stream.of()),
                section(
                        "admin.privacy",
                        Stream.of(),
                        menu.at(PRIVACY).stream().map(entry -> new Entry(entry, false)),
                        Stream.of()),
                section(
                        "admin.userManagement",
                        Stream.of(entry("admin.users", "/admin/users")),
                        Stream.of(),
                        Stream.of()),
                section(
                        "admin.operations",
                        Stream.of(entry("admin.audit", "/admin/audit")),
                        menu.at(OPERATIONS).stream().map(entry -> new Entry(entry, false)),
                        Stream.of(
                                new Entry(
                                        new MenuEntry(
                                                OPERATIONS,
                                                "admin.deadLetters",
                                                "/admin/dead-letters",
                                                "admin.deadLetters.waiting"),
                                        false))));
    }

    private static Section section(
            String name, Stream<Entry> first, Stream<Entry> provided, Stream<Entry> last) {
        return new Section(
                name, Stream.of(first, provided, last).flatMap(entries -> entries).toList());
    }

    private static Entry entry(String name, String address) {
        return new Entry(new MenuEntry("", name, address), false);
    }

    /// A heading with its entries.
    ///
    /// @param name the key of its text
    public record Section(String name, List<Entry> entries) {
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /// A link to a screen.
    ///
    /// @param below whether it is nested under the entry above it
    public record Entry(MenuEntry to, boolean below) {}
}
