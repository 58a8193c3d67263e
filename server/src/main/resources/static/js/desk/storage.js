// Browser storage for drafts and unsent replies, separate for each user: it survives a reload, a
// closed tab and an expired session. `page.js` deletes it when the user signs out.
const LONGEST = 14 * 24 * 3_600_000;
const user = `parley.${document.body.dataset.user ?? ""}.`;
// Without browser storage, it lasts as long as the page.
const here = new Map();

function store() {
    try {
        return localStorage;
    } catch {
        return null;
    }
}

export function read(kind, conversation) {
    const name = `${user}${kind}.${conversation}`;
    const text = here.get(name) ?? store()?.getItem(name);
    return text ? JSON.parse(text).value : null;
}

export function write(kind, conversation, value) {
    const name = `${user}${kind}.${conversation}`;
    here.delete(name);
    if (value === null) {
        store()?.removeItem(name);
        return;
    }
    const text = JSON.stringify({ at: Date.now(), value });
    try {
        localStorage.setItem(name, text);
    } catch {
        here.set(name, text);
    }
}

// The conversations for which something of this kind is stored.
export function stored(kind) {
    const start = `${user}${kind}.`;
    return [...Object.keys(store() ?? {}), ...here.keys()]
        .filter(name => name.startsWith(start))
        .map(name => name.slice(start.length));
}

function forgetOld() {
    for (const name of Object.keys(store() ?? {})) {
        if (name.startsWith(user) && Date.now() - JSON.parse(store().getItem(name)).at > LONGEST) {
            store().removeItem(name);
        }
    }
}

forgetOld();
