// The dialog for tags: of the open conversation, or one tag for many conversations. A few letters find
// a tag; a name that no tag has creates one, if the user may. What is typed is outside of the parts
// that are replaced.
import { refreshAll } from "./changes.js";
import { complain } from "./failures.js";
import { whenOpened } from "./opening.js";
import { refusal, sendRequest } from "./requests.js";
import { say } from "./texts.js";

const part = id => document.getElementById(id);
const dialog = part("tag-dialog");
const field = part("tag-text");
const optionsIn = root => [...root.querySelectorAll("#tag-options [role=option]")];
const options = () => optionsIn(document);
const offered = () => options().filter(option => !option.hidden);
const selected = () => document.querySelector("#tag-options [aria-selected=true]");
const conversation = () => part("conversation")?.dataset.conversation;
const folded = text => text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");

// address: of the tags to choose from; choose: what to do with the name of the one for many
// conversations; list: the tags, null until they are loaded; waiting: what is done next
let target = null;

const isShown = what => dialog.open && what === target;

export function chooseTag(remove, choose) {
    const title = remove ? dialog.dataset.remove : dialog.dataset.add;
    open({ address: `/desk/bulk/tags?remove=${remove}`, title, choose });
}

function openTags() {
    const id = conversation();
    if (id) {
        open({ address: `/desk/conversations/${id}/tags`, title: dialog.dataset.one });
    }
}

// What was typed for the same conversation is still there.
function open(next) {
    if (dialog.open) {
        return;
    }
    if (target?.address !== next.address) {
        field.value = "";
        target = { waiting: [], busy: false };
    } else if (next.choose) {
        target.waiting.length = 0;
    }
    Object.assign(target, next, { list: null });
    part("tag-title").textContent = next.title;
    fill();
    tell("");
    fail("");
    dialog.showModal();
    field.focus();
    work(target);
}

async function load(what) {
    const { ok, text, failure } = await sendRequest(what.address);
    if (ok) {
        what.list = parsed(text);
    }
    what.failure = failure;
    if (what === target) {
        fill();
        show();
        if (!ok) {
            fail(failure);
        }
    }
}

// One after the other: each after what was chosen before it, and after the list is there.
async function work(what, ...more) {
    what.waiting.push(...more);
    if (what.busy) {
        return;
    }
    what.busy = true;
    do {
        if (!what.list) {
            await load(what);
        }
        await what.waiting.shift()?.();
    } while (what.waiting.length);
    what.busy = false;
}

function parsed(html) {
    const root = new DOMParser().parseFromString(html, "text/html");
    const list = root.getElementById("tag-options");
    if (list?.dataset.create === "true") {
        const option = root.createElement("div");
        option.id = "tag-create";
        option.className = "tag-option";
        option.setAttribute("role", "option");
        option.dataset.test = "tag-create";
        list.append(option);
    }
    return root;
}

function fill() {
    for (const id of ["tag-chosen", "tag-options"]) {
        const found = target.list?.getElementById(id);
        part(`${id}-place`).replaceChildren(...(found ? [document.importNode(found, true)] : []));
    }
}

// The tag that has what was typed as its name.
function exactIn(root, typed) {
    const known = [...root.querySelectorAll("#tag-chosen [data-key], #tag-options [data-key]")];
    return known.find(each => each.dataset.key === typed);
}

// What the Enter key chooses: the tag with this name, or else one that contains it, or a new one.
function choiceIn(root, typed) {
    const exact = exactIn(root, typed);
    return exact?.matches("[role=option]")
        ? exact
        : optionsIn(root).find(each => (each.dataset.key === undefined ? !exact : each.dataset.key.includes(typed)));
}

// Shows what matches, and what happens to a name that nothing matches.
function show() {
    const typed = folded(field.value);
    const create = part("tag-create");
    const exact = exactIn(document, typed);
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
    select(typed ? choiceIn(document, typed) : undefined);
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

// Before the list is there, it is not known which tag is meant by what was typed.
function chooseTyped() {
    const typed = field.value.trim();
    if (selected()) {
        choose(selected());
    } else if (typed && !target.list) {
        take({ typed });
    }
}

function choose(option) {
    if (option) {
        take({ name: option.dataset.name });
    }
}

function take(chosen) {
    const what = target;
    if (what.choose) {
        work(what, () => isShown(what) && chooseForMany(what, chosen));
        return;
    }
    field.value = "";
    fail("");
    show();
    work(what, () => add(what, chosen));
}

function chooseForMany(what, chosen) {
    const name = nameOf(what, chosen);
    if (name) {
        what.choose(name);
    }
}

function nameOf({ list }, { name, typed }) {
    const option = name || !list ? undefined : choiceIn(list, folded(typed));
    return name ?? (option?.id === "tag-create" ? typed : option?.dataset.name);
}

async function add(what, chosen) {
    const name = nameOf(what, chosen);
    if (name) {
        const done = dialog.dataset.added.replace("{0}", () => name);
        const refused = failure => report(what, name, failure, true);
        await change(what, () => refusal(what.address, { tag: name }), done, refused);
    } else {
        const { has, unknown } = dialog.dataset;
        const why = what.list && (exactIn(what.list, folded(chosen.typed)) ? has : unknown);
        report(what, chosen.typed, why ?? what.failure, true);
    }
}

function remove({ tag, name }) {
    const what = target;
    const done = dialog.dataset.removed.replace("{0}", () => name);
    const request = async () => {
        const address = `${what.address}/${tag}`;
        const { status, failure } = await sendRequest(address, { method: "DELETE" });
        return status ? failure : `${failure} ${say("unsure")}`;
    };
    field.focus();
    fail("");
    work(what, () => change(what, request, done, failure => report(what, name, failure, false)));
}

async function change(what, request, done, refused) {
    const failure = await request();
    if (failure !== null) {
        refused(failure);
    } else if (isShown(what)) {
        tell(done);
    }
    if (what === target) {
        await load(what);
    }
    refreshAll();
}

// Where the user sees it: the dialog may be closed, or be about something else. The name is typed
// again, if nothing else is by now.
function report(what, name, failure, again) {
    const back = again && what === target && !field.value;
    if (back) {
        field.value = name;
        show();
    }
    if (!isShown(what)) {
        complain(`${name}: ${failure}`);
    } else if (part("tag-hint")?.textContent !== failure) {
        fail(back ? failure : `${name}: ${failure}`);
    }
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
    Enter: chooseTyped,
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
    if (button) {
        remove(button.dataset);
    }
});
document.addEventListener("click", event => {
    if (event.target.closest("[data-do=tags]")) {
        openTags();
    }
});
whenOpened(() => dialog.open && dialog.close());

export const closeTags = () => dialog.close();
