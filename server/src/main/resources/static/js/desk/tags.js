// The dialog for tags: of the open conversation, or one tag for many conversations. A few letters find
// a tag; a name that no tag has creates one, if the user may. What is typed is outside of the parts
// that are replaced.
import { refreshAll } from "./changes.js";
import { refusal, sendRequest } from "./requests.js";
import { say } from "./texts.js";

const part = id => document.getElementById(id);
const dialog = part("tag-dialog");
const field = part("tag-text");
const options = () => [...document.querySelectorAll("#tag-options [role=option]")];
const offered = () => options().filter(option => !option.hidden);
const selected = () => document.querySelector("#tag-options [aria-selected=true]");
const conversation = () => part("conversation")?.dataset.conversation;
const folded = text => text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");

// address: of the tags to choose from; choose: what to do with the name of the chosen one
let target = null;
let busy = false;

export function chooseTag(remove, choose) {
    const title = remove ? dialog.dataset.remove : dialog.dataset.add;
    open({ address: `/desk/bulk/tags?remove=${remove}`, title, choose });
}

function openTags() {
    const id = conversation();
    if (id) {
        const address = `/desk/conversations/${id}/tags`;
        open({ address, title: dialog.dataset.one, choose: name => add(address, name) });
    }
}

// What was typed for the same conversation is still there.
async function open(next) {
    if (dialog.open) {
        return;
    }
    if (target?.address !== next.address) {
        field.value = "";
    }
    target = next;
    part("tag-title").textContent = next.title;
    fill("");
    tell("");
    fail("");
    dialog.showModal();
    field.focus();
    await load();
}

async function load() {
    const { address } = target;
    const { ok, text, failure } = await sendRequest(address);
    if (target.address === address) {
        fill(ok ? text : "");
        if (!ok) {
            fail(failure);
        }
        show();
    }
}

function fill(html) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    for (const id of ["tag-chosen", "tag-options"]) {
        const found = parsed.getElementById(id);
        part(`${id}-place`).replaceChildren(...(found ? [found] : []));
    }
    const list = part("tag-options");
    if (list?.dataset.create === "true") {
        const option = document.createElement("div");
        option.id = "tag-create";
        option.className = "tag-option";
        option.setAttribute("role", "option");
        option.dataset.test = "tag-create";
        list.append(option);
    }
}

// Shows what matches, and what happens to a name that nothing matches.
function show() {
    const typed = folded(field.value);
    const create = part("tag-create");
    const known = [...document.querySelectorAll("#tag-chosen [data-key], #tag-options [data-key]")];
    const exact = known.find(each => each.dataset.key === typed);
    for (const option of options()) {
        option.hidden = option !== create && !option.dataset.key.includes(typed);
    }
    if (create) {
        create.hidden = !typed || Boolean(exact);
        create.textContent = dialog.dataset.create.replace("{0}", () => field.value.trim());
        create.dataset.name = field.value.trim();
    }
    part("tag-hint")?.remove();
    const hint = hintFor(typed, exact);
    if (hint && part("tag-options")) {
        const line = document.createElement("p");
        line.id = "tag-hint";
        line.className = "meta";
        line.textContent = hint;
        part("tag-options-place").append(line);
    }
    select(typed ? (exact?.matches("[role=option]") ? exact : offered()[0]) : undefined);
}

function hintFor(typed, exact) {
    if (exact && !exact.matches("[role=option]")) {
        return dialog.dataset.has;
    }
    if (offered().length) {
        return "";
    }
    const any = document.querySelector("#tag-chosen, #tag-options [data-key]");
    return typed ? dialog.dataset.unknown : any ? "" : dialog.dataset.none;
}

function select(option) {
    selected()?.setAttribute("aria-selected", "false");
    for (const each of options()) {
        each.setAttribute("aria-selected", String(each === option));
    }
    if (option) {
        field.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
    } else {
        field.removeAttribute("aria-activedescendant");
    }
}

function move(step) {
    const all = offered();
    const at = all.indexOf(selected());
    select(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length]);
}

function choose(option) {
    if (option && !busy) {
        target.choose(option.dataset.name);
    }
}

// One at a time: the next keys could be meant for what the list shows then.
async function change(request, done) {
    busy = true;
    const failure = await request();
    fail(failure ?? "");
    if (failure === null) {
        tell(done);
    }
    await load();
    busy = false;
    refreshAll();
    return failure === null;
}

async function add(address, name) {
    const done = dialog.dataset.added.replace("{0}", () => name);
    if (await change(() => refusal(address, { tag: name }), done)) {
        field.value = "";
        show();
    }
}

async function remove({ tag, name }) {
    const { address } = target;
    const done = dialog.dataset.removed.replace("{0}", () => name);
    field.focus();
    await change(async () => {
        const { status, failure } = await sendRequest(`${address}/${tag}`, { method: "DELETE" });
        return status ? failure : `${failure} ${say("unsure")}`;
    }, done);
}

function fail(text) {
    part("tag-error").textContent = text;
    field.toggleAttribute("aria-invalid", text !== "");
}

function tell(text) {
    part("tag-status").textContent = text;
}

const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => choose(selected()),
};

field.addEventListener("keydown", event => {
    if (event.isComposing) {
        return;
    }
    const last = [...document.querySelectorAll("#tag-chosen button")].at(-1);
    if (event.key === "Backspace" && !field.value && last) {
        event.preventDefault();
        last.focus();
    } else if (keys[event.key]) {
        event.preventDefault();
        keys[event.key]();
    }
});
field.addEventListener("input", event => {
    if (!event.isComposing) {
        fail("");
        show();
    }
});
field.addEventListener("compositionend", show);
dialog.addEventListener("click", event => {
    if (event.target === dialog) {
        dialog.close();
    }
    choose(event.target.closest("#tag-options [role=option]"));
    const button = event.target.closest("[data-do=tag-remove]");
    if (button && !busy) {
        remove(button.dataset);
    }
});
document.addEventListener("click", event => {
    if (event.target.closest("[data-do=tags]")) {
        openTags();
    }
});
// Another conversation was opened.
document.addEventListener("htmx:afterSettle", event => {
    if (event.target.id === "conversation" && dialog.open) {
        dialog.close();
    }
});

export const closeTags = () => dialog.close();
