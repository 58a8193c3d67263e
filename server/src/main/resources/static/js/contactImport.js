// Shows a request for an import that failed, and drops the result of a check when another file is
// chosen.
const result = document.getElementById("import-result");

function failed() {
    const words = document.createElement("p");
    words.className = "notice negative";
    words.setAttribute("role", "alert");
    words.textContent = result.dataset.failed;
    result.replaceChildren(words);
}

for (const event of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(event, failed);
}

document.getElementById("file").addEventListener("change", () => result.replaceChildren());
