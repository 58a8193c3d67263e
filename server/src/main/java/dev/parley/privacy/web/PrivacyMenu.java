package dev.parley.privacy.web;

import dev.parley.admin.kit.SiteMap;
import dev.parley.platform.web.MenuEntries;
import dev.parley.platform.web.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/// The entries of these screens in the site map.
@Component
class PrivacyMenu implements MenuEntries {
    @Override
    public List<MenuEntry> entries() {
        return List.of(
                new MenuEntry(SiteMap.PRIVACY, "masking", MaskingController.ADDRESS),
                new MenuEntry(
                        SiteMap.PRIVACY, "transcript.setting", TranscriptSettingController.ADDRESS),
                new MenuEntry(SiteMap.PRIVACY, "monitoring", MonitoringController.ADDRESS));
    }
}
