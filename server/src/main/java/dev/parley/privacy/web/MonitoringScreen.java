package dev.parley.privacy.web;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.UserNames;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.privacy.Acknowledgements;
import dev.parley.privacy.MonitoringNotice;
import dev.parley.privacy.MonitoringNotices;
import dev.parley.privacy.web.view.MonitoringView;
import dev.parley.privacy.web.view.MonitoringView.Form;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Renders the administrators' page of the monitoring notice.
@Component
class MonitoringScreen {
    private final Templates templates;
    private final MonitoringNotices notices;
    private final Acknowledgements acknowledgements;
    private final UserNames names;

    MonitoringScreen(
            Templates templates,
            MonitoringNotices notices,
            Acknowledgements acknowledgements,
            UserNames names) {
        this.templates = templates;
        this.notices = notices;
        this.acknowledgements = acknowledgements;
        this.names = names;
    }

    /// @param typed the form to show again; null for that of the last notice
    JteModel show(
            PageFrame frame,
            SignedIn me,
            Listing listing,
            @Nullable Form typed,
            Problems problems,
            String notice) {
        var last = notices.last().orElse(null);
        var found = acknowledgements.list(me, listing.pageRequest());
        var view =
                new MonitoringView(
                        typed == null ? formOf(last) : typed,
                        last,
                        last == null ? "" : by(frame, last),
                        last == null || !last.isInForce() ? "" : progress(frame, me),
                        listing,
                        found.rows(),
                        found.all(),
                        problems,
                        notice);
        return templates.privacyMonitoring(frame, view);
    }

    JteModel text(PageFrame frame, MonitoringNotice notice) {
        return templates.privacyMonitoringText(frame, notice, by(frame, notice));
    }

    private String by(PageFrame frame, MonitoringNotice notice) {
        return UserNames.of(frame, names.of(List.of(notice.publishedBy())), notice.publishedBy());
    }

    private String progress(PageFrame frame, SignedIn me) {
        var progress = acknowledgements.progress(me);
        return frame.text(
                "monitoring.progress",
                frame.t().number(progress.done()),
                frame.t().number(progress.agents()));
    }

    private static Form formOf(@Nullable MonitoringNotice last) {
        return last == null
                ? new Form("", "", 0)
                : new Form(last.english(), last.chinese(), last.number());
    }
}
