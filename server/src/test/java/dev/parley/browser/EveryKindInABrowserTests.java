package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.testing.Desk;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One of each kind of event in a thread, as an agent sees it.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class EveryKindInABrowserTests {
    private static final String PERSON = "2401";

    private final TestParley parley;
    private final Meta meta;
    private final Windows windows;
    private long at = System.currentTimeMillis() - 3_600_000;

    EveryKindInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
        this.meta = new Meta(parley);
    }

    @ParameterizedTest
    @CsvSource({"en-US, Came from an ad, Take over", "zh-TW, 透過廣告前來, 接管"})
    void everyKindIsShown(String language, String advert, String take) {
        var ann = parley.agent("Ann");
        everythingHappens();
        parley.until("there is an offer", () -> ann.worklist("mine").contains("data-offer"));
        opens(ann);
        anotherAppTakesTheThread();
        ann.sees("555000111");

        var desk = signIn(ann, language, 1440, 2800);
        assertThat(desk.locator("#timeline")).containsText(advert);
        assertThat(desk.locator("#timeline .card")).hasCount(2);
        assertThat(desk.locator("#timeline a[href^='https://www.openstreetmap.org/']")).hasCount(2);
        assertThat(desk.getByTestId("control-take-over")).hasText(take);
        ScreenChecks.picture(desk, language + "-every-kind");
        desk.evaluate("document.querySelectorAll('.edits').forEach(each => each.open = true)");
        assertThat(desk.locator(".edits")).containsText("Tuseday");
        assertThat((List<?>) elsewhere(desk)).isEmpty();
        ScreenChecks.legible(desk);
        var phone = signIn(ann, language, 360, 3700);
        assertThat(phone.locator("#timeline")).containsText(advert);
        ScreenChecks.picture(phone, language + "-every-kind-360");
        ScreenChecks.fits(phone);
    }

    private void everythingHappens() {
        posts(
                "'message':{'mid':'m_1','text':'I saw this 茶 and would like some.','referral':{"
                        + "'ref':'SPRING-26','ad_id':'6045','source':'ADS','type':'OPEN_THREAD',"
                        + "'ads_context_data':{'ad_title':'Spring harvest, 20 % off','photo_url':"
                        + "'https://ads.example/tea.jpg'}}}");
        posts("'message':{'mid':'m_2','text':'On Tuseday, please'}");
        posts("'message_edit':{'mid':'m_2','text':'On Tuesday, please','num_edit':1}");
        posts("'reaction':{'mid':'m_2','action':'react','emoji':'👍','reaction':'like'}");
        posts(
                "'message':{'mid':'m_3','text':'Where did my last order go?','reply_to':{'mid':'m_1'}}");
        posts("'message':{'mid':'m_4','text':'As I wrote before','reply_to':{'mid':'m_unknown'}}");
        echoes(
                "'attachments':[{'type':'template','payload':{'template_type':'generic','elements':["
                        + "{'title':'Oolong','subtitle':'From Nantou, 150 g','image_url':"
                        + "'https://shop.example/o.jpg','buttons':[{'type':'postback','title':'Order'},"
                        + "{'type':'web_url','title':'More about it','url':'https://shop.example/o'}]},"
                        + "{'title':'Pouchong','subtitle':'From Pinglin, 75 g','buttons':[{'type':"
                        + "'postback','title':'Order'}]}]}}]");
        posts(
                "'postback':{'mid':'m_5','title':'Order','payload':'ORDER_1','referral':{'ref':'R'}}");
        posts("'message':{'mid':'m_6','text':'By post','quick_reply':{'payload':'POST'}}");
        attach("'type':'location','payload':{'coordinates':{'lat':25.0339,'long':121.5645}}");
        attach(
                "'type':'fallback','payload':{'url':'https://example.com/tea','title':'How tea is"
                        + " made'}},{'type':'location','payload':{'coordinates':{'lat':23.0,'long':120.2}}");
        attach("'type':'reel','payload':{'url':'/reel/77','title':'Picking tea'}");
        attach("'type':'post','payload':{'url':'https://www.facebook.com/x/posts/1'}");
        attach("'type':'fallback','title':'Attachment unavailable'");
        attach("'type':'hologram','payload':{}");
        attach("'type':'sticker','payload':{'sticker_id':369239263222822}");
        attach("'type':'audio','payload':{'url':'https://elsewhere.example/voice.mp4'}");
        attach(
                "'type':'appointment_booking','payload':{'booking_id':'B1','status':'requested',"
                        + "'start_time':1795000000,'end_time':1795003600}");
        posts(
                "'order':{'products':[{'id':1,'name':'Oolong','unit_price':420,'currency':'TWD',"
                        + "'quantity':2}],'note':'As a gift'}");
        posts("'referral':{'ref':'flyer','source':'SHORTLINK','type':'OPEN_THREAD'}");
        posts(
                "'referral':{'source':'ADS','type':'LEAD_COMPLETE'},'lead':{'data':[{'question':"
                        + "'Which city is your shop in?','answer':'Tainan'}]}");
        posts("'optin':{'type':'notification_messages','title':'Tea news','payload':'NEWS'}");
        posts(
                "'messaging_feedback':{'feedback_screens':[{'questions':{'q':{'type':'csat',"
                        + "'payload':'4','follow_up':{'type':'free_form','payload':'Very quick'}}}}]}");
        posts("'response_feedback':{'feedback':'Bad response','mid':'m_echo'}");
        posts("'template':{'type':'coupon','coupon_code':'TEN'}");
        posts("'form':{'id':'77'}");
        posts("'account_linking':{'status':'linked'}");
        posts("'payment':{'payload':'P','amount':{'currency':'USD','amount':'29.62'}}");
        posts("'game_play':{'payload':'LEVEL-3'}");
        posts("'message':{'mid':'m_7','text':'My password is hunter2'}");
        posts("'message':{'mid':'m_7','is_deleted':true}");
        posts("'message':{'mid':'m_8','is_unsupported':true}");
        posts("'never_heard_of':{'a':1}");
        posts("'reaction':{'mid':'m_older','action':'react','emoji':'🎉'}");
        posts("'message':{'admin_text':'Our assistant has left the chat.'}");
        posts("'request_thread_control':{'requested_owner_app_id':'263902037430900'}");
    }

    private void anotherAppTakesTheThread() {
        posts(
                "'take_thread_control':{'previous_owner_app_id':'%s','new_owner_app_id':"
                                .formatted(parley.account().applicationId())
                        + "'555000111'}");
        meta.overhears(PERSON, at += 1000, "'message':{'mid':'m_9','text':'Hello, bot?'}");
    }

    private void attach(String attachment) {
        posts("'message':{'mid':'m_%d','attachments':[{%s}]}".formatted(at, attachment));
    }

    private void echoes(String text) {
        at += 1000;
        var body =
                "{'object':'page','entry':[{'id':'%1$s','time':%2$d,'messaging':[{'sender':{'id':'%1$s'},'recipient':{'id':'%3$s'},'timestamp':%2$d,'message':{'mid':'m_echo','is_echo':true,'app_id':7,%4$s}}]}]}"
                        .formatted(parley.page(), at, PERSON, text)
                        .replace('\'', '"');
        assertThat(meta.posts(body).statusCode()).isEqualTo(200);
    }

    private void posts(String part) {
        at += 1000;
        meta.tells(PERSON, at, part);
    }

    private void opens(Desk ann) {
        ann.opens(
                parley.database()
                        .sql("select id::text from conversation")
                        .query(String.class)
                        .single());
        ann.does("assign-to-me");
    }

    private Page signIn(Desk ann, String language, int width, int height) {
        return windows.signIn(
                parley.url() + "/desk/conversations/" + ann.conversation(),
                new TestParley.Login(ann.signInName(), TestParley.PASSWORD),
                language,
                width,
                height);
    }

    /// {@return resources that the page would load from other hosts}
    private static Object elsewhere(Page page) {
        return page.evaluate(
                "[...document.querySelectorAll('img, audio, video, iframe, source')]"
                        + ".map(each => each.src).filter(src => src && !src.startsWith(location.origin))");
    }
}
