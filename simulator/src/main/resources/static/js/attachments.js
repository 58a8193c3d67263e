import { h, safe } from "./dom.js";
import { icon } from "./icons.js";
import { press } from "./actions.js";
import { player } from "./player.js";
import { template } from "./template.js";
import { t } from "./strings.js";
import { size } from "./time.js";
import { addressOf, isSticker, likeSize, nameOf } from "./wording.js";

// Draws the attachments of a message: photos as a grid, everything else one below the other.
export function attachments(all, message) {
    const stickers = new Set(all.filter(isSticker).map(one => one.payload?.sticker_id));
    const photos = all.filter(one => one.type === "image" && !isSticker(one));
    const rest = all.filter(one => one.type !== "image" || isSticker(one))
        // During a transition period a sticker is also sent as an image; it is shown once.
        .filter(one => !(one.type === "image" && stickers.has(one.payload?.sticker_id) && all.some(other => other.type === "sticker")));
    return [photos.length > 0 && grid(photos), ...rest.map(one => draw(one, message))];
}

function draw(one, message) {
    const address = safe(addressOf(one));
    if (isSticker(one)) return sticker(one, address);
    switch (one.type) {
        case "video": return h("video", { class: "video", src: address, controls: true, preload: "metadata", playsinline: true });
        case "audio": return player(address);
        case "file": return file(one, address);
        case "location": return place(one);
        case "template": return template(one.payload ?? {}, press);
        default: return link(one, address, message);
    }
}

function grid(photos) {
    const shown = photos.slice(0, 6);
    return h("div", { class: `photos of-${Math.min(shown.length, 6)}` }, shown.map((photo, at) => {
        const address = safe(addressOf(photo));
        const more = at === 5 && photos.length > 6 ? photos.length - 5 : 0;
        return h("button", { type: "button", class: "photo", tabindex: "-1", "aria-label": t.openPhoto, onclick: () => open(address) },
            address && h("img", { src: address, alt: photo.name ?? t.photo, loading: "lazy", onerror: event => broken(event.target) }),
            more > 0 && h("b", {}, `+${more}`));
    }));
}

function broken(image) {
    image.replaceWith(h("span", { class: "broken" }, icon("photo")));
}

function open(address) {
    if (!address) return;
    const dialog = h("dialog", { class: "lightbox", "aria-label": t.photo, onclick: () => dialog.close(), onclose: () => dialog.remove() },
        h("img", { src: address, alt: t.photo }),
        h("button", { type: "button", class: "round", "aria-label": t.close }, icon("close")));
    document.body.append(dialog);
    dialog.showModal();
}

function sticker(one, address) {
    const like = likeSize(one);
    if (like) return h("span", { class: `like ${like}`, role: "img", "aria-label": t.like }, icon("like"));
    return address ? h("img", { class: "sticker", src: address, alt: t.sticker }) : h("p", { class: "text" }, t.sticker);
}

function file(one, address) {
    const name = nameOf(one);
    return h("a", { class: "file", href: address, target: "_blank", rel: "noopener noreferrer", download: name },
        h("span", { class: "file-mark" }, icon("file")),
        h("span", { class: "file-text" }, h("b", {}, name), h("small", {}, size(one.size) || name.split(".").pop().toUpperCase())));
}

function place(one) {
    const { lat, long } = one.payload?.coordinates ?? {};
    const exact = Number.isFinite(lat) && Number.isFinite(long) ? `${lat.toFixed(4)}, ${long.toFixed(4)}` : "";
    return h("div", { class: "place" }, h("div", { class: "map", "aria-hidden": "true" }, icon("pin")),
        h("p", {}, h("b", {}, one.title ?? one.payload?.title ?? t.pinned), exact && h("small", {}, exact)));
}

function link(one, address, message) {
    const title = one.title ?? one.payload?.title ?? (message.text ? null : t.shared);
    if (!address) return title ? h("p", { class: "text" }, title) : h("p", { class: "text gone" }, t.unknown);
    return h("a", { class: "file", href: address, target: "_blank", rel: "noopener noreferrer" },
        h("span", { class: "file-mark" }, icon(/reel/.test(one.type) ? "reel" : /post/.test(one.type) ? "share" : "link")),
        h("span", { class: "file-text" }, h("b", {}, title ?? address), h("small", {}, new URL(address).host)));
}
