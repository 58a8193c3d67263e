package dev.parley.desk;

import java.util.Locale;

/// A part of the desk's page that is updated on its own.
enum PagePart {
    HEAD,
    PARTICIPANTS,
    TIMELINE,
    TYPING,
    CONTROL,
    WRAP_UP,
    COMPOSER_STATE,
    DRAFT,
    DRAFT_NOTE,
    CUSTOMER,
    WORKLIST,
    RAIL,
    VIEWS,
    TABS,
    TAKEN_OVER,
    ALERTS;

    /// {@return the id of its element}
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
