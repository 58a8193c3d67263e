// Inserts a slug at the cursor of the text beside it.
import { insertText } from "./insertText.js";

document.addEventListener("click", event => {
    const button = event.target.closest("[data-slug]");
    if (button) {
        insertText(button.closest("[data-slugs]").querySelector("textarea"), button.dataset.slug);
    }
});
