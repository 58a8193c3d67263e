package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.ReceivedItems.detail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.ChannelEvent.Acted;
import dev.parley.channel.ChannelEvent.Asks;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.Content;
import dev.parley.channel.Content.Act;
import dev.parley.channel.Content.Detail;
import dev.parley.channel.Content.Detail.Name;
import dev.parley.channel.Content.What;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What customers do besides writing: press, order, opt in, come from an advert.
class CustomerActionsTests {
    private final ReceivedItems received = new ReceivedItems();

    @Test
    void aMessageFromAnAdvertNamesTheAdvert() {
        var wrote =
                (Wrote)
                        received.message(
                                "{'mid':'m','text':'Hi','referral':{'ref':'R','ad_id':'6',"
                                        + "'source':'ADS','type':'OPEN_THREAD','ads_context_data':"
                                        + "{'ad_title':'Spring tea','photo_url':'https://a/p'}}}");

        assertThat(wrote.referral())
                .isEqualTo(
                        new Act(
                                What.CAME_FROM_AD,
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
                        received.event(
                                "postback",
                                "'postback':{'title':'Get started','payload':'GO','referral':"
                                        + "{'ref':'R','source':'SHORTLINK'}}");

        assertThat(wrote.content()).isEqualTo(new Content.PressedButton("Get started", "GO"));
        assertThat(wrote.referral()).extracting(Act::what).isEqualTo(What.CAME_FROM_LINK);
    }

    @Test
    void aButtonWithoutATitleIsStillPressed() {
        assertThat(((Wrote) received.event("postback", "'postback':{}")).content())
                .isEqualTo(new Content.PressedButton("", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'referral':{'source':'SHORTLINK'} | CAME_FROM_LINK | AN_ANSWER",
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

        var did = (Acted) received.event(kind, part);

        assertThat(did.content())
                .isInstanceOfSatisfying(Act.class, act -> assertThat(act.what()).isEqualTo(what));
        assertThat(did.asks()).isEqualTo(asks);
    }

    @Test
    void feedbackHasItsScoreAndItsText() {
        var did =
                (Acted)
                        received.event(
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
                        received.event(
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
                        received.event(
                                "order",
                                "'order':{'products':[{'id':1,'name':'Tea','unit_price':11,"
                                        + "'currency':'TWD','quantity':2}],'note':'Soon'}");

        assertThat(((Act) did.content()).details())
                .containsExactly(detail(Name.ITEM, "2 × Tea · 11 TWD"), detail(Name.NOTE, "Soon"));
    }
}
