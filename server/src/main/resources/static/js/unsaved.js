// Asks for confirmation before the user leaves a page with a changed form.
const forms = [...document.querySelectorAll("form[data-unsaved]")];
let sending = false;

const changed = form => [...form.elements].some(field => {
    if (field.type === "checkbox" || field.type === "radio") {
        return field.checked !== field.defaultChecked;
    }
    if (field instanceof HTMLSelectElement) {
        return [...field.options].some(option => option.selected !== option.defaultSelected);
    }
    return field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue;
});

document.addEventListener("submit", () => { sending = true; });
window.addEventListener("pageshow", () => { sending = false; });
window.addEventListener("beforeunload", event => {
    const shownAgain = document.querySelector("form[data-unsaved] [aria-invalid='true']");
    if (!sending && (shownAgain || forms.some(changed))) {
        event.preventDefault();
    }
});
