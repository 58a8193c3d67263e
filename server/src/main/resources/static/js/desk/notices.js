// Shows that a reply in another conversation was not sent: a mark on its row in the list, and a
// line with a link to it.
import { say } from "./texts.js";
import { isOpen, troubled } from "./unsent.js";

const list = () => document.getElementById("notices");
const name = conversation =>
    document.querySelector(`#work-${conversation} .work-name`)?.textContent.trim();
// Conversations with a reply that the channel refused, as reported by the server, until opened.
const refused = new Set();

function line(conversation) {
    const id = `notice-${conversation}`;
    const fresh = document.getElementById("notice").content.firstElementChild.cloneNode(true);
    const address = `/desk/conversations/${conversation}`;
    const who = name(conversation);
    const link = fresh.querySelector("a");
    fresh.id = id;
    fresh.querySelector("span").textContent = who ? say("unsentTo", who) : say("unsentSomewhere");
    link.href = address;
    link.setAttribute("hx-get", address);
    fresh.querySelector("button").addEventListener("click", () => {
        refused.delete(conversation);
        fresh.remove();
        list().hidden = !list().children.length;
    });
    return fresh;
}

function tell() {
    const wanted = new Set([...troubled(), ...refused].filter(one => !isOpen(one)));
    for (const old of [...list().children]) {
        if (!wanted.has(old.id.slice("notice-".length))) {
            old.remove();
        }
    }
    for (const conversation of wanted) {
        if (!document.getElementById(`notice-${conversation}`)) {
            const fresh = line(conversation);
            list().append(fresh);
            htmx.process(fresh);
        }
    }
    list().hidden = !list().children.length;
}

function mark() {
    const marked = troubled();
    for (const row of document.querySelectorAll(".work-item")) {
        const wanted = marked.includes(row.dataset.conversation);
        const there = row.querySelector(".work-meta > [data-unsent]");
        if (!wanted) {
            there?.remove();
        } else if (!there && !row.querySelector(".work-meta > .bad")) {
            const sign = document.createElement("span");
            sign.className = "bad";
            sign.dataset.unsent = "";
            sign.textContent = say("notSent");
            row.querySelector(".work-meta").prepend(sign);
        }
    }
}

function all() {
    mark();
    tell();
}

document.addEventListener("unsent", all);
document.addEventListener("merged", event => event.target.id === "worklist" && mark());
document.addEventListener("notified", event => {
    const [, conversation] = event.detail.match(/^failed-(.+)$/) ?? [];
    if (conversation && !isOpen(conversation)) {
        refused.add(conversation);
        tell();
    }
});
function opened() {
    refused.delete(document.getElementById("conversation")?.dataset.conversation);
    all();
}

document.addEventListener("pane-shown", opened);
document.addEventListener("htmx:load", event => {
    if (event.target.id === "conversation" || event.target.contains(list())) {
        opened();
    }
});
