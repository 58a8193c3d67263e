// On every page: sends the browser's time zone to the server, and deletes stored text when the user
// signs out.
import "./composing.js";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.split("; ").includes(`tz=${zone}`)) {
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `tz=${zone}; path=/; max-age=31536000; samesite=lax${secure}`;
}

// After all other listeners: one of them may store something on the server first.
window.addEventListener("submit", event => {
    const { user } = document.body.dataset;
    if (user && !event.defaultPrevented && new URL(event.target.action, location).pathname.endsWith("/sign-out")) {
        for (const store of [localStorage, sessionStorage]) {
            Object.keys(store)
                .filter(name => name.startsWith(`parley.${user}.`))
                .forEach(name => store.removeItem(name));
        }
    }
});
