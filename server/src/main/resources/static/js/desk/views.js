// The views of the list: the menu of the saved ones, the form for filtering, and saving and changing
// views.
import { changed } from "./changes.js";
import { post, sendRequest } from "./requests.js";
import { say } from "./texts.js";

let opening = null;

const part = id => document.getElementById(id);
const query = () => part("worklist").dataset.query;

// Shows another list beside the open conversation. The source of a request must stay in the page.
export function openList(list) {
    const { conversation } = part("conversation").dataset;
    const address = `${conversation ? `/desk/conversations/${conversation}` : "/desk"}?${list}`;
    return htmx
        .ajax("GET", address, {
            source: "#content",
            target: "#list",
            select: "#list",
            selectOOB: "#rail:morph",
            swap: "outerHTML",
            push: address,
        })
        .catch(() => {});
}

async function openFilters() {
    part("views").hidePopover();
    await htmx.ajax("GET", `/desk/views/form?${query()}`, {
        source: "#filters-body",
        target: "#filters-body",
        swap: "innerHTML",
    });
    if (part("filter-form") && !part("filters").open) {
        part("filters").showModal();
    }
}

// What is selected in the form, as in a URL.
function filters() {
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(part("filter-form"))) {
        const others = values.has(name) ? `${values.get(name)},` : "";
        values.set(name, others + value);
    }
    return new URLSearchParams([...values].filter(([, value]) => value)).toString();
}

function show() {
    const { saved } = part("filter-form").dataset;
    part("filters").close();
    openList(filters() + (saved ? `&saved=${saved}` : ""));
}

function clear() {
    for (const select of part("filter-form").querySelectorAll("select:not([name=view])")) {
        select.value = "";
    }
    for (const box of part("filter-form").querySelectorAll(".filter-several input")) {
        box.checked = false;
    }
}

// Shows in this element why a change of a saved view failed. Returns the id of the view, or null.
function idFrom({ ok, status, text, failure }, place) {
    place.textContent = ok || status ? (failure ?? "") : `${failure} ${say("unsure")}`;
    return ok ? text : null;
}

async function save(address, values) {
    const button = document.activeElement;
    button.disabled = true;
    const id = idFrom(await post(address, { list: filters(), ...values }), part("filters-error"));
    button.disabled = false;
    if (id) {
        part("filters").close();
        openList(`view=${id}`);
    }
}

function saveNew() {
    const name = part("view-name").value;
    save("/desk/views", { name, shared: part("view-shared")?.checked ?? false });
}

function update() {
    const { saved, name, revision } = part("filter-form").dataset;
    save(`/desk/views/${saved}`, { name, revision });
}

function edit({ id, name, revision }) {
    part("views").hidePopover();
    part("view-edit-error").textContent = "";
    part("view-edit-name").value = name;
    Object.assign(part("view-edit-form").dataset, { id, revision });
    part("view-edit").showModal();
    part("view-edit-name").select();
}

async function rename() {
    const { id, revision } = part("view-edit-form").dataset;
    const values = { name: part("view-edit-name").value, revision };
    if (idFrom(await post(`/desk/views/${id}`, values), part("view-edit-error"))) {
        part("view-edit").close();
        openList(query());
    }
}

async function remove() {
    const { id, revision } = part("view-edit-form").dataset;
    const address = `/desk/views/${id}?revision=${revision}`;
    const answer = await sendRequest(address, { method: "DELETE" });
    if (idFrom(answer, part("view-edit-error"))) {
        part("view-edit").close();
        const gone = query().includes(id);
        openList(gone ? `view=${part("worklist").dataset.show}` : query());
    }
}

const actions = {
    filters: openFilters,
    "clear-filters": clear,
    "save-view": saveNew,
    "update-view": update,
    "edit-view": button => edit(button.dataset),
    "delete-view": remove,
};

// The list that was chosen last is shown: its answer would find nothing to replace if the list before
// had arrived meanwhile.
document.addEventListener("htmx:beforeRequest", ({ detail: { target, xhr } }) => {
    if (target.id === "list") {
        opening?.abort();
        opening = xhr;
    }
});
document.addEventListener("click", event => {
    const link = event.target.closest("a[data-view]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        openList(link.dataset.view);
        return;
    }
    const button = event.target.closest("[data-do]");
    actions[button?.dataset.do]?.(button);
});
document.addEventListener("submit", event => {
    const submit = { "filter-form": show, "view-edit-form": rename }[event.target.id];
    if (submit) {
        event.preventDefault();
        submit();
    }
});
// The counts in the menu are current while it is open.
document.addEventListener("toggle", event => {
    if (event.target.id === "views" && event.newState === "open") {
        changed("views");
    }
}, true);
