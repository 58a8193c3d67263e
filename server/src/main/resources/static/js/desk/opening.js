// Opens a conversation in the page, at its newest message or at one that was found.
const ENTRY = /^[0-9a-f-]{36}$/;

export async function openConversation(address) {
    await htmx.ajax("GET", address, {
        source: "#conversation",
        target: "#conversation",
        select: "#conversation",
        selectOOB: "#customer-pane,#worklist:morph,#rail:morph",
        swap: "outerHTML",
        push: address,
    });
}

// Acts whenever another conversation, or none, is in the page: a new one, or one that was kept aside.
export function whenOpened(act) {
    for (const kind of ["htmx:afterSettle", "pane-shown"]) {
        document.addEventListener(kind, event => event.target.id === "conversation" && act(event.target));
    }
}

// The message at which the conversation was opened, from the address of the page.
export const openedAt = () => entryIn(location.href);

// The message in an address of a conversation.
export function entryIn(address) {
    const id = new URL(address, location.href).searchParams.get("at");
    return id && ENTRY.test(id) ? id : null;
}

// Shows this entry and marks it. Returns whether it is part of the page.
export function showEntry(id, behavior = "instant") {
    const entry = document.getElementById(`entry-${id}`);
    entry?.scrollIntoView({ block: "center", behavior });
    mark(entry);
    return Boolean(entry);
}

export function mark(entry) {
    entry?.classList.add("found");
    setTimeout(() => entry?.classList.remove("found"), 4_000);
}
