package dev.parley.messenger.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Address;
import dev.parley.channel.Attachment;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.Acted;
import dev.parley.channel.ChannelEvent.Asks;
import dev.parley.channel.ChannelEvent.ChannelNotice;
import dev.parley.channel.ChannelEvent.ControlChanged;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.channel.ChannelEvent.Edited;
import dev.parley.channel.ChannelEvent.EndpointWarned;
import dev.parley.channel.ChannelEvent.EndpointWarned.Warning;
import dev.parley.channel.ChannelEvent.Ignored;
import dev.parley.channel.ChannelEvent.OnStandby;
import dev.parley.channel.ChannelEvent.Reacted;
import dev.parley.channel.ChannelEvent.Unsent;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.Content;
import dev.parley.channel.Content.Act;
import dev.parley.channel.Content.Button;
import dev.parley.channel.Content.Detail;
import dev.parley.channel.Content.Detail.Name;
import dev.parley.channel.Content.Handover;
import dev.parley.channel.Content.Move;
import dev.parley.channel.Content.What;
import dev.parley.channel.ThreadControl.Party;
import dev.parley.messenger.account.FacebookChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MessengerEventsTests {
    private static final Instant now = Instant.parse("2026-10-05T09:00:00Z");
    private static final Instant then = Instant.ofEpochMilli(1_791_000_000_000L);

    private final MessengerEvents events =
            new MessengerEvents(page -> page.equals("1") ? Optional.of("700") : Optional.empty());

    @Test
    void aTextIsAText() {
        assertThat(message("{'mid':'m_1','text':'Hello','nlp':{},'commands':[{'name':'x'}]}"))
                .isEqualTo(new Wrote("m_1", then, new Content.Text("Hello"), null, null));
    }

    @Test
    void aQuickReplyKeepsItsPayload() {
        assertThat(content("{'mid':'m','text':'Yes','quick_reply':{'payload':'YES'}}"))
                .isEqualTo(new Content.QuickReply("Yes", "YES"));
    }

    @Test
    void anAnswerNamesTheQuotedMessage() {
        var wrote = (Wrote) message("{'mid':'m','text':'x','reply_to':{'mid':'m_0'}}");
        var toStory = (Wrote) message("{'mid':'m','text':'x','reply_to':{'story':{'id':'9'}}}");

        assertThat(wrote.replyTo()).isEqualTo("m_0");
        assertThat(toStory.replyTo()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "image, IMAGE",
        "video, VIDEO",
        "audio, AUDIO",
        "file, FILE",
        "fallback, LINK",
        "share, LINK",
        "reel, REEL",
        "ig_reel, REEL",
        "post, POST",
        "story_mention, STORY",
        "hologram, OTHER"
    })
    void everyTypeOfAttachmentIsShown(String name, Attachment.Type type) {
        assertThat(attachment("{'type':'%s','payload':{'url':'https://a.example/x'}}", name))
                .extracting(Attachment::type, Attachment::url)
                .containsExactly(type, "https://a.example/x");
    }

    @Test
    void anUnknownTypeIsShownByItsName() {
        assertThat(attachment("{'type':'hologram'}", ""))
                .isEqualTo(new Attachment(Attachment.Type.OTHER, null, "hologram"));
    }

    @Test
    void anOldFallbackHasAddressAndTitleBesideItsType() {
        assertThat(
                        attachment(
                                "{'type':'fallback','payload':null,'title':'T','URL':'http://b'}",
                                ""))
                .isEqualTo(new Attachment(Attachment.Type.LINK, "http://b", "T"));
    }

    @Test
    void anUnsafeAddressIsIgnored() {
        assertThat(attachment("{'type':'fallback','payload':{'url':'javascript:1'}}", "").url())
                .isNull();
    }

    @Test
    void aReelMayHaveNoHost() {
        assertThat(attachment("{'type':'reel','payload':{'url':'/reel/7','title':'R'}}", "").url())
                .isEqualTo("https://www.facebook.com/reel/7");
    }

    @Test
    void picturesOfAnAlbumStayTogether() {
        var files =
                (Content.Files)
                        content(
                                "{'mid':'m','attachments':["
                                        + "{'type':'image','payload':{'url':'https://a/1'}},"
                                        + "{'type':'image','payload':{'url':'https://a/2'}}]}");

        assertThat(files.attachments()).hasSize(2);
    }

    @Test
    void aPlaceIsReadAloneOrAmongOthers() {
        var place = "{'type':'location','payload':{'coordinates':{'lat':25.03,'long':121.5}}}";

        assertThat(content("{'mid':'m','attachments':[" + place + "]}"))
                .isEqualTo(new Content.Location(null, 25.03, 121.5));
        var both = "{'type':'image','payload':{'url':'https://a/1'}}," + place;
        var files = (Content.Files) content("{'mid':'m','attachments':[" + both + "]}");
        assertThat(files.attachments().getLast())
                .isEqualTo(new Attachment(Attachment.Type.PLACE, "geo:25.030000,121.500000", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'attachments':[{'type':'sticker','payload':{'url':'https://a/s.png','sticker_id':"
                        + "369239263222822}}]",
                "'attachments':[{'type':'sticker','payload':{'url':'https://a/s.png?oe=1',"
                        + "'sticker_id':'369239263222822'}},{'type':'image','payload':"
                        + "{'url':'https://a/s.png?oe=2'}}]",
                "'sticker_id':369239263222822,'attachments':[{'type':'image','payload':"
                        + "{'url':'https://a/s.png','sticker_id':369239263222822}}]"
            })
    void aStickerIsOneStickerInEveryForm(String said) {
        var sticker = (Content.Sticker) content("{'mid':'m'," + said + "}");

        assertThat(sticker.url()).startsWith("https://a/s.png");
        assertThat(sticker.emoji()).isEqualTo("👍");
    }

    @Test
    void aPictureBesideAStickerIsNotLost() {
        assertThat(
                        content(
                                "{'mid':'m','attachments':[{'type':'sticker','payload':"
                                        + "{'url':'https://a/s.png','sticker_id':1}},"
                                        + "{'type':'image','payload':{'url':'https://a/p.png'}}]}"))
                .isInstanceOf(Content.Files.class);
    }

    @Test
    void templatesBecomeCards() {
        var cards =
                (Content.Cards)
                        content(
                                "{'mid':'m','attachments':[{'type':'template','payload':{"
                                        + "'template_type':'generic','elements':[{'title':'Oolong',"
                                        + "'subtitle':'Spring','image_url':'https://a/o.png',"
                                        + "'default_action':{'type':'web_url','url':'https://a/o'},"
                                        + "'buttons':[{'type':'postback','title':'Order'},"
                                        + "{'type':'web_url','title':'More','url':'https://a/m'}]"
                                        + "}]}}]}");

        assertThat(cards.cards())
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.title()).isEqualTo("Oolong");
                    assertThat(card.picture()).isEqualTo("https://a/o.png");
                    assertThat(card.link()).isEqualTo("https://a/o");
                    assertThat(card.buttons())
                            .containsExactly(
                                    new Button("Order", null), new Button("More", "https://a/m"));
                });
    }

    @Test
    void aReceiptHasItsNumberAndTotal() {
        var cards =
                (Content.Cards)
                        content(
                                "{'mid':'m','attachments':[{'type':'template','title':'Two things',"
                                        + "'payload':{'template_type':'receipt','order_number':'A-1',"
                                        + "'currency':'TWD','summary':{'total_cost':420},'elements':["
                                        + "{'title':'Tea','quantity':2,'price':210,'currency':'TWD'}]}"
                                        + "}]}");

        assertThat(cards.text()).isEqualTo("Two things");
        assertThat(cards.cards().getFirst().title()).isEqualTo("A-1");
        assertThat(cards.cards().getFirst().subtitle()).isEqualTo("420 TWD");
        assertThat(cards.cards().getLast().subtitle()).isEqualTo("2 × 210 TWD");
    }

    @Test
    void aProductThatACustomerSharesIsACard() {
        var cards =
                (Content.Cards)
                        content(
                                "{'mid':'m','text':'This one?','attachments':[{'type':'template',"
                                        + "'payload':{'product':{'elements':[{'id':'1','title':'Pot',"
                                        + "'subtitle':'$40'}]}}}]}");

        assertThat(cards.text()).isEqualTo("This one?");
        assertThat(cards.cards().getFirst().subtitle()).isEqualTo("$40");
    }

    @Test
    void anEmptyTemplateIsShownByItsName() {
        assertThat(
                        content(
                                "{'mid':'m','attachments':[{'type':'template','payload':"
                                        + "{'template_type':'novel'}}]}"))
                .isEqualTo(new Content.Unsupported(null, "novel"));
    }

    @Test
    void anAppointmentHasItsTimes() {
        assertThat(
                        content(
                                "{'mid':'m','attachments':[{'type':'appointment_booking','payload':"
                                        + "{'booking_id':'B','status':'requested','start_time':"
                                        + "1791003600,'end_time':1791007200}}]}"))
                .isEqualTo(
                        new Act(
                                What.BOOKED,
                                null,
                                List.of(
                                        detail(Name.STATUS, "requested"),
                                        detail(Name.STARTS, "2026-10-03T05:00:00Z"),
                                        detail(Name.ENDS, "2026-10-03T06:00:00Z"),
                                        detail(Name.CODE, "B"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'mid':'m'}", "{'mid':'m','is_unsupported':true}", "{'text':''}"})
    void anEmptyMessageIsMarkedAsEmpty(String message) {
        assertThat(content(message)).isEqualTo(new Content.Unsupported(null, "message"));
    }

    @Test
    void aMessageFromAnAdvertNamesTheAdvert() {
        var wrote =
                (Wrote)
                        message(
                                "{'mid':'m','text':'Hi','referral':{'ref':'R','ad_id':'6',"
                                        + "'source':'ADS','type':'OPEN_THREAD','ads_context_data':"
                                        + "{'ad_title':'Spring tea','photo_url':'https://a/p'}}}");

        assertThat(wrote.referral())
                .isEqualTo(
                        new Act(
                                What.CAME_BY_AD,
                                "Spring tea",
                                List.of(
                                        detail(Name.REF, "R"),
                                        detail(Name.PICTURE, "https://a/p"),
                                        detail(Name.AD, "6"))));
    }

    @Test
    void getStartedHasItsReferral() {
        var wrote =
                (Wrote)
                        event(
                                "postback",
                                "'postback':{'title':'Get started','payload':'GO','referral':"
                                        + "{'ref':'R','source':'SHORTLINK'}}");

        assertThat(wrote.content()).isEqualTo(new Content.Postback("Get started", "GO"));
        assertThat(wrote.referral()).extracting(Act::what).isEqualTo(What.CAME_BY_LINK);
    }

    @Test
    void aButtonWithoutATitleIsStillPressed() {
        assertThat(((Wrote) event("postback", "'postback':{}")).content())
                .isEqualTo(new Content.Postback("", ""));
    }

    @Test
    void anEchoIsOursWithItsReference() {
        assertThat(message("{'mid':'m','is_echo':true,'app_id':7,'metadata':'id','text':'x'}"))
                .isEqualTo(
                        new Echoed(
                                "m",
                                then,
                                new Content.Text("x"),
                                "id",
                                new Party(Party.Kind.APP, "7")));
    }

    @ParameterizedTest
    @CsvSource({"263902037430900, INBOX", "1217981644879628, INBOX", "700, US", "123, APP"})
    void anEchoNamesTheAppThatWroteIt(String app, Party.Kind kind) {
        var echo =
                (Echoed)
                        message("{'mid':'m','is_echo':true,'app_id':%s,'text':'x'}".formatted(app));

        assertThat(echo.by()).isNotNull().extracting(Party::kind).isEqualTo(kind);
    }

    @Test
    void actionsOfThePageAreNotTheCustomers() {
        var payload =
                "{'sender':{'id':'1'},'recipient':{'id':'2'},'reaction':{'mid':'m','reaction':'wow'}}";

        assertThat(read("reaction", payload)).isEqualTo(new Reacted("m", now, "😮", true));
        assertThat(message("{'mid':'m','is_echo':true,'is_deleted':true}"))
                .isEqualTo(new Unsent("m", then, true));
    }

    @Test
    void messagesAreEditedUnsentAndReactedTo() {
        assertThat(event("message_edit", "'message_edit':{'mid':'m','text':'n','num_edit':'3'}"))
                .isEqualTo(new Edited("m", then, "n", 3, false));
        assertThat(message("{'mid':'m','is_deleted':true}"))
                .isEqualTo(new Unsent("m", then, false));
        assertThat(event("reaction", "'reaction':{'mid':'m','action':'react','reaction':'wow'}"))
                .isEqualTo(new Reacted("m", then, "😮", false));
        assertThat(event("reaction", "'reaction':{'mid':'m','emoji':'u{2764}','reaction':'love'}"))
                .isEqualTo(new Reacted("m", then, "❤️", false));
        assertThat(event("reaction", "'reaction':{'mid':'m','action':'unreact'}"))
                .isEqualTo(new Reacted("m", then, null, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'referral':{'source':'SHORTLINK'} | CAME_BY_LINK | AN_ANSWER",
                "'referral':{'source':'CUSTOMER_CHAT_PLUGIN'} | CAME_FROM_WEBSITE | AN_ANSWER",
                "'referral':{'product':{'id':'1'}} | CAME_FROM_SHOP | AN_ANSWER",
                "'referral':{'type':'LEAD_COMPLETE'} | ANSWERED_FORM | AN_ANSWER",
                "'referral':{'source':'DISCOVER_TAB'} | CAME_FROM_ELSEWHERE | AN_ANSWER",
                "'order':{'products':[]} | ORDERED | AN_ANSWER",
                "'form':{'id':'1'} | SENT_FORM | A_READER",
                "'payment':{'payload':'P'} | PAID | A_READER",
                "'optin':{'ref':'R'} | OPTED_IN | NOTHING",
                "'optin':{'notification_messages_status':'STOP_NOTIFICATIONS'} | OPTED_OUT |"
                        + " NOTHING",
                "'response_feedback':{'feedback':'Bad response','mid':'m'} | DISLIKED_ANSWER |"
                        + " NOTHING",
                "'template':{'type':'coupon','coupon_code':'TEN'} | REVEALED_COUPON | NOTHING",
                "'account_linking':{'status':'unlinked'} | UNLINKED_ACCOUNT | NOTHING",
                "'checkout_update':{'payload':'P'} | CHECKED_OUT | NOTHING",
                "'game_play':{'payload':'P'} | PLAYED | NOTHING",
                "'branded_camera':{'event':'dismiss'} | USED_CAMERA | NOTHING"
            })
    void customerActsHaveAName(String part, What what, Asks asks) {
        var kind = part.substring(1, part.indexOf('\'', 1));

        var did = (Acted) event(kind, part);

        assertThat(did.content())
                .isInstanceOfSatisfying(Act.class, act -> assertThat(act.what()).isEqualTo(what));
        assertThat(did.asks()).isEqualTo(asks);
    }

    @Test
    void feedbackHasItsScoreAndItsText() {
        var did =
                (Acted)
                        event(
                                "messaging_feedback",
                                "'messaging_feedback':{'feedback_screens':[{'screen_id':0,"
                                        + "'questions':{'q':{'type':'nps','payload':'9','follow_up':"
                                        + "{'type':'free_form','payload':'Quick'}}}}]}");

        assertThat(((Act) did.content()).details())
                .containsExactly(detail(Name.RECOMMENDATION, "9"), detail(Name.COMMENT, "Quick"));
    }

    @Test
    void theAnswersOfALeadFormHaveTheirQuestions() {
        var did =
                (Acted)
                        event(
                                "referral",
                                "'referral':{'type':'LEAD_COMPLETE'},'lead':{'data':[{'question':"
                                        + "'Where?','answer':'Tainan'}]}");

        assertThat(((Act) did.content()).details())
                .containsExactly(new Detail(Name.ANSWER, "Where?", "Tainan"));
    }

    @Test
    void anOrderHasItsLines() {
        var did =
                (Acted)
                        event(
                                "order",
                                "'order':{'products':[{'id':1,'name':'Tea','unit_price':11,"
                                        + "'currency':'TWD','quantity':2}],'note':'Soon'}");

        assertThat(((Act) did.content()).details())
                .containsExactly(detail(Name.ITEM, "2 × Tea · 11 TWD"), detail(Name.NOTE, "Soon"));
    }

    @Test
    void threadControlChanges() {
        assertThat(
                        event(
                                "pass_thread_control",
                                "'pass_thread_control':{'previous_owner_app_id':null,"
                                        + "'new_owner_app_id':700}"))
                .isEqualTo(new ControlChanged(then, new Handover(Move.PASSED, null, Party.US)));
        assertThat(
                        event(
                                "take_thread_control",
                                "'take_thread_control':{'previous_owner_app_id':'700',"
                                        + "'new_owner_app_id':'8'}"))
                .isEqualTo(
                        new ControlChanged(
                                then,
                                new Handover(
                                        Move.TAKEN, Party.US, new Party(Party.Kind.APP, "8"))));
        assertThat(
                        event(
                                "request_thread_control",
                                "'request_thread_control':{'requested_owner_app_id':"
                                        + "263902037430900}"))
                .isEqualTo(
                        new ControlChanged(then, new Handover(Move.REQUESTED, null, Party.INBOX)));
    }

    @Test
    void standbyEventsAreOverheard() {
        assertThat(read("standby.message", "{'message':{'mid':'m','text':'x'}}"))
                .isInstanceOfSatisfying(
                        OnStandby.class,
                        overheard -> assertThat(overheard.event()).isInstanceOf(Wrote.class));
    }

    @ParameterizedTest
    @CsvSource({
        "policy_enforcement, block, BLOCKED",
        "policy-enforcement, warning, WARNED",
        "policy_enforcement, unblock, UNBLOCKED",
        "policy_enforcement, whatever, OTHER"
    })
    void thePageIsWarned(String kind, String action, Warning warning) {
        assertThat(event(kind, "'%s':{'action':'%s','reason':'R'}".formatted(kind, action)))
                .isEqualTo(new EndpointWarned(then, warning, "R"));
    }

    @Test
    void aNoticeByMetaIsNotACustomerMessage() {
        assertThat(message("{'admin_text':'Our AI has left'}"))
                .isEqualTo(new ChannelNotice(then, "Our AI has left"));
    }

    @Test
    void unknownEventsAreShownByTheirName() {
        assertThat(event("never_heard_of", "'never_heard_of':{'a':1}"))
                .isEqualTo(
                        new Acted(
                                then,
                                new Content.Unsupported(null, "never_heard_of"),
                                Asks.A_READER,
                                null));
    }

    @Test
    void erasedOrImpersonalEventsAreIgnored() {
        assertThat(read("message", "{}")).isEqualTo(new Ignored());
        assertThat(read("changes.feed", "{'field':'feed'}")).isEqualTo(new Ignored());
        assertThat(read("nothing", "{'sender':{'id':'2'}}")).isEqualTo(new Ignored());
    }

    private Attachment attachment(String json, String name) {
        var files =
                (Content.Files) content("{'mid':'m','attachments':[" + json.formatted(name) + "]}");
        return files.attachments().getFirst();
    }

    private Content content(String message) {
        return switch (message(message)) {
            case Wrote wrote -> wrote.content();
            case Acted did -> did.content();
            case ChannelEvent other -> throw new AssertionError(other);
        };
    }

    private ChannelEvent message(String message) {
        return event("message", "'message':" + message);
    }

    private ChannelEvent event(String kind, String part) {
        return read(
                kind,
                "{'sender':{'id':'2'},'recipient':{'id':'1'},'timestamp':1791000000000,%s}"
                        .formatted(part));
    }

    private ChannelEvent read(String kind, String payload) {
        var address = new Address(FacebookChannel.KIND, "1", "2");
        var json = payload.replace('\'', '"');
        var item = JsonMapper.shared().readTree(json);
        assertThat(item.isObject()).isTrue();
        return events.read(address, kind, json, new WebhookItem(item).at(null, now));
    }

    private static Detail detail(Name name, String value) {
        return new Detail(name, null, value);
    }
}
