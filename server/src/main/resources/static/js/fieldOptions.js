// The options of a field that is a choice: adds, moves and removes them. The focus stays at the option
// that was moved.
const list = document.getElementById("field-options");
const adding = document.getElementById("field-option-add");
const fresh = document.getElementById("field-option-new");

const options = () => [...list.querySelectorAll(":scope > [data-option]")];
const button = (option, what) => option.querySelector(`[data-option-do=${what}]`);
const firstInput = option => option.querySelector("[name=optionEnglish]");

function say(text) {
    document.getElementById("field-option-said").textContent = text;
}

function number() {
    const all = options();
    all.forEach((option, place) => {
        button(option, "up").disabled = place === 0;
        button(option, "down").disabled = place === all.length - 1;
    });
    adding.disabled = all.length >= Number(list.dataset.most);
}

function changed() {
    list.closest("form").dataset.unsavedEntries = "";
    number();
}

function add() {
    const option = fresh.content.querySelector("[data-option]").cloneNode(true);
    list.append(option);
    changed();
    firstInput(option).focus();
}

function move(option, what) {
    // The other option moves, so that this one keeps the focus.
    if (what === "up") {
        option.after(option.previousElementSibling);
    } else {
        option.before(option.nextElementSibling);
    }
    changed();
    const same = button(option, what);
    (same.disabled ? button(option, what === "up" ? "down" : "up") : same).focus();
    say(list.dataset.moved.replace("{0}", options().indexOf(option) + 1));
}

function remove(option) {
    const next = option.nextElementSibling ?? option.previousElementSibling;
    option.remove();
    changed();
    (next ? firstInput(next) : adding).focus();
    say(list.dataset.removed);
}

if (list) {
    adding.addEventListener("click", add);
    list.addEventListener("click", event => {
        const what = event.target.closest("[data-option-do]")?.dataset.optionDo;
        const option = event.target.closest("[data-option]");
        if (what === "remove") {
            remove(option);
        } else if (what) {
            move(option, what);
        }
    });
    // Enter in an option adds the next one, as in a list; the form has its own button.
    list.addEventListener("keydown", event => {
        if (event.key === "Enter" && event.target.matches("input") && !event.isComposing) {
            event.preventDefault();
            if (!adding.disabled) {
                add();
            }
        }
    });
    number();
}
