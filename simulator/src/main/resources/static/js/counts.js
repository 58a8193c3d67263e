import { h, keep } from "./dom.js";
import { model, watch } from "./model.js";
import { t } from "./strings.js";

// The counts of webhooks and sends so far.
export function counts(root) {
    watch(() => {
        const { webhooks, posts, refused, sends } = model.counts ?? {};
        root.hidden = !webhooks;
        if (!webhooks) return;
        keep(root, [
            figure("delivered", webhooks.delivered, t.counted.delivered(webhooks.delivered)),
            figure("waiting", webhooks.pending + webhooks.held, t.counted.waiting),
            figure("missing", webhooks.failed + webhooks.dropped, t.counted.missing, "bad"),
            figure("refused", refused, t.counted.refused(posts), "bad"),
            figure("accepted", sends.accepted, t.counted.accepted(sends.accepted)),
            figure("unsent", sends.refused + sends.lost, t.counted.unsent, "bad"),
            figure("unanswered", sends.unanswered, t.counted.unanswered, "bad"),
        ].filter(one => one));
    });
}

// Counts of problems are shown only if they are not zero.
function figure(name, number, text, mood) {
    return (mood !== "bad" || number > 0) && {
        key: name, stamp: `${number} ${text}`,
        draw: () => h("li", { class: mood, "data-test": `count-${name}` }, h("b", {}, String(number)), h("span", {}, text)),
    };
}
