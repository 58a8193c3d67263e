package dev.parley.messenger.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPageId;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccountId;
import dev.parley.messenger.admin.view.ChecksView;
import dev.parley.messenger.admin.view.ChecksView.Remedy;
import dev.parley.messenger.admin.view.PageView;
import dev.parley.messenger.admin.view.PageView.Fact;
import dev.parley.messenger.doctor.Doctor;
import dev.parley.messenger.doctor.Finding;
import dev.parley.messenger.doctor.PageStatus;
import dev.parley.messenger.doctor.ProvisioningState;
import dev.parley.messenger.graph.PageMeasurement.Token;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.Workstreams;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Renders the screen of a page, to which several forms return, and its parts that reload
/// themselves.
@Component
class PageScreen {
    private final Templates templates;
    private final Doctor doctor;
    private final TestMessageReader testMessageReader;
    private final Workstreams workstreams;
    private final EditConflict editConflict;

    PageScreen(
            Templates templates,
            Doctor doctor,
            TestMessageReader testMessageReader,
            Workstreams workstreams,
            EditConflict editConflict) {
        this.templates = templates;
        this.doctor = doctor;
        this.testMessageReader = testMessageReader;
        this.workstreams = workstreams;
        this.editConflict = editConflict;
    }

    Problems conflict(PageFrame frame, FacebookPage now) {
        return editConflict.problem(frame, now.changedBy(), now.changedAt());
    }

    static String address(FacebookPage page) {
        return address(page.account(), page.id());
    }

    static String address(MessagingAccountId account, FacebookPageId page) {
        return "/admin/messaging-accounts/%s/pages/%s".formatted(account, page);
    }

    JteModel show(
            PageFrame frame,
            MessagingAccount account,
            FacebookPage page,
            Problems problems,
            String notice) {
        var status = doctor.of(page);
        var findings = doctor.findings(page);
        var checks = checks(frame, page, status, findings);
        return templates.messengerFacebookPage(
                frame,
                new PageView(
                        account,
                        page,
                        checks,
                        testMessageReader.read(frame, page, findings),
                        facts(frame.t(), page, status),
                        workstreamOf(page),
                        canImprove(status.token(), checks) || !problems.of("userToken").isEmpty(),
                        problems,
                        notice));
    }

    /// Shows the screen again, because of what was entered or happened.
    Answer again(PageFrame frame, MessagingAccount account, FacebookPage page, Problems problems) {
        return Answer.invalid(show(frame, account, page, problems, ""));
    }

    /// Shows the screen anew, with a notice of what was done.
    static Answer done(FacebookPage page, String what) {
        return Answer.redirect(address(page) + "?" + what);
    }

    /// {@return whether an exchange could improve the token: in place of a page token that never
    /// expires, it would only return another one}
    private static boolean canImprove(@Nullable Token token, ChecksView checks) {
        return token == null
                || !token.valid()
                || !token.type().equals("PAGE")
                || token.expiresAt() != null
                || checks.lines().stream().anyMatch(line -> line.remedy() == Remedy.EXCHANGE);
    }

    JteModel checks(PageFrame frame, ChecksView view) {
        return templates.messengerPageChecks(frame, view);
    }

    JteModel state(PageFrame frame, FacebookPage page, ProvisioningState state) {
        return templates.messengerPageState(frame, address(page), state);
    }

    JteModel testMessage(PageFrame frame, FacebookPage page) {
        return templates.messengerPageTestMessage(
                frame, testMessageReader.read(frame, page, doctor.findings(page)), page.name());
    }

    /// {@return the workstream that the page is set up in; empty for none}
    String workstreamOf(FacebookPage page) {
        return workstreams
                .workstreamOf(FacebookChannel.KIND, page.pageId())
                .map(Workstream::name)
                .orElse("");
    }

    ChecksView checksOf(PageFrame frame, FacebookPage page) {
        return checks(frame, page, doctor.of(page), doctor.findings(page));
    }

    private ChecksView checks(
            PageFrame frame, FacebookPage page, PageStatus status, List<Finding> findings) {
        return new PageCheckTexts(frame.t())
                .of(address(page), status, findings, doctor.history(page));
    }

    private List<Fact> facts(Texts t, FacebookPage page, PageStatus status) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(t, "tokenEnding", t.text("admin.endsWith", page.token().tail())));
        var token = status.token();
        if (token != null) {
            facts.add(fact(t, "tokenType", type(t, token)));
            facts.add(fact(t, "tokenScopes", listed(t, "noScopes", token.scopes())));
            facts.add(fact(t, "tokenEnds", until(t, token.expiresAt(), "never", "")));
            facts.add(
                    fact(
                            t,
                            "dataEnds",
                            until(t, token.dataAccessEndsAt(), "noLimit", "dataUntil")));
        }
        if (status.checkedAt() != null) {
            facts.add(
                    fact(
                            t,
                            "fields",
                            listed(t, "noFields", status.fields().stream().sorted().toList())));
        }
        return facts;
    }

    private static Fact fact(Texts t, String name, String words) {
        return new Fact(t.text("doctor.page." + name), words);
    }

    private static String type(Texts t, Token token) {
        var word = token.type().toLowerCase(Locale.ROOT);
        var key = List.of("page", "user", "app").contains(word) ? word : "other";
        return t.text("doctor.page.tokenType." + key, token.type());
    }

    private static String until(Texts t, @Nullable Instant at, String never, String words) {
        if (at == null) {
            return t.text("doctor.page." + never);
        }
        return words.isEmpty() ? t.dateTime(at) : t.text("doctor.page." + words, at);
    }

    private static String listed(Texts t, String none, List<String> names) {
        return names.isEmpty() ? t.text("doctor.page." + none) : String.join(", ", names);
    }
}
