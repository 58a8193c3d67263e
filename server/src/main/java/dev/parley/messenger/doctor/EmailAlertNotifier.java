package dev.parley.messenger.doctor;

import dev.parley.mail.Emails;
import dev.parley.mail.MailSettings;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.platform.PublicUrl;
import dev.parley.platform.language.Languages;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// Sends an e-mail about a page that needs attention, if the settings name recipients.
@Component
class EmailAlertNotifier implements AlertNotifier {
    private final Emails emails;
    private final MailSettings settings;
    private final Languages languages;
    private final FacebookPages pages;
    private final PublicUrl publicUrl;

    EmailAlertNotifier(
            Emails emails,
            MailSettings settings,
            Languages languages,
            FacebookPages pages,
            PublicUrl publicUrl) {
        this.emails = emails;
        this.settings = settings;
        this.languages = languages;
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    @Override
    public void send(PageAlert alert) {
        pages.byPageId(alert.page()).ifPresent(page -> write(alert, page));
    }

    private void write(PageAlert alert, FacebookPage page) {
        var t = languages.texts(settings.spoken(), ZoneId.systemDefault());
        var words = new FindingTexts(t);
        var subject =
                t.text(
                        alert.days() > 0 ? "doctor.mail.ending" : "doctor.mail.subject",
                        page.name());
        var text =
                """
                %s

                %s

                %s

                %s
                """
                        .formatted(
                                t.text("doctor.mail.about", page.name(), page.pageId()),
                                words.found(alert.cause(), alert.facts()),
                                words.fix(alert.cause(), alert.facts()),
                                t.text("doctor.mail.where", address(page)));
        emails.queue("page-alert/" + alert.id(), subject, text);
    }

    private String address(FacebookPage page) {
        return publicUrl.of(
                "/admin/messaging-accounts/%s/pages/%s".formatted(page.account(), page.id()));
    }
}
