package dev.parley.admin;

import dev.parley.admin.kit.ChannelOverview;
import dev.parley.admin.kit.HomeNotice;
import dev.parley.admin.kit.HomeNotices;
import dev.parley.platform.web.PageFrame;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The contributions of all channels to the first pages of the administration.
@Component
class ChannelContributions {
    private final List<ChannelOverview> overviews;
    private final List<HomeNotices> notices;

    ChannelContributions(
            ObjectProvider<ChannelOverview> overviews, ObjectProvider<HomeNotices> notices) {
        this.overviews = overviews.orderedStream().toList();
        this.notices = notices.orderedStream().toList();
    }

    List<HomeNotice> notices(PageFrame frame) {
        return notices.stream().flatMap(one -> one.notices(frame).stream()).toList();
    }

    List<ChannelOverview.Fact> facts(PageFrame frame) {
        return overviews.stream().flatMap(one -> one.facts(frame).stream()).toList();
    }

    List<ChannelOverview.Row> rows(PageFrame frame) {
        return overviews.stream().map(one -> one.row(frame)).toList();
    }
}
