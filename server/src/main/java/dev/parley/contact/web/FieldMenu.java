package dev.parley.contact.web;

import dev.parley.admin.kit.SiteMap;
import dev.parley.platform.web.MenuEntries;
import dev.parley.platform.web.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/// The entry of the fields of contacts in the site map.
@Component
class FieldMenu implements MenuEntries {
    @Override
    public List<MenuEntry> entries() {
        return List.of(
                new MenuEntry(
                        SiteMap.PRODUCTIVITY, "field.fields", ContactFieldsController.ADDRESS));
    }
}
