// Asks for confirmation before the user leaves a page with a changed form.
const forms = [...document.querySelectorAll("form[data-unsaved]")];
let sending = false;

const changed = form => [...form.elements].some(field => {
    if (field.type === "checkbox" || field.type === "radio") {
        return field.checked !== field.defaultChecked;
    }
    if (field instanceof HTMLSelectElement) {
        const options = [...field.options];
        const without = !field.multiple && !options.some(option => option.defaultSelected);
        // Without a default, the browser selects the first option.
        return options.some(option => option.selected !== (without ? option.index === 0 : option.defaultSelected));
    }
    return field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue;
});

document.addEventListener("submit", () => { sending = true; });
window.addEventListener("pageshow", () => { sending = false; });
window.addEventListener("beforeunload", event => {
    const shownAgain = document.querySelector("form[data-unsaved] [aria-invalid='true'], [data-unsaved-entries]");
    if (!sending && (shownAgain || forms.some(changed))) {
        event.preventDefault();
    }
});
