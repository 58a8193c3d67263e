// Inserts text into a field instead of its selection, or of another part, as if it was typed: it
// can be undone, and the handlers of the field run.
export function insertText(field, text, from = field.selectionStart, to = field.selectionEnd) {
    field.focus();
    field.setSelectionRange(from, to);
    const typed = text
        ? document.execCommand("insertText", false, text)
        : from === to || document.execCommand("delete");
    if (!typed) {
        field.setRangeText(text, from, to, "end");
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
}
