// Buttons that copy a field and confirm it in place.
for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    const words = button.firstElementChild;
    const asked = words.textContent;
    button.hidden = false;
    field.addEventListener("focus", () => field.select());
    button.addEventListener("click", async () => {
        await copy(field);
        words.textContent = button.dataset.copied;
        setTimeout(() => { words.textContent = asked; }, 2000);
    });
}

// The clipboard is available only to pages loaded over HTTPS.
async function copy(field) {
    if (navigator.clipboard) {
        await navigator.clipboard.writeText(field.value);
    } else {
        field.select();
        document.execCommand("copy");
    }
}
