// The steps of a macro: adds, moves and removes them, and shows what they do. The focus stays at the
// step that was moved.
const AFTER_TYPING = 300;

const form = document.querySelector("[data-macro-form]");
const list = document.getElementById("macro-steps");
const fresh = document.getElementById("macro-step-new");
const adding = document.getElementById("macro-add");
const preview = document.getElementById("macro-preview");
let added = 0;
let timer;
let asking;

const steps = () => [...list.querySelectorAll(":scope > [data-step]")];
const button = (step, what) => step.querySelector(`[data-step-do=${what}]`);

function say(text) {
    document.getElementById("macro-said").textContent = text;
}

function number() {
    const all = steps();
    all.forEach((step, place) => {
        const legend = step.querySelector("legend");
        legend.textContent = list.dataset.number.replace("{0}", place + 1);
        button(step, "up").disabled = place === 0;
        button(step, "down").disabled = place === all.length - 1;
    });
    adding.disabled = all.length >= Number(list.dataset.most);
}

function changed() {
    form.dataset.unsavedEntries = "";
    number();
    show();
}

// An id or a reference to one gets the number of the new step.
function add() {
    const step = fresh.content.firstElementChild.cloneNode(true);
    added += 1;
    for (const part of step.querySelectorAll("[id], [for], [aria-describedby]")) {
        for (const name of ["id", "for", "aria-describedby"]) {
            const value = part.getAttribute(name);
            if (value) {
                part.setAttribute(name, value.replaceAll("step-new", `step-new${added}`));
            }
        }
    }
    list.append(step);
    changed();
    step.querySelector("select").focus();
}

function move(step, what) {
    const other = what === "up" ? step.previousElementSibling : step.nextElementSibling;
    if (!other) {
        return;
    }
    // The other step moves, so that this one keeps the focus.
    if (what === "up") {
        step.after(other);
    } else {
        step.before(other);
    }
    changed();
    const same = button(step, what);
    (same.disabled ? button(step, what === "up" ? "down" : "up") : same).focus();
    say(list.dataset.moved.replace("{0}", steps().indexOf(step) + 1));
}

function remove(step) {
    const next = step.nextElementSibling ?? step.previousElementSibling;
    step.remove();
    changed();
    (next?.querySelector("select") ?? adding).focus();
    say(list.dataset.removed);
}

function show() {
    clearTimeout(timer);
    asking?.abort();
    timer = setTimeout(ask, AFTER_TYPING);
}

// What cannot be shown now is shown after the next change.
async function ask() {
    asking = new AbortController();
    const headers = { ...JSON.parse(document.body.getAttribute("hx-headers")), "HX-Request": "true" };
    const body = new URLSearchParams(new FormData(form));
    try {
        const answer = await fetch(form.dataset.preview, { method: "POST", headers, body, signal: asking.signal });
        if (answer.ok) {
            preview.innerHTML = await answer.text();
        }
    } catch {
        // The form itself still works.
    }
}

adding.addEventListener("click", add);
list.addEventListener("click", event => {
    const what = event.target.closest("[data-step-do]")?.dataset.stepDo;
    const step = event.target.closest("[data-step]");
    if (what === "remove") {
        remove(step);
    } else if (what) {
        move(step, what);
    }
});
list.addEventListener("input", show);
number();
if (!form.querySelector("#title[aria-invalid]")) {
    list.querySelector("[aria-invalid]")?.closest("[data-step]").querySelector("select").focus();
}
