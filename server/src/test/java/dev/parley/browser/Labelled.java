package dev.parley.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/// Finds elements by their visible label, as a user does.
final class Labelled {
    private Labelled() {}

    static Locator heading(Page window, String words) {
        return find(window, AriaRole.HEADING, words);
    }

    static Locator link(Page window, String words) {
        return find(window, AriaRole.LINK, words);
    }

    static Locator button(Page window, String words) {
        return find(window, AriaRole.BUTTON, words);
    }

    static Locator field(Page window, String words) {
        return window.getByLabel(words, new GetByLabelOptions().setExact(true)).first();
    }

    private static Locator find(Page window, AriaRole role, String words) {
        return window.getByRole(role, new GetByRoleOptions().setName(words).setExact(true)).first();
    }
}
