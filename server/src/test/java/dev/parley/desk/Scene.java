package dev.parley.desk;

import dev.parley.channel.TextRules;
import dev.parley.desk.view.AttachmentView;
import dev.parley.desk.view.Author;
import dev.parley.desk.view.ComposerView;
import dev.parley.desk.view.ContentView;
import dev.parley.desk.view.ControlView;
import dev.parley.desk.view.ConversationRowView;
import dev.parley.desk.view.ConversationState;
import dev.parley.desk.view.ConversationView;
import dev.parley.desk.view.CustomerView;
import dev.parley.desk.view.DayView;
import dev.parley.desk.view.DeliveryMark;
import dev.parley.desk.view.DeskView;
import dev.parley.desk.view.EarlierView;
import dev.parley.desk.view.EntryView;
import dev.parley.desk.view.EntryView.Bubble;
import dev.parley.desk.view.EntryView.SystemLine;
import dev.parley.desk.view.HeadView;
import dev.parley.desk.view.ListFilter;
import dev.parley.desk.view.ListOrder;
import dev.parley.desk.view.MarkView;
import dev.parley.desk.view.OfferView;
import dev.parley.desk.view.PresenceView;
import dev.parley.desk.view.QuoteView;
import dev.parley.desk.view.RailView;
import dev.parley.desk.view.ReactionView;
import dev.parley.desk.view.ThreadView;
import dev.parley.desk.view.WindowView;
import dev.parley.desk.view.WorklistView;
import dev.parley.platform.language.Language;
import dev.parley.team.Presence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sample data for a desk at one moment. All people can write both languages.
record Scene(Instant now, DeskView view) {
    static final List<String> NAMES =
            List.of(
                    "empty", "away", "offer", "full", "failing", "open", "waiting", "wrap-up",
                    "closed", "shut", "tag", "soon");
    static final UUID ADA = uuid("ada");

    private static final TextRules TEXTS = new TextRules(2000, 13, 20);
    private static final Instant NOW = Instant.parse("2026-08-20T02:04:00Z");

    static Scene named(String name, Language language) {
        return new Scene(NOW, new Maker(language == Language.CHINESE).view(name));
    }

    Scene saying(EntryView entry) {
        var open = conversation();
        var days = new ArrayList<>(open.thread().days());
        var last = days.removeLast();
        var entries = new ArrayList<>(last.entries());
        entries.add(entry);
        days.add(new DayView(last.day(), entries));
        return withDays(days);
    }

    /// The same, with this mark on the page's last message.
    Scene marked(DeliveryMark mark) {
        var days = new ArrayList<>(conversation().thread().days());
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
        return withDays(List.of(conversation().thread().days().getLast()));
    }

