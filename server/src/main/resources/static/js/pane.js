// Makes a pane that the server has opened modal: focus stays in it, and Esc does the same as Close.
for (const pane of document.querySelectorAll("dialog.pane[open]")) {
    pane.close();
    pane.showModal();
    const failed = pane.querySelector("[aria-invalid=true]");
    if (failed) {
        failed.focus();
    }
    pane.addEventListener("cancel", event => {
        event.preventDefault();
        location.assign(pane.dataset.close);
    });
}
