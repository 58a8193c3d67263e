package dev.parley.desk;

import static dev.parley.desk.Scene.ADA;
import static dev.parley.desk.Scene.NOW;
import static dev.parley.desk.Scene.uuid;

import dev.parley.channel.TextRules;
import dev.parley.contact.web.FieldFact;
import dev.parley.desk.view.ComposerStateView;
import dev.parley.desk.view.ComposerView;
import dev.parley.desk.view.ControlView;
import dev.parley.desk.view.ConversationRowView;
import dev.parley.desk.view.ConversationState;
import dev.parley.desk.view.ConversationView;
import dev.parley.desk.view.CustomerView;
import dev.parley.desk.view.DayView;
import dev.parley.desk.view.DeskView;
import dev.parley.desk.view.DraftView;
import dev.parley.desk.view.EarlierView;
import dev.parley.desk.view.HeadPrivacy;
import dev.parley.desk.view.HeadTimeOut;
import dev.parley.desk.view.HeadView;
import dev.parley.desk.view.ListFilter;
import dev.parley.desk.view.ListOrder;
import dev.parley.desk.view.OfferView;
import dev.parley.desk.view.OfferView.Fact;
import dev.parley.desk.view.OfferView.Notification;
import dev.parley.desk.view.ParticipantsView;
import dev.parley.desk.view.PresenceView;
import dev.parley.desk.view.RailView;
import dev.parley.desk.view.RecordView;
import dev.parley.desk.view.ShownView;
import dev.parley.desk.view.TabsView;
import dev.parley.desk.view.TabsView.TabView;
import dev.parley.desk.view.TimelineView;
import dev.parley.desk.view.TypingView;
import dev.parley.desk.view.ViewsView;
import dev.parley.desk.view.WindowView;
import dev.parley.desk.view.WorklistView;
import dev.parley.desk.view.WrapUpView;
import dev.parley.team.Presence;
import dev.parley.workspace.DraftContent;
import dev.parley.workspace.DraftMode;
import dev.parley.workstream.notification.DesktopNotification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The desk of sample scenes, in one language.
record SampleDesk(boolean chinese) {
    private static final TextRules TEXTS = new TextRules(2000, 13, 20);

    String say(String english, String other) {
        return chinese ? other : english;
    }

    DeskView view(String name) {
        return switch (name) {
            case "empty" ->
                    new DeskView(
                            rail(0, 0, null, Presence.AVAILABLE),
                            list(List.of(), List.of(), null, Presence.AVAILABLE),
                            ViewsView.NONE,
                            tabs(null),
                            null);
            case "away" ->
                    new DeskView(
                            rail(0, 2, null, Presence.INACTIVE),
                            list(List.of(), List.of(), null, Presence.INACTIVE),
                            ViewsView.NONE,
                            tabs(null),
                            null);
            case "offer" ->
                    new DeskView(
                            rail(3, 2, null, Presence.AVAILABLE),
                            list(List.of(offer()), items(null), null, Presence.AVAILABLE),
                            ViewsView.NONE,
                            tabs(null),
                            null);
            case "failing" ->
                    desk(
                            ConversationState.ACTIVE,
                            window(18 * 60 + 12),
                            null,
                            timeline().failing());
            case "open" ->
                    desk(
                            ConversationState.OPEN,
                            window(23 * 60 + 58),
                            say(
                                    "Assign this conversation to yourself to reply.",
                                    "請先將這個交談指派給自己，再回覆。"),
                            timeline().brief());
            case "waiting" ->
                    desk(
                            ConversationState.WAITING,
                            window(20 * 60),
                            say("Resume this conversation to reply.", "請先繼續這個交談，才能回覆。"),
                            timeline().brief());
            case "wrap-up" ->
                    desk(
                            ConversationState.WRAP_UP,
                            window(20 * 60),
                            say(
                                    "You ended this conversation. Close it when your notes are"
                                            + " done.",
                                    "您已結束這個交談。完成備註後請結案。"),
                            timeline().brief());
            case "closed" ->
                    desk(
                            ConversationState.CLOSED,
                            window(20 * 60),
                            say(
                                    "This conversation is closed. If Ada Lin writes again, a"
                                            + " new one begins.",
                                    "這個交談已結案。林艾達再次來訊時會開啟新的交談。"),
                            timeline().brief());
            case "shut" ->
                    desk(
                            ConversationState.ACTIVE,
                            WindowView.closed(),
                            say(
                                    "24 hours have passed since Ada Lin last wrote, so"
                                            + " Messenger takes no reply. It opens again when she"
                                            + " writes.",
                                    "林艾達最後一次來訊已超過 24 小時，Messenger 不接受回覆。對方再次來訊後即可回覆。"),
                            timeline().brief());
            case "tag" ->
                    desk(
                            ConversationState.ACTIVE,
                            new WindowView(
                                    WindowView.Kind.EXTENDED, NOW.plus(Duration.ofHours(101))),
                            null,
                            timeline().brief());
            case "soon" -> desk(ConversationState.ACTIVE, window(40), null, timeline().brief());
            default ->
                    desk(ConversationState.ACTIVE, window(23 * 60 + 12), null, timeline().full());
        };
    }

