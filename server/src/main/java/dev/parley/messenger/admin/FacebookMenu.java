package dev.parley.messenger.admin;

import dev.parley.admin.kit.SiteMap;
import dev.parley.platform.web.MenuEntries;
import dev.parley.platform.web.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/// Facebook's entries in the site map.
@Component
class FacebookMenu implements MenuEntries {
    @Override
    public List<MenuEntry> entries() {
        return List.of(
                new MenuEntry(SiteMap.GUIDES, "guide", "/admin/guide"),
                new MenuEntry(SiteMap.CHANNELS, "facebook.accounts", "/admin/messaging-accounts"),
                new MenuEntry(
                        SiteMap.OPERATIONS,
                        "facebook.traffic",
                        "/admin/traffic",
                        "facebook.traffic.alerts"),
                new MenuEntry(SiteMap.OPERATIONS, "privacy.title", "/admin/data-requests"));
    }
}
