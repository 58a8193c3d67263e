package dev.parley.desk;

import static dev.parley.desk.Scene.NOW;
import static dev.parley.desk.Scene.uuid;

import dev.parley.desk.view.AttachmentView;
import dev.parley.desk.view.Author;
import dev.parley.desk.view.ContentView;
import dev.parley.desk.view.DayView;
import dev.parley.desk.view.DeliveryMark;
import dev.parley.desk.view.EntryView;
import dev.parley.desk.view.EntryView.Bubble;
import dev.parley.desk.view.EntryView.SystemLine;
import dev.parley.desk.view.MarkView;
import dev.parley.desk.view.QuoteView;
import dev.parley.desk.view.ReactionView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sample messages of one conversation, in one language.
final class SampleTimeline {
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);

    private final SampleDesk desk;

    SampleTimeline(SampleDesk desk) {
        this.desk = desk;
    }

    List<DayView> brief() {
        var today = new Day();
        today.note(30, say("Mei Lin accepted this conversation", "林美接受了這個交談"));
        today.customer(28, say("Is my parcel lost?", "我的包裹是不是不見了？"));
        today.agent(26, say("It arrives tomorrow.", "明天就會送達。"), DeliveryMark.READ);
        today.customer(4, say("Wonderful, thank you!", "太好了，謝謝！"));
        return List.of(today.view(TODAY));
    }

    /// Replies with every mark that tells of trouble.
    List<DayView> failing() {
        var today = new Day();
        today.customer(44, say("Hello? Anybody there?", "您好？有人在嗎？"));
        today.agent(41, say("Yes, good morning!", "早安，我在！"), DeliveryMark.DELIVERED);
        today.agent(
                40,
                say("I am looking into it.", "我正在為您查詢。"),
                new MarkView(
                        DeliveryMark.FAILED,
                        say(
                                "Messenger refused this: the customer has blocked the page.",
                                "Messenger 拒絕了這則訊息：客戶已封鎖這個頁面。"),
                        false));
        today.agent(
                33,
                say("The driver has been asked to call you.", "我們已請司機與您聯絡。"),
                new MarkView(
                        DeliveryMark.FAILED,
                        say("Messenger did not answer.", "Messenger 沒有回應。"),
                        true));
        today.agent(
                25,
                say("Did he reach you?", "他聯絡上您了嗎？"),
                new MarkView(
                        DeliveryMark.UNKNOWN,
                        say(
                                "The answer was lost on the way, so it is not known whether"
                                        + " this arrived.",
                                "連線途中失去回應，無法確認是否送達。"),
                        true));
        today.agent(
                2,
                say("I will be here until six.", "我會在線上到六點。"),
                new MarkView(
                        DeliveryMark.QUEUED,
                        say("Waits for a new page access token", "等待新的頁面存取權杖"),
                        false));
        today.agent(1, say("Just write to me.", "隨時來訊。"), DeliveryMark.SENDING);
        return List.of(today.view(TODAY));
    }

    /// Every kind of message and file.
    List<DayView> full() {
        var today = new Day();
        arrival(today);
        parcel(today);
        address(today);
        files(today);
        end(today);
        return List.of(aLongDay().view(TODAY.minusDays(1)), today.view(TODAY));
    }

    private Day aLongDay() {
        var day = new Day();
        day.says(
                new Author(Author.Kind.AUTOMATIC, desk.page()),
                1700,
                say(
                        "Thank you for writing to Sunny Tea. Somebody will be with you shortly.",
                        "感謝您來訊日光茶坊，專員將盡快為您服務。"));
        for (var number = 1; number <= 18; number++) {
            var minutes = 1702 - number * 12;
            day.customer(
                    minutes,
                    say(
                                    "Message number %d about a very long story with the neighbours,"
                                            + " the courier and a cat.",
                                    "第 %d 則訊息，關於鄰居、快遞和一隻貓的漫長故事。")
                            .formatted(number));
            day.agent(
                    minutes - 1,
                    say("I see. What happened then?", "了解，後來發生了什麼事？"),
                    DeliveryMark.READ);
        }
        day.says(
                new Author(Author.Kind.OUTSIDE, say("Tom Chen", "陳湯姆")),
                1450,
                say("I will pass this on to my colleagues.", "我會轉達給同事。"));
        return day;
    }

    private void arrival(Day day) {
        day.note(118, say("Came from the advert “Summer blends”", "來自廣告「夏季特調」"));
        day.customer(
                116, new ContentView.PressedReplyButton(say("Where is my parcel?", "我的包裹在哪裡？")));
        day.says(
                new Author(Author.Kind.BOT, say("Leaf", "小葉")),
                115,
                say(
                        "Which order is it about? You can send me the number or a photo of the"
                                + " slip.",
                        "請問是哪一筆訂單？您可以傳訂單編號或單據照片給我。"));
        day.customer(
                110,
                image("slip", 900, 1200),
                image("box", 1600, 1200),
                image("door", 1200, 1200),
                image("cat", 1200, 900));
    }

    private void parcel(Day day) {
        day.add(
                customer(
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
        day.note(104, say("Mei Lin accepted this conversation", "林美接受了這個交談"));
        day.agent(103, say("Good morning Ada, this is Mei.", "艾達早安，我是林美。"), DeliveryMark.READ);
        day.agent(
                102,
                say(
                        "I have found it: the parcel is in the depot in Banqiao. It was sent"
                                + " back once because nobody opened.\n\n"
                                + "Shall I have it brought tomorrow between 9 and 12?",
                        "我查到了：包裹在板橋的集貨站，因為無人應門退回過一次。\n\n要不要安排明天 9 點到 12 點之間再送一次？"),
                DeliveryMark.READ);
        day.add(
                customer(
                        90,
                        new ContentView.Text(say("Yes please!", "好的，麻煩您！")),
                        new QuoteView(
                                day.lastId(),
                                "Mei Lin",
                                say(
                                        "I have found it: the parcel is in the depot in Banqiao.",
                                        "我查到了：包裹在板橋的集貨站")),
                        List.of(),
                        List.of()));
    }

    private void address(Day day) {
        day.add(
                customer(
                        89,
                        new ContentView.Text(
                                say("My address is 12 Tea Lane, 3rd floor", "我的地址是茶巷 12 號 3 樓")),
                        null,
                        List.of(),
                        List.of(say("My address is 12 Tea Lane, 2nd floor", "我的地址是茶巷 12 號 2 樓"))));
        day.customer(88, new ContentView.Erased());
        day.customer(
                87,
                new AttachmentView.Location(
                        say("Tea Lane, Banqiao", "板橋茶巷"), "https://maps.example.com/"));
    }

    private void files(Day day) {
        day.customer(
                80,
                new AttachmentView.Download(
                        "/attachments/1",
                        say("invoice 2026-08.pdf", "發票 2026-08.pdf"),
                        184_320,
                        null,
                        null),
                new AttachmentView.Fetching(say("contract.docx", "合約.docx")),
                new AttachmentView.Refused(
                        say(
                                "The customer sent a file. File attachments from customers are"
                                        + " switched off, so it was not fetched.",
                                "客戶傳送了檔案。客戶的檔案附件功能已關閉，因此未下載。")));
        day.customer(70, new AttachmentView.Audio("/attachments/2", say("Voice message", "語音訊息")));
        day.customer(
                66,
                new AttachmentView.Link(
                        null,
                        say("Sunny Tea: how we deliver", "日光茶坊：配送說明"),
                        "https://example.com/"));
    }

    private void end(Day day) {
        day.customer(60, new ContentView.Unsupported("reel_comment", null, true));
        day.customer(58, new ContentView.Pressed(say("Talk to a person", "與專員交談")));
        day.agent(
                50,
                say("All arranged. You will get a message from the driver.", "已安排好，司機會先傳訊息給您。"),
                DeliveryMark.DELIVERED);
        day.customer(40, new ContentView.Sticker("/picture/like", null));
        day.agent(6, say("Anything else I can do?", "還有什麼需要幫忙的嗎？"), DeliveryMark.SENT);
        day.customer(2, say("It says out for delivery since Monday", "從星期一就顯示配送中"));
    }

    private String say(String english, String other) {
        return desk.say(english, other);
    }

    private static AttachmentView image(String name, int width, int height) {
        return new AttachmentView.Image(
                "/picture/" + name, "/picture/" + name, name + ".jpg", width, height, false);
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private Bubble customer(
            int minutes,
            ContentView content,
            @Nullable QuoteView quote,
            List<ReactionView> reactions,
            List<String> earlier) {
        return new Bubble(
                uuid("customer" + minutes),
                ago(minutes),
                new Author(Author.Kind.CUSTOMER, desk.ada()),
                content,
                quote,
                reactions,
                earlier,
                MarkView.NONE,
                true,
                true,
                null,
                false);
    }

    /// Collects the entries of one day.
    private final class Day {
        private final List<EntryView> entries = new ArrayList<>();

        DayView view(LocalDate date) {
            return new DayView(date, entries);
        }

        void add(EntryView entry) {
            entries.add(entry);
        }

        UUID lastId() {
            return entries.getLast().id();
        }

        void note(int minutes, String text) {
            add(new SystemLine(uuid("note" + minutes), ago(minutes), text));
        }

        void customer(int minutes, String text) {
            customer(minutes, new ContentView.Text(text));
        }

        void customer(int minutes, AttachmentView... files) {
            customer(minutes, new ContentView.Text("", List.of(files)));
        }

        void customer(int minutes, ContentView content) {
            add(SampleTimeline.this.customer(minutes, content, null, List.of(), List.of()));
        }

        void agent(int minutes, String text, DeliveryMark mark) {
            agent(minutes, text, MarkView.of(mark));
        }

        void agent(int minutes, String text, MarkView mark) {
            says(new Author(Author.Kind.AGENT, say("Mei Lin", "林美")), minutes, text, mark);
        }

        void says(Author author, int minutes, String text) {
            says(author, minutes, text, MarkView.of(DeliveryMark.READ));
        }

        private void says(Author author, int minutes, String text, MarkView mark) {
            add(
                    new Bubble(
                            uuid("ours" + minutes),
                            ago(minutes),
                            author,
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
