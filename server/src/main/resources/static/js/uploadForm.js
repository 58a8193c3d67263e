// Shows that an upload failed, in the form; a page that the server sends shows its own reason.
function failed(event) {
    const form = event.target.closest?.("form[data-upload]");
    if (form) {
        const line = form.querySelector("[role=alert]");
        line.textContent = form.dataset.upload;
        line.hidden = false;
    }
}

for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(name, failed);
}
