package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.ReceivedItems.THEN;
import static dev.parley.messenger.webhook.ReceivedItems.detail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Attachment;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.Content;
import dev.parley.channel.Content.Act;
import dev.parley.channel.Content.Button;
import dev.parley.channel.Content.Detail.Name;
import dev.parley.channel.Content.What;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What customers can write and send.
class MessageContentsTests {
    private final ReceivedItems received = new ReceivedItems();

    @Test
    void aTextIsAText() {
        assertThat(
                        received.message(
                                "{'mid':'m_1','text':'Hello','nlp':{},'commands':[{'name':'x'}]}"))
                .isEqualTo(new Wrote("m_1", THEN, new Content.Text("Hello"), null, null));
    }

    @Test
    void aQuickReplyKeepsItsPayload() {
        assertThat(received.content("{'mid':'m','text':'Yes','quick_reply':{'payload':'YES'}}"))
                .isEqualTo(new Content.PressedReplyButton("Yes", "YES"));
    }

    @Test
    void anAnswerNamesTheQuotedMessage() {
        var wrote = (Wrote) received.message("{'mid':'m','text':'x','reply_to':{'mid':'m_0'}}");
        var toStory =
                (Wrote) received.message("{'mid':'m','text':'x','reply_to':{'story':{'id':'9'}}}");

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
        assertThat(
                        received.attachment(
                                "{'type':'%s','payload':{'url':'https://a.example/x'}}", name))
                .extracting(Attachment::type, Attachment::url)
                .containsExactly(type, "https://a.example/x");
    }

    @Test
    void anUnknownTypeIsShownByItsName() {
        assertThat(received.attachment("{'type':'hologram'}", ""))
                .isEqualTo(new Attachment(Attachment.Type.OTHER, null, "hologram"));
    }

    @Test
    void anOldFallbackHasAddressAndTitleBesideItsType() {
        assertThat(
                        received.attachment(
                                "{'type':'fallback','payload':null,'title':'T','URL':'http://b'}",
                                ""))
                .isEqualTo(new Attachment(Attachment.Type.LINK, "http://b", "T"));
    }

    @Test
    void anUnsafeAddressIsIgnored() {
        assertThat(
                        received.attachment(
                                        "{'type':'fallback','payload':{'url':'javascript:1'}}", "")
                                .url())
                .isNull();
    }

    @Test
    void aReelMayHaveNoHost() {
        assertThat(
                        received.attachment(
                                        "{'type':'reel','payload':{'url':'/reel/7','title':'R'}}",
                                        "")
                                .url())
                .isEqualTo("https://www.facebook.com/reel/7");
    }

    @Test
    void picturesOfAnAlbumStayTogether() {
        var files =
                (Content.Files)
                        received.content(
                                "{'mid':'m','attachments':["
                                        + "{'type':'image','payload':{'url':'https://a/1'}},"
                                        + "{'type':'image','payload':{'url':'https://a/2'}}]}");

        assertThat(files.attachments()).hasSize(2);
    }

    @Test
    void aPlaceIsReadAloneOrAmongOthers() {
        var place = "{'type':'location','payload':{'coordinates':{'lat':25.03,'long':121.5}}}";

        assertThat(received.content("{'mid':'m','attachments':[" + place + "]}"))
                .isEqualTo(new Content.Location(null, 25.03, 121.5));
        var both = "{'type':'image','payload':{'url':'https://a/1'}}," + place;
        var files = (Content.Files) received.content("{'mid':'m','attachments':[" + both + "]}");
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
        var sticker = (Content.Sticker) received.content("{'mid':'m'," + said + "}");

        assertThat(sticker.url()).startsWith("https://a/s.png");
        assertThat(sticker.emoji()).isEqualTo("👍");
    }

    @Test
    void aPictureBesideAStickerIsNotLost() {
        assertThat(
                        received.content(
                                "{'mid':'m','attachments':[{'type':'sticker','payload':"
                                        + "{'url':'https://a/s.png','sticker_id':1}},"
                                        + "{'type':'image','payload':{'url':'https://a/p.png'}}]}"))
                .isInstanceOf(Content.Files.class);
    }

    @Test
    void templatesBecomeCards() {
        var cards =
                (Content.Cards)
                        received.content(
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
                        received.content(
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
                        received.content(
                                "{'mid':'m','text':'This one?','attachments':[{'type':'template',"
                                        + "'payload':{'product':{'elements':[{'id':'1','title':'Pot',"
                                        + "'subtitle':'$40'}]}}}]}");

        assertThat(cards.text()).isEqualTo("This one?");
        assertThat(cards.cards().getFirst().subtitle()).isEqualTo("$40");
    }

    @Test
    void anEmptyTemplateIsShownByItsName() {
        assertThat(
                        received.content(
                                "{'mid':'m','attachments':[{'type':'template','payload':"
                                        + "{'template_type':'novel'}}]}"))
                .isEqualTo(new Content.Unsupported(null, "novel"));
    }

    @Test
    void anAppointmentHasItsTimes() {
        assertThat(
                        received.content(
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
        assertThat(received.content(message)).isEqualTo(new Content.Unsupported(null, "message"));
    }
}
