package dev.parley.admin.kit;

import dev.parley.platform.web.PageFrame;
import java.util.List;

/// Notices on the first page of the administration. Each channel provides its own.
public interface HomeNotices {
    /// {@return the notices, the most urgent first}
    List<HomeNotice> notices(PageFrame frame);
}
