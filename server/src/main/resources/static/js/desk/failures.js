// What failed is said in the part of the page where it failed, with the way to try again.
import { reason, say } from "./speech.js";

function slot(element) {
    return element.closest("[data-pane]")?.querySelector(":scope > .failure");
}

function show(element, xhr) {
    const place = slot(element);
    if (!place) {
        return;
    }
    const region = element.matches("[data-keyed]");
    const given = xhr?.status ? reason(xhr.getResponseHeader("Content-Type"), xhr.responseText) : undefined;
    place.textContent = given ?? say(region ? "notLoaded" : "failed");
    place.dataset.of = element.id;
    if (region) {
        const again = document.createElement("button");
        again.className = "link";
        again.type = "button";
        again.textContent = say("again");
        again.addEventListener("click", () => htmx.trigger(document.body, "reconnected"));
        place.append(again);
    }
    place.hidden = false;
}

for (const kind of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(kind, event => show(event.detail.elt, event.detail.xhr));
}

document.addEventListener("htmx:afterRequest", event => {
    const place = slot(event.detail.elt);
    if (event.detail.xhr?.status === 422) {
        show(event.detail.elt, event.detail.xhr);
    } else if (event.detail.successful && place && place.dataset.of === event.detail.elt.id) {
        place.hidden = true;
    }
});
