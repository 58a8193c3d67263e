// hx-swap="morph": compares the server's last response with the new one, and changes only what
// differs. Focus, selection, scrolling, open menus and what scripts added are not affected.
//
// The children of an element with data-keyed are matched by their ids; any other element is
// replaced as a whole when it changed.
const lastResponse = new WeakMap();

function remember(root) {
    const regions = [...root.querySelectorAll("[data-keyed][data-version]")];
    if (root.matches("[data-keyed][data-version]")) {
        regions.unshift(root);
    }
    for (const region of regions) {
        if (!lastResponse.has(region)) {
            lastResponse.set(region, region.cloneNode(true));
        }
    }
}

function merge(live, before, after, added) {
    if (before.isEqualNode(after)) {
        return live;
    }
    if (!before.hasAttribute("data-keyed") || !after.hasAttribute("data-keyed")) {
        const copy = after.cloneNode(true);
        live.replaceWith(copy);
        added.push(copy);
        return copy;
    }
    mergeAttributes(live, before, after);
    mergeChildren(live, before, after, added);
    return live;
}

function mergeAttributes(live, before, after) {
    let sendsRequests = false;
    for (const { name } of [...before.attributes, ...after.attributes]) {
        const value = after.getAttribute(name);
        if (value === before.getAttribute(name)) {
            continue;
        }
        sendsRequests ||= name.startsWith("hx-");
        if (value === null) {
            live.removeAttribute(name);
        } else {
            live.setAttribute(name, value);
        }
    }
    if (sendsRequests) {
        htmx.process(live);
    }
}

function mergeChildren(live, before, after, added) {
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
            node = merge(node, had.get(child.id), child, added);
        } else {
            node = child.cloneNode(true);
            added.push(node);
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

// A part with data-removed contains only what is new: each child names the one before it.
function complete(before, part) {
    if (part.dataset.removed === undefined) {
        return part;
    }
    const after = before.cloneNode(true);
    const removed = new Set(part.dataset.removed.split(" "));
    for (const child of [...after.children]) {
        if (removed.has(child.dataset.revision)) {
            child.remove();
        }
    }
    for (const child of [...part.children]) {
        // What was opened again while this answer was on its way is there already.
        after.children.namedItem(child.id)?.remove();
        const previous = after.children.namedItem(child.dataset.after);
        const first = child.dataset.after === "";
        const next = first ? after.firstElementChild : previous?.nextElementSibling;
        child.removeAttribute("data-after");
        after.insertBefore(child, next ?? null);
    }
    part.removeAttribute("data-removed");
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
        const added = [];
        if (part && lastResponse.has(target)) {
            const after = complete(lastResponse.get(target), part);
            target.dispatchEvent(new CustomEvent("merging", { bubbles: true }));
            merge(target, lastResponse.get(target), after, added);
            lastResponse.set(target, after);
            target.dispatchEvent(new CustomEvent("merged", { bubbles: true, detail: added }));
        }
        return added;
    },
});

remember(document.body);
document.addEventListener("htmx:load", event => remember(event.target));
