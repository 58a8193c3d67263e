package dev.parley.engagement.web;

import dev.parley.admin.kit.SiteMap;
import dev.parley.engagement.web.view.Place;
import dev.parley.platform.web.MenuEntries;
import dev.parley.platform.web.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/// The entries of these screens in the site map.
@Component
class EngagementMenu implements MenuEntries {
    @Override
    public List<MenuEntry> entries() {
        return List.of(
                entry("engagement.canned", Place.CANNED_ANSWERS), entry("macro", Place.MACROS));
    }

    private static MenuEntry entry(String text, String what) {
        return new MenuEntry(SiteMap.PRODUCTIVITY, text, Place.administration(what).address());
    }
}