    Scene withoutOffers() {
        var list = view.worklist();
        return new Scene(
                now,
                new DeskView(
                        view.rail(),
                        new WorklistView(
                                list.show(),
                                list.sort(),
                                List.of(),
                                list.items(),
                                list.selected(),
                                list.size(),
                                list.more(),
                                list.agent(),
                                list.presence(),
                                list.missed()),
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
        var thread = open.thread();
        return new Scene(
                now,
                new DeskView(
                        view.rail(),
                        view.worklist(),
                        new ConversationView(
                                open.head(),
                                new ThreadView(
                                        thread.conversationId(),
                                        thread.state(),
                                        days,
                                        thread.from(),
                                        thread.earlier(),
                                        1),
                                open.control(),
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

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// Creates scenes in one language.
    private record Maker(boolean chinese) {
        String say(String english, String other) {
            return chinese ? other : english;
        }

        DeskView view(String name) {
            return switch (name) {
                case "empty" ->
                        new DeskView(
                                rail(0, 0, null, Presence.AVAILABLE),
                                list(List.of(), List.of(), null, Presence.AVAILABLE),
                                null);
                case "away" ->
                        new DeskView(
                                rail(0, 2, null, Presence.INACTIVE),
                                list(List.of(), List.of(), null, Presence.INACTIVE),
                                null);
                case "offer" ->
                        new DeskView(
                                rail(3, 2, null, Presence.AVAILABLE),
                                list(List.of(offer()), items(null), null, Presence.AVAILABLE),
                                null);
                case "failing" ->
                        desk(ConversationState.ACTIVE, window(18 * 60 + 12), null, failing());
                case "open" ->
                        desk(
                                ConversationState.OPEN,
                                window(23 * 60 + 58),
                                say("Take this conversation to reply.", "請先接手這個交談，才能回覆。"),
                                shortThread());
                case "waiting" ->
                        desk(
                                ConversationState.WAITING,
                                window(20 * 60),
                                say("Resume this conversation to reply.", "請先繼續這個交談，才能回覆。"),
                                shortThread());
                case "wrap-up" ->
                        desk(
                                ConversationState.WRAP_UP,
                                window(20 * 60),
                                say(
                                        "You ended this conversation. Close it when your notes are"
                                                + " done.",
                                        "您已結束這個交談。完成備註後請結案。"),
                                shortThread());
                case "closed" ->
                        desk(
                                ConversationState.CLOSED,
                                window(20 * 60),
                                say(
                                        "This conversation is closed. If Ada Lin writes again, a"
                                                + " new one begins.",
                                        "這個交談已結案。林艾達再次來訊時會開啟新的交談。"),
                                shortThread());
                case "shut" ->
                        desk(
                                ConversationState.ACTIVE,
                                WindowView.closed(),
                                say(
                                        "24 hours have passed since Ada Lin last wrote, so"
                                                + " Messenger takes no reply. It opens again when she"
                                                + " writes.",
                                        "林艾達最後一次來訊已超過 24 小時，Messenger 不接受回覆。對方再次來訊後即可回覆。"),
                                shortThread());
                case "tag" ->
                        desk(
                                ConversationState.ACTIVE,
                                new WindowView(
                                        WindowView.Kind.EXTENDED, NOW.plus(Duration.ofHours(101))),
                                null,
                                shortThread());
                case "soon" -> desk(ConversationState.ACTIVE, window(40), null, shortThread());
                default -> desk(ConversationState.ACTIVE, window(23 * 60 + 12), null, full());
            };
        }

        DeskView desk(
                ConversationState state,
                WindowView window,
                @Nullable String shut,
                List<DayView> days) {
            var mine = state != ConversationState.OPEN;
            var head =
                    new HeadView(
                            ADA,
                            4711,
                            ada(),
                            null,
                            page(),
                            state,
                            mine ? "Mei Lin" : null,
                            mine,
                            state == ConversationState.OPEN,
                            state == ConversationState.ACTIVE,
                            state == ConversationState.WAITING,
                            state == ConversationState.ACTIVE,
                            state == ConversationState.WRAP_UP,
                            null);
            var conversation =
                    new ConversationView(
                            head,
                            new ThreadView(
                                    ADA, state, days, "c0", days.size() > 1 ? "c-50" : null, 0),
                            new ControlView(ADA, null, false, false, List.of(), false),
                            new ComposerView(
                                    ADA,
                                    ada(),
                                    window,
                                    shut,
                                    TEXTS,
                                    25 * 1024 * 1024,
                                    true,
                                    List.of()),
                            customer());
            return new DeskView(
                    rail(3, 2, ADA, Presence.AVAILABLE),
                    list(List.of(), items(ADA), ADA, Presence.AVAILABLE),
                    conversation);
        }

        String ada() {
            return say("Ada Lin", "林艾達");
        }

        String page() {
            return say("Sunny Tea", "日光茶坊");
        }

        WindowView window(int minutes) {
            return new WindowView(WindowView.Kind.OPEN, NOW.plus(Duration.ofMinutes(minutes)));
        }

        RailView rail(int unread, int open, @Nullable UUID selected, Presence presence) {
            var options =
                    List.of(
                            Presence.AVAILABLE,
                            Presence.BUSY,
                            Presence.DO_NOT_DISTURB,
                            Presence.AWAY,
                            Presence.OFFLINE);
            return new RailView(
                    ListFilter.MINE,
                    List.of(ListFilter.MINE, ListFilter.OPEN, ListFilter.ALL, ListFilter.CLOSED),
                    unread,
                    open,
                    selected,
                    new PresenceView(presence, options),
                    say("Mei Lin", "林美"),
                    true,
                    true,
                    true);
        }

        WorklistView list(
                List<OfferView> offers,
                List<ConversationRowView> items,
                @Nullable UUID selected,
                Presence presence) {
            return new WorklistView(
                    ListFilter.MINE,
                    ListOrder.NEWEST,
                    offers,
                    items,
                    selected,
                    50,
                    items.size() > 10,
                    true,
                    presence,
                    List.of());
        }

        OfferView offer() {
            return new OfferView(
                    uuid("offer"),
                    ADA,
                    ada(),
                    null,
                    page(),
                    say("Deliveries", "配送問題"),
                    say(
                            "Hello, is my parcel lost? The tracking page has said “out for"
                                    + " delivery” since Monday and nobody answers the phone.",
                            "您好，我的包裹是不是不見了？查詢頁面從星期一就顯示「配送中」，電話也沒有人接。"),
                    NOW.minus(Duration.ofMinutes(3)),
                    say(
                            "You served Ada before and have room for 2 more.",
                            "您曾服務過這位客戶，且仍可再接 2 個交談。"),
                    NOW.plus(Duration.ofSeconds(84)),
                    120,
                    true);
        }

        List<ConversationRowView> items(@Nullable UUID selected) {
            var items = new ArrayList<ConversationRowView>();
            items.add(
                    item(
                            ADA,
                            4711,
                            ada(),
                            say("It says out for delivery since Monday", "從星期一就顯示配送中"),
                            false,
                            2,
                            1,
                            ConversationState.ACTIVE,
                            window(23 * 60),
                            false,
                            selected));
            items.add(
                    item(
                            uuid("ben"),
                            4709,
                            say("Ben Wu", "吳本恩"),
                            say(
                                    "Could you look at my invoice again? The total is not what we"
                                            + " agreed on",
                                    "可以再幫我看一下發票嗎？金額跟我們談的不一樣"),
                            false,
                            24,
                            2,
                            ConversationState.ACTIVE,
                            window(40),
                            false,
                            selected));
            items.add(
                    item(
                            uuid("cho"),
                            4702,
                            say("Chiara Rossi-Vandenberghe", "歐陽千慧"),
                            say("Thank you, that worked!", "謝謝，已經可以了！"),
                            false,
                            61,
                            0,
                            ConversationState.WRAP_UP,
                            window(22 * 60),
                            false,
                            selected));
            items.add(
                    item(
                            uuid("dev"),
                            4698,
                            say("Visitor 12", "訪客 12"),
                            say("Your refund is on its way.", "您的退款已在處理中。"),
                            true,
                            190,
                            0,
                            ConversationState.ACTIVE,
                            window(9 * 60),
                            true,
                            selected));
            for (var index = 0; index < 9; index++) {
                items.add(
                        item(
                                uuid("w" + index),
                                4600 + index,
                                say("Customer ", "客戶 ") + (char) ('A' + index),
                                say(
                                        "I will send you the photos tomorrow morning.",
                                        "我明天早上再把照片傳給您。"),
                                index % 3 == 0,
                                60 * 24 * (index + 1),
                                0,
                                ConversationState.WAITING,
                                WindowView.closed(),
                                false,
                                selected));
            }
            return items;
        }

        ConversationRowView item(
                UUID id,
                long number,
                String name,
                String preview,
                boolean ours,
                int minutes,
                int unread,
                ConversationState state,
                WindowView window,
                boolean notSent,
                @Nullable UUID selected) {
            return new ConversationRowView(
                    id,
                    number,
                    name,
                    null,
                    page(),
                    preview,
                    ours,
                    NOW.minus(Duration.ofMinutes(minutes)),
                    unread,
                    state,
                    window,
                    null,
                    notSent,
                    id.equals(selected));
        }

        CustomerView customer() {
            return new CustomerView(
                    ADA,
                    ada(),
                    null,
                    "zh_TW",
                    "GMT+8",
                    "Facebook",
                    page(),
                    "…48213907",
                    NOW.minus(Duration.ofDays(411)),
                    List.of(
                            new EarlierView(
                                    uuid("e1"),
                                    3920,
                                    ConversationState.CLOSED,
                                    NOW.minus(Duration.ofDays(64)),
                                    say("Which tea has no caffeine?", "哪一款茶沒有咖啡因？")),
                            new EarlierView(
                                    uuid("e2"),
                                    2177,
                                    ConversationState.CLOSED,
                                    NOW.minus(Duration.ofDays(203)),
                                    say(
                                            "Please change my address to Tainan, thank you so much",
                                            "請幫我把地址改到台南，非常感謝"))),
                    List.of(
                            say(
                                    "Came in on the page Sunny Tea, workstream Shop.",
                                    "由頁面「日光茶坊」進入工作流「商店」。"),
                            say(
                                    "The rule “mentions a parcel” chose the queue Deliveries.",
                                    "規則「提到包裹」選擇了佇列「配送問題」。"),
                            say("Tom Chen was passed over: at capacity.", "略過陳湯姆：容量已滿。"),
                            say(
                                    "You served Ada before and had room for 2 more.",
                                    "您曾服務過這位客戶，且仍可再接 2 個交談。")));
        }

        List<DayView> shortThread() {
            var talk = new Talk();
            talk.system(30, say("Mei Lin accepted this conversation", "林美接受了這個交談"));
            talk.theirs(28, say("Is my parcel lost?", "我的包裹是不是不見了？"));
            talk.ours(26, say("It arrives tomorrow.", "明天就會送達。"), MarkView.of(DeliveryMark.READ));
            talk.theirs(4, say("Wonderful, thank you!", "太好了，謝謝！"));
            return List.of(new DayView(LocalDate.of(2026, 8, 20), talk.entries));
        }

        List<DayView> failing() {
            var talk = new Talk();
            talk.theirs(44, say("Hello? Anybody there?", "您好？有人在嗎？"));
            talk.ours(41, say("Yes, good morning!", "早安，我在！"), MarkView.of(DeliveryMark.DELIVERED));
            talk.ours(
                    40,
                    say("I am looking into it.", "我正在為您查詢。"),
                    new MarkView(
                            DeliveryMark.FAILED,
                            say(
                                    "Messenger refused this: the customer has blocked the page.",
                                    "Messenger 拒絕了這則訊息：客戶已封鎖這個頁面。"),
                            false));
            talk.ours(
                    33,
                    say("The driver has been asked to call you.", "我們已請司機與您聯絡。"),
                    new MarkView(
                            DeliveryMark.FAILED,
                            say("Messenger did not answer.", "Messenger 沒有回應。"),
                            true));
            talk.ours(
                    25,
                    say("Did he reach you?", "他聯絡上您了嗎？"),
                    new MarkView(
                            DeliveryMark.UNKNOWN,
                            say(
                                    "The answer was lost on the way, so it is not known whether"
                                            + " this arrived.",
                                    "連線途中失去回應，無法確認是否送達。"),
                            true));
            talk.ours(
                    2,
                    say("I will be here until six.", "我會在線上到六點。"),
                    new MarkView(
                            DeliveryMark.QUEUED,
                            say("Waits for a new page access token", "等待新的頁面存取權杖"),
                            false));
            talk.ours(1, say("Just write to me.", "隨時來訊。"), MarkView.of(DeliveryMark.SENDING));
            return List.of(new DayView(LocalDate.of(2026, 8, 20), talk.entries));
        }

        List<DayView> full() {
            var before = new Talk();
            before.add(
                    new Bubble(
                            uuid("bot1"),
                            ago(1700),
                            new Author(Author.Kind.AUTOMATIC, say("Sunny Tea", "日光茶坊")),
                            new ContentView.Text(
                                    say(
                                            "Thank you for writing to Sunny Tea. Somebody will be"
                                                    + " with you shortly.",
                                            "感謝您來訊日光茶坊，專員將盡快為您服務。")),
                            null,
                            List.of(),
                            List.of(),
                            MarkView.of(DeliveryMark.READ),
                            true,
                            false,
                            null,
                            false));
            for (var index = 0; index < 18; index++) {
                before.theirs(
                        1690 - index * 12,
                        say(
                                "Message number "
                                        + (index + 1)
                                        + " about a very long story with the neighbours, the"
                                        + " courier and a cat.",
                                "第 " + (index + 1) + " 則訊息，關於鄰居、快遞和一隻貓的漫長故事。"));
                before.ours(
                        1689 - index * 12,
                        say("I see. What happened then?", "了解，後來發生了什麼事？"),
                        MarkView.of(DeliveryMark.READ));
            }
            before.add(
                    new Bubble(
                            uuid("out"),
                            ago(1450),
                            new Author(Author.Kind.OUTSIDE, say("Tom Chen", "陳湯姆")),
                            new ContentView.Text(
                                    say("I will pass this on to my colleagues.", "我會轉達給同事。")),
                            null,
                            List.of(),
                            List.of(),
                            MarkView.of(DeliveryMark.READ),
                            true,
                            false,
                            null,
                            false));
            var talk = new Talk();
            talk.system(118, say("Came from the advert “Summer blends”", "來自廣告「夏季特調」"));
            talk.add(
                    theirs(
                            "choice",
                            116,
                            new ContentView.Choice(say("Where is my parcel?", "我的包裹在哪裡？")),
                            null,
                            List.of(),
                            List.of()));
            talk.add(
                    new Bubble(
                            uuid("bot2"),
                            ago(115),
                            new Author(Author.Kind.BOT, say("Leaf", "小葉")),
                            new ContentView.Text(
                                    say(
                                            "Which order is it about? You can send me the number or"
                                                    + " a photo of the slip.",
                                            "請問是哪一筆訂單？您可以傳訂單編號或單據照片給我。")),
                            null,
                            List.of(),
                            List.of(),
                            MarkView.of(DeliveryMark.READ),
                            true,
                            false,
                            null,
                            false));
            talk.add(
                    theirs(
                            "pics",
                            110,
                            new ContentView.Text(
                                    "",
                                    List.of(
                                            image("slip", 900, 1200),
                                            image("box", 1600, 1200),
                                            image("door", 1200, 1200),
                                            image("cat", 1200, 900))),
                            null,
                            List.of(),
                            List.of()));
            talk.add(
                    theirs(
                            "word",
                            109,
                            new ContentView.Text(
                                    say(
                                            "Order 20260817-553. The courier’s page:"
                                                    + " https://tracking.example.com/p/20260817-553?lang=en,"
                                                    + " it never changes.",
                                            "訂單 20260817-553。貨運查詢頁：https://tracking.example.com/p/20260817-553"
                                                    + " ，一直沒有更新。")),
                            null,
                            List.of(new ReactionView("❤️", "Mei Lin", null)),
                            List.of()));
            talk.system(104, say("Mei Lin accepted this conversation", "林美接受了這個交談"));
            talk.ours(
                    103,
                    say("Good morning Ada, this is Mei.", "艾達早安，我是林美。"),
                    MarkView.of(DeliveryMark.READ));
            talk.ours(
                    102,
                    say(
                            "I have found it: the parcel is in the depot in Banqiao. It was sent"
                                    + " back once because nobody opened.\n\n"
                                    + "Shall I have it brought tomorrow between 9 and 12?",
                            "我查到了：包裹在板橋的集貨站，因為無人應門退回過一次。\n\n要不要安排明天 9 點到 12 點之間再送一次？"),
                    MarkView.of(DeliveryMark.READ));
            talk.add(
                    theirs(
                            "quoted",
                            90,
                            new ContentView.Text(say("Yes please!", "好的，麻煩您！")),
                            new QuoteView(
                                    talk.entries.getLast().id(),
                                    "Mei Lin",
                                    say(
                                            "I have found it: the parcel is in the depot in"
                                                    + " Banqiao.",
                                            "我查到了：包裹在板橋的集貨站")),
                            List.of(),
                            List.of()));
            talk.add(
                    theirs(
                            "edited",
                            89,
                            new ContentView.Text(
                                    say(
                                            "My address is 12 Tea Lane, 3rd floor",
                                            "我的地址是茶巷 12 號 3 樓")),
                            null,
                            List.of(),
                            List.of(
                                    say(
                                            "My address is 12 Tea Lane, 2nd floor",
                                            "我的地址是茶巷 12 號 2 樓"))));
            talk.add(theirs("erased", 88, new ContentView.Erased(), null, List.of(), List.of()));
            talk.add(
                    theirs(
                            "place",
                            87,
                            new ContentView.Text(
                                    "",
                                    List.of(
                                            new AttachmentView.Location(
                                                    say("Tea Lane, Banqiao", "板橋茶巷"),
                                                    "https://maps.example.com/"))),
                            null,
                            List.of(),
                            List.of()));
            talk.add(
                    theirs(
                            "files",
                            80,
                            new ContentView.Text(
                                    "",
                                    List.of(
                                            new AttachmentView.Download(
                                                    "/attachments/1",
                                                    say("invoice 2026-08.pdf", "發票 2026-08.pdf"),
                                                    184_320,
                                                    null,
                                                    null),
                                            new AttachmentView.Fetching(
                                                    say("contract.docx", "合約.docx")),
                                            new AttachmentView.Refused(
                                                    say(
                                                            "The customer sent a file. File"
                                                                    + " attachments from customers are"
                                                                    + " switched off, so it was not"
                                                                    + " fetched.",
                                                            "客戶傳送了檔案。客戶的檔案附件功能已關閉，因此未下載。")))),
                            null,
                            List.of(),
                            List.of()));
            talk.add(
                    theirs(
                            "audio",
                            70,
                            new ContentView.Text(
                                    "",
                                    List.of(
                                            new AttachmentView.Audio(
                                                    "/attachments/2",
                                                    say("Voice message", "語音訊息")))),
                            null,
                            List.of(),
                            List.of()));
            talk.add(
                    theirs(
                            "share",
                            66,
                            new ContentView.Text(
                                    "",
                                    List.of(
                                            new AttachmentView.Link(
                                                    null,
                                                    say("Sunny Tea: how we deliver", "日光茶坊：配送說明"),
                                                    "https://example.com/"))),
                            null,
                            List.of(),
                            List.of()));
            talk.add(
                    theirs(
                            "odd",
                            60,
                            new ContentView.Unsupported("reel_comment", null, true),
                            null,
                            List.of(),
                            List.of()));
            talk.add(
                    theirs(
                            "press",
                            58,
                            new ContentView.Pressed(say("Talk to a person", "與專員交談")),
                            null,
                            List.of(),
                            List.of()));
            talk.ours(
                    50,
                    say("All arranged. You will get a message from the driver.", "已安排好，司機會先傳訊息給您。"),
                    MarkView.of(DeliveryMark.DELIVERED));
            talk.add(
                    theirs(
                            "like",
                            40,
                            new ContentView.Sticker("/picture/like", null),
                            null,
                            List.of(),
                            List.of()));
            talk.ours(
                    6,
                    say("Anything else I can do?", "還有什麼需要幫忙的嗎？"),
                    MarkView.of(DeliveryMark.SENT));
            talk.theirs(2, say("It says out for delivery since Monday", "從星期一就顯示配送中"));
            return List.of(
                    new DayView(LocalDate.of(2026, 8, 19), before.entries),
                    new DayView(LocalDate.of(2026, 8, 20), talk.entries));
        }

        static AttachmentView image(String name, int width, int height) {
            return new AttachmentView.Image(
                    "/picture/" + name, "/picture/" + name, name + ".jpg", width, height, false);
        }

        static Instant ago(int minutes) {
            return NOW.minus(Duration.ofMinutes(minutes));
        }

        Bubble theirs(
                String id,
                int minutes,
                ContentView said,
                @Nullable QuoteView quote,
                List<ReactionView> reactions,
                List<String> earlier) {
            return new Bubble(
                    uuid(id),
                    ago(minutes),
                    new Author(Author.Kind.CUSTOMER, ada()),
                    said,
                    quote,
                    reactions,
                    earlier,
                    MarkView.NONE,
                    true,
                    true,
                    null,
                    false);
        }

        /// Collects one day's entries.
        private final class Talk {
            private final List<EntryView> entries = new ArrayList<>();

            void add(EntryView entry) {
                entries.add(entry);
            }

            void system(int minutes, String text) {
                add(new SystemLine(uuid("system" + minutes), ago(minutes), text));
            }

            void theirs(int minutes, String text) {
                add(
                        Maker.this.theirs(
                                "theirs" + minutes,
                                minutes,
                                new ContentView.Text(text),
                                null,
                                List.of(),
                                List.of()));
            }

            void ours(int minutes, String text, MarkView mark) {
                add(
                        new Bubble(
                                uuid("ours" + minutes),
                                ago(minutes),
                                new Author(Author.Kind.AGENT, say("Mei Lin", "林美")),
                                new ContentView.Text(text),
                                null,
                                List.of(),
                                List.of(),
                                mark,
                                true,
                                false,
                                null,
                                false));
            }
        }
    }
}
