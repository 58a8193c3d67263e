package dev.parley.desk;

import dev.parley.desk.view.Author;
import dev.parley.desk.view.ContentView;
import dev.parley.desk.view.ConversationView;
import dev.parley.desk.view.DayView;
import dev.parley.desk.view.DeliveryMark;
import dev.parley.desk.view.DeskView;
import dev.parley.desk.view.EntryView;
import dev.parley.desk.view.EntryView.Bubble;
import dev.parley.desk.view.MarkView;
import dev.parley.desk.view.TimelineView;
import dev.parley.desk.view.WorklistView;
import dev.parley.platform.language.Language;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Sample data for a desk at one moment. All people can write both languages.
record Scene(Instant now, DeskView view) {
    static final List<String> NAMES =
            List.of(
                    "empty", "away", "offer", "full", "failing", "open", "waiting", "wrap-up",
                    "closed", "shut", "tag", "soon");
    static final UUID ADA = uuid("ada");

    static final Instant NOW = Instant.parse("2026-08-20T02:04:00Z");

    static Scene named(String name, Language language) {
        return new Scene(NOW, new SampleDesk(language == Language.CHINESE).view(name));
    }

    Scene saying(EntryView entry) {
        var open = conversation();
        var days = new ArrayList<>(open.timeline().days());
        var last = days.removeLast();
        var entries = new ArrayList<>(last.entries());
        entries.add(entry);
        days.add(new DayView(last.day(), entries));
        return withDays(days);
    }

    /// The same, with this mark on the page's last message.
    Scene marked(DeliveryMark mark) {
        var days = new ArrayList<>(conversation().timeline().days());
        var last = days.removeLast();
        var entries = new ArrayList<>(last.entries());
        for (var index = entries.size() - 1; index >= 0; index--) {
            if (entries.get(index) instanceof Bubble bubble
                    && bubble.author().side().equals("ours")) {
                entries.set(
                        index,
                        new Bubble(
                                bubble.id(),
                                bubble.at(),
                                bubble.author(),
                                bubble.content(),
                                bubble.quote(),
                                bubble.reactions(),
                                bubble.earlierTexts(),
                                MarkView.of(mark),
                                true,
                                bubble.author().kind() == Author.Kind.CUSTOMER,
                                bubble.key(),
                                false));
                break;
            }
        }
        days.add(new DayView(last.day(), entries));
        return withDays(days);
    }

    /// The same, before the first day was loaded.
    Scene lastDayOnly() {
        return withDays(List.of(conversation().timeline().days().getLast()));
    }

    Scene withoutOffers() {
        var list = view.worklist();
        return new Scene(
                now,
                new DeskView(
                        view.rail(),
                        new WorklistView(
                                list.view(),
                                list.sort(),
                                List.of(),
                                list.items(),
                                list.selected(),
                                list.size(),
                                list.more(),
                                list.agent(),
                                list.presence(),
                                list.missed()),
                        view.views(),
                        view.tabs(),
                        view.conversation()));
    }

    ConversationView conversation() {
        var open = view.conversation();
        if (open == null) {
            throw new IllegalStateException("No conversation is open in this scene");
        }
        return open;
    }

    private Scene withDays(List<DayView> days) {
        var open = conversation();
        var thread = open.timeline();
        return new Scene(
                now,
                new DeskView(
                        view.rail(),
                        view.worklist(),
                        view.views(),
                        view.tabs(),
                        new ConversationView(
                                open.head(),
                                open.participants(),
                                new TimelineView(
                                        thread.conversationId(),
                                        thread.state(),
                                        days,
                                        thread.from(),
                                        thread.earlier(),
                                        1),
                                open.control(),
                                open.wrapUp(),
                                open.composer(),
                                open.customer())));
    }

    static Bubble reply(Instant at, String text, String key) {
        return new Bubble(
                UUID.randomUUID(),
                at,
                new Author(Author.Kind.AGENT, "Mei Lin"),
                new ContentView.Text(text),
                null,
                List.of(),
                List.of(),
                MarkView.of(DeliveryMark.SENDING),
                true,
                false,
                key,
                false);
    }

    static Bubble question(Instant at, String text) {
        return new Bubble(
                UUID.randomUUID(),
                at,
                new Author(Author.Kind.CUSTOMER, "Ada Lin"),
                new ContentView.Text(text),
                null,
                List.of(),
                List.of(),
                MarkView.NONE,
                true,
                true,
                null,
                false);
    }

    static String picture(String path) {
        var hue = Math.floorMod(path.hashCode(), 360);
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><rect width="640" height="480" fill="hsl(%d 40%% 70%%)"/><circle cx="320" cy="260" r="120" fill="hsl(%d 45%% 45%%)"/></svg>\
        """
                .formatted(hue, hue);
    }

    static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
