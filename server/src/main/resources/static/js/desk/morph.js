// hx-swap="morph": compares the server's last response with the new one, and changes only what
// differs. Focus, selection, scrolling, open menus and what scripts added are not affected.
//
// The children of an element with data-keyed are matched by their ids; any other element is
// replaced as a whole when it changed.
const said = new WeakMap();

function remember(root) {
    const regions = [...root.querySelectorAll("[data-keyed][data-version]")];
    for (const region of root.matches("[data-keyed][data-version]") ? [root, ...regions] : regions) {
        if (!said.has(region)) {
            said.set(region, region.cloneNode(true));
        }
    }
}

function merge(live, before, after, fresh) {
    if (before.isEqualNode(after)) {
        return live;
    }
    if (!before.hasAttribute("data-keyed") || !after.hasAttribute("data-keyed")) {
        const copy = after.cloneNode(true);
        live.replaceWith(copy);
        fresh.push(copy);
        return copy;
    }
    mergeAttributes(live, before, after);
    mergeChildren(live, before, after, fresh);
    return live;
}

function mergeAttributes(live, before, after) {
    let wired = false;
    for (const { name } of [...before.attributes, ...after.attributes]) {
        const value = after.getAttribute(name);
        if (value === before.getAttribute(name)) {
            continue;
        }
        wired ||= name.startsWith("hx-");
        if (value === null) {
            live.removeAttribute(name);
        } else {
            live.setAttribute(name, value);
        }
    }
    if (wired) {
        htmx.process(live);
    }
}

function mergeChildren(live, before, after, fresh) {
    const had = new Map([...before.children].map(child => [child.id, child]));
    const here = new Map([...live.children].map(child => [child.id, child]));
    const wanted = new Set([...after.children].map(child => child.id));
    for (const id of had.keys()) {
        if (!wanted.has(id)) {
            here.get(id)?.remove();
        }
    }
    let last = null;
    for (const child of after.children) {
        let node = here.get(child.id);
        if (node && had.has(child.id)) {
            node = merge(node, had.get(child.id), child, fresh);
        } else {
            node = child.cloneNode(true);
            fresh.push(node);
        }
        const place = last ? last.nextElementSibling : live.firstElementChild;
        if (node !== place) {
            // moveBefore keeps the focus, in browsers that support it.
            const put = node.isConnected && live.moveBefore ? "moveBefore" : "insertBefore";
            live[put](node, place);
        }
        last = node;
    }
}

// A part that says what is gone contains only what is new: each child says after which it comes.
function whole(before, part) {
    if (part.dataset.gone === undefined) {
        return part;
    }
    const after = before.cloneNode(true);
    const gone = new Set(part.dataset.gone.split(" "));
    for (const child of [...after.children]) {
        if (gone.has(child.dataset.revision)) {
            child.remove();
        }
    }
    for (const child of [...part.children]) {
        const last = after.children.namedItem(child.dataset.after);
        const first = child.dataset.after === "";
        child.removeAttribute("data-after");
        after.insertBefore(child, first ? after.firstElementChild : (last?.nextElementSibling ?? null));
    }
    part.removeAttribute("data-gone");
    for (const { name, value } of part.attributes) {
        after.setAttribute(name, value);
    }
    return after;
}

htmx.defineExtension("morph", {
    isInlineSwap: style => style === "morph",
    handleSwap(style, target, fragment) {
        if (style !== "morph") {
            return false;
        }
        const part = fragment.querySelector(`#${CSS.escape(target.id)}`);
        const fresh = [];
        if (part && said.has(target)) {
            const after = whole(said.get(target), part);
            target.dispatchEvent(new CustomEvent("merging", { bubbles: true }));
            merge(target, said.get(target), after, fresh);
            said.set(target, after);
            target.dispatchEvent(new CustomEvent("merged", { bubbles: true, detail: fresh }));
        }
        return fresh;
    },
});

remember(document.body);
document.addEventListener("htmx:load", event => remember(event.target));
