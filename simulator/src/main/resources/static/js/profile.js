import { language } from "./strings.js";

// {@return the element of a list for this language, else the default}
function localized(list) {
    const all = [list ?? []].flat();
    return all.find(one => one.locale === language.replace("-", "_").replace(/^en$/, "en_US")) ?? all.find(one => (one.locale ?? "default") === "default");
}

// The page's greeting before the first message, with the person's name in place of placeholders.
export function greeting(page, person) {
    const names = { user_first_name: person?.firstName, user_last_name: person?.lastName, user_full_name: person?.name };
    return localized(page.messengerProfile?.greeting)?.text?.replace(/\{\{(\w+)\}\}/g, (whole, name) => names[name] ?? whole);
}

export const getStartedPayload = page => page.messengerProfile?.get_started?.payload ?? "GET_STARTED";

// Questions that can be tapped before the first message: in lists for each language, or in one list.
export function iceBreakers(page) {
    const all = page.messengerProfile?.ice_breakers ?? [];
    return all.some(one => one.call_to_actions) ? localized(all)?.call_to_actions ?? [] : all;
}

export const menuOf = page => localized(page?.messengerProfile?.persistent_menu);
