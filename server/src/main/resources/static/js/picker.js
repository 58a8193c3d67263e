// Filters a list of names with checkboxes by the typed words.
for (const picker of document.querySelectorAll("[data-picker]")) {
    const find = picker.querySelector("[data-picker-find]");
    const none = picker.querySelector("[data-picker-none]");
    const names = [...picker.querySelectorAll("[data-picker-name]")];
    if (!find) {
        continue;
    }
    find.hidden = false;
    find.addEventListener("input", () => {
        const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
        const fits = name => words.every(word => name.dataset.pickerName.toLowerCase().includes(word));
        names.forEach(name => { name.hidden = !fits(name); });
        none.hidden = names.some(name => !name.hidden);
    });
    find.addEventListener("keydown", event => {
        if (event.key === "Enter") {
            event.preventDefault();
        }
    });
}
