package dev.parley.admin.kit;

import dev.parley.platform.web.PageFrame;
import java.util.List;

/// Notices on the first page of the administration. Each channel brings its own.
public interface HomeNotices {
    /// {@return what somebody should know or fix, the most pressing first}
    List<HomeNotice> notices(PageFrame frame);
}