    DeskView desk(
            ConversationState state, WindowView window, @Nullable String shut, List<DayView> days) {
        var mine = state != ConversationState.OPEN;
        var head =
                new HeadView(
                        ADA,
                        4711,
                        ada(),
                        null,
                        page(),
                        List.of(say("Delivery", "配送")),
                        false,
                        state,
                        mine ? "Mei Lin" : null,
                        mine,
                        null,
                        state == ConversationState.OPEN,
                        false,
                        state == ConversationState.ACTIVE,
                        state == ConversationState.ACTIVE,
                        state == ConversationState.ACTIVE,
                        state == ConversationState.ACTIVE,
                        state == ConversationState.WAITING,
                        state == ConversationState.ACTIVE,
                        state == ConversationState.WRAP_UP,
                        state == ConversationState.CLOSED,
                        true,
                        null,
                        new HeadPrivacy(mine, mine, false, null),
                        new HeadTimeOut("", false, false, false));
        var conversation =
                new ConversationView(
                        head,
                        new ParticipantsView(ADA, "", List.of()),
                        new TimelineView(
                                ADA, state, days, "c0", days.size() > 1 ? "c-50" : null, 0),
                        new ControlView(ADA, null, false, false, List.of(), false),
                        new WrapUpView(ADA, List.of(), false),
                        new ComposerView(
                                ADA,
                                ada(),
                                new ComposerStateView(window, shut),
                                new DraftView(DraftMode.REPLY, null, DraftContent.NONE, List.of()),
                                new DraftView(DraftMode.NOTE, null, DraftContent.NONE, List.of()),
                                TEXTS,
                                25 * 1024 * 1024,
                                true,
                                List.of(),
                                new TypingView(List.of())),
                        customer());
        return new DeskView(
                rail(3, 2, ADA, Presence.AVAILABLE),
                list(List.of(), items(ADA), ADA, Presence.AVAILABLE),
                ViewsView.NONE,
                tabs(ADA),
                conversation);
    }

    private TabsView tabs(@Nullable UUID selected) {
        var tabs =
                items(selected).stream()
                        .limit(4)
                        .map(item ->
                                new TabView(
                                        item.conversationId(),
                                        item.customerName(),
                                        item.preview(),
                                        item.previewOurs(),
                                        item.unread(),
                                        item.unread() > 1))
                        .toList();
        return new TabsView(selected, selected == null ? List.of() : tabs, 10);
    }

    private SampleTimeline timeline() {
        return new SampleTimeline(this);
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
                ShownView.of(ListFilter.MINE),
                List.of(ListFilter.values()),
                new RailView.Counts(unread, open, 0, 0, 0),
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
                ShownView.of(ListFilter.MINE),
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
                OfferView.Kind.OFFER,
                "/desk/offers/" + uuid("offer") + "/accept",
                "/desk/offers/" + uuid("offer") + "/decline",
                ADA,
                say("New conversation:", "新交談："),
                ada(),
                null,
                say(
                        "Hello, is my parcel lost? The tracking page has said “out for"
                                + " delivery” since Monday and nobody answers the phone.",
                        "您好，我的包裹是不是不見了？查詢頁面從星期一就顯示「配送中」，電話也沒有人接。"),
                List.of(
                        new Fact(say("Via", "來源"), page(), null),
                        new Fact(say("Queue", "佇列"), say("Deliveries", "配送問題"), null),
                        new Fact(
                                say("Waiting", "已等候"),
                                say("3 min", "3 分鐘"),
                                NOW.minus(Duration.ofMinutes(3))),
                        new Fact(
                                say("Reason", "分派原因"),
                                say(
                                        "You served Ada before and have room for 2 more.",
                                        "您曾服務過這位客戶，且仍可再接 2 個交談。"),
                                null)),
                say("Accept", "接受"),
                say("Decline", "拒絕"),
                NOW.plus(Duration.ofSeconds(84)),
                120,
                true,
                new Notification(DesktopNotification.NEVER, true));
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
                            say("I will send you the photos tomorrow morning.", "我明天早上再把照片傳給您。"),
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
                null,
                unread > 0 ? NOW.minus(Duration.ofMinutes(minutes)) : null,
                false,
                window,
                null,
                notSent,
                false,
                false,
                notSent ? List.of(say("Delivery", "配送")) : List.of(),
                null,
                id.equals(selected));
    }

    private RecordView record() {
        return new RecordView(
                new RecordView.RecordedContact(
                        uuid("c1"),
                        false,
                        ada(),
                        say("Formosa Trading", "福爾摩沙貿易"),
                        List.of("ada@example.com"),
                        List.of("0912 345 678"),
                        List.of("VIP"),
                        say("Prefers delivery on Saturdays.", "偏好週六送貨。"),
                        List.of(
                                new FieldFact(say("Member level", "會員等級"), say("Gold", "金級")),
                                new FieldFact(say("Member since", "加入日期"), "2024-03-01"))),
                null,
                List.of());
    }

    CustomerView customer() {
        return new CustomerView(
                ADA,
                ada(),
                null,
                false,
                null,
                "zh_TW",
                "GMT+8",
                "Facebook",
                page(),
                "…48213907",
                NOW.minus(Duration.ofDays(411)),
                List.of(say("Delivery", "配送")),
                record(),
                List.of(
                        new EarlierView(
                                uuid("e1"),
                                3920,
                                ConversationState.CLOSED,
                                NOW.minus(Duration.ofDays(64)),
                                say("Which tea has no caffeine?", "哪一款茶沒有咖啡因？"),
                                null,
                                List.of(say("Advice", "諮詢")),
                                null),
                        new EarlierView(
                                uuid("e2"),
                                2177,
                                ConversationState.CLOSED,
                                NOW.minus(Duration.ofDays(203)),
                                say(
                                        "Please change my address to Tainan, thank you so much",
                                        "請幫我把地址改到台南，非常感謝"),
                                null,
                                List.of(),
                                null)),
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
}
