package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.Secret;
import dev.parley.testing.Desk;
import dev.parley.testing.Meta;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What Parley shows about messages and actions of the company's side is correct.
@ExtendWith(TestParleyExtension.class)
class PageSideTests {
    private final TestParley parley;
    private final Meta meta;
    private final Desk ann;
    private final TestCustomer ada;

    PageSideTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
        this.ann = parley.agent("Ann");
        this.ada = parley.customer("Ada");
    }

    @Test
    void messagesFromElsewhereShowTheirApp() {
        ada.writes("Hello");
        ann.accepts(ada);
        echoes("m_1", "'app_id':263902037430900,'text':'A colleague'");
        ann.sees("in the channel’s own inbox");
        echoes("m_2", "'app_id':123456789,'text':'A bot'");
        ann.sees("from another app");
        echoes("m_3", "'app_id':%s,'text':'A program'".formatted(parley.account().applicationId()));
        ann.sees("from this app, outside Parley");
        echoes("m_4", "'text':'Somebody'");
        ann.sees("sent outside Parley");
        echoes("m_5", "'app_id':123456789,'is_unsupported':true");

        ann.sees("does not share this kind of content");
        assertThat(ann.thread()).doesNotContain("The customer sent");
        parley.until("the list shows it", () -> ann.worklist("mine").contains(pageName() + ":"));
        assertThat(ann.worklist("mine")).doesNotContain("You:");
        assertThat(
                        parley.count(
                                "select count(*) from message where written_with_app = '123456789'"))
                .isEqualTo(2);
    }

    @Test
    void aReactionByThePageIsNotTheCustomers() {
        var mid = ada.writes("Hello");
        ann.accepts(ada);
        var wroteAt = lastAct();
        parley.timePasses(Duration.ofHours(1));

        ours("'reaction':{'mid':'%s','action':'react','reaction':'love'}".formatted(mid));

        ann.sees(pageName() + " reacted");
        assertThat(ann.thread()).doesNotContain("Ada reacted", "class=\"reactions\"");
        assertThat(lastAct()).isEqualTo(wroteAt);
    }

    private OffsetDateTime lastAct() {
        return parley.database()
                .sql("select last_customer_act_at from conversation")
                .query(OffsetDateTime.class)
                .single();
    }

    @Test
    void aRemovedPageKeepsItsNameAndClosesTheComposer() {
        var pages = parley.part(FacebookPages.class);
        var second = ada.at(parley.secondPage());
        second.writes("Hello");
        ann.accepts(second);
        var page = pages.byPageId(parley.secondPage()).orElseThrow();
        pages.remove(page, parley.anyUser());
        try {
            assertThat(ann.region("composer-state"))
                    .contains(page.name() + " was removed from Parley");
            assertThat(ann.worklist("mine")).contains(page.name());
            var refused = ann.tries("Can you read this?");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("removed from Parley");
        } finally {
            var token = new Secret(page.token().reveal());
            pages.add(page.account(), page.pageId(), page.name(), token, parley.anyUser());
        }
        assertThat(ann.region("composer-state")).doesNotContain("was removed from Parley");
    }

    @Test
    void pendingMessagesShowTheirReasonAndAFailureMarksItsRow() {
        ada.writes("Hello");
        ann.accepts(ada);
        var pages = parley.part(FacebookPages.class);
        pages.stop(pages.byPageId(parley.page()).orElseThrow(), parley.anyUser());
        try {
            ann.replies("One");
            ann.replies("Two");
            ann.replies("Three");
            parley.until(
                    "each shows its reason",
                    () ->
                            ann.thread().split("an administrator has stopped the page", -1).length
                                    == 4);
        } finally {
            pages.start(pages.byPageId(parley.page()).orElseThrow(), parley.anyUser());
        }
        parley.until("they are delivered", () -> ada.received().contains("Three"));
        ada.blocksThePage();
        try (var rings = ann.openStream()) {
            var sending = parley.part(Pump.class, "outboxPump");
            sending.stop();
            ann.replies("Are you still there?");
            parley.until("what was written rings", () -> rings.count("worklist") > 0);
            var before = rings.count("worklist");
            sending.start();
            parley.until("it failed", () -> ann.marks().contains("failed"));
            parley.until("the list gets another event", () -> rings.count("worklist") > before);
            assertThat(ann.worklist("mine")).contains("Not sent");
        }
    }

    private void echoes(String mid, String part) {
        ours("'message':{'mid':'%s','is_echo':true,%s}".formatted(mid, part));
    }

    private void ours(String part) {
        var body =
                "{'object':'page','entry':[{'id':'%1$s','messaging':[{'sender':{'id':'%1$s'},'recipient':{'id':'%2$s'},'timestamp':%3$d,%4$s}]}]}"
                        .formatted(parley.page(), ada.psid(), System.currentTimeMillis(), part)
                        .replace('\'', '"');
        assertThat(meta.posts(body).statusCode()).isEqualTo(200);
    }

    private String pageName() {
        return parley.part(FacebookPages.class).byPageId(parley.page()).orElseThrow().name();
    }
}
