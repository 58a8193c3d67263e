// Drafts: text and quote of a reply that is not sent yet, for each conversation. Stored in the
// browser while the user types.
import { read, write } from "./storage.js";

export function draftOf(conversation) {
    return { text: "", replyTo: null, ...read("draft", conversation) };
}

export function saveDraft(conversation, draft) {
    write("draft", conversation, draft.text || draft.replyTo ? draft : null);
}
