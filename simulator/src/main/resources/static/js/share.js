import { arrive, forgetArrival } from "./actions.js";
import { h } from "./dom.js";
import { t } from "./strings.js";

const USUAL = {
    post: "https://www.facebook.com/sunnytea/posts/1001",
    reel: "https://www.facebook.com/reel/2002",
    product: "7001",
};

// Shares a post or a reel, or asks about a product of the page's shop.
export function share(send) {
    let kind = "post";
    const heading = h("h2", { id: "share-title" });
    const name = h("input", { id: "share-name", required: true, maxlength: "200", "data-test": "share-name" });
    const addressLabel = h("label", { for: "share-address" });
    const address = h("input", { id: "share-address", required: true, maxlength: "500", "data-test": "share-address" });
    const nameLabel = h("label", { for: "share-name" });
    const dialog = h("dialog", { class: "dialog", "aria-labelledby": "share-title" },
        h("form", { method: "dialog", onsubmit: submitted },
            heading, nameLabel, name, addressLabel, address,
            h("div", { class: "dialog-ends" },
                h("button", { type: "button", class: "button", onclick: () => dialog.close() }, t.cancel),
                h("button", { type: "submit", class: "button primary", "data-test": "share-send" }, t.send))));

    function open(what) {
        kind = what;
        const product = kind === "product";
        heading.textContent = { post: t.sharePost, reel: t.shareReel, product: t.askProduct }[kind];
        nameLabel.textContent = product ? t.question : t.titleOfIt;
        addressLabel.textContent = product ? t.productId : t.address;
        name.value = t.shareUsual[kind];
        address.value = USUAL[kind];
        dialog.showModal();
        name.select();
    }

    function submitted() {
        if (kind === "product") return ask();
        const id = /\d+/.exec(address.value)?.[0] ?? "1";
        const payload = { url: address.value, title: name.value, ...(kind === "post" ? { id } : { reel_video_id: Number(id) }) };
        send({ attachments: [{ type: kind, payload }] });
    }

    function ask() {
        arrive({ product: address.value });
        send({ text: name.value });
        forgetArrival();
    }

    return { dialog, open };
}
