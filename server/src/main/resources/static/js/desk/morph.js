// hx-swap="morph": compares the server's last response with the new one, and changes only what
// differs. Focus, selection, scrolling, open menus and what scripts added are not affected.
//
// The children of an element with data-keyed are matched by their ids; any other element is
// replaced as a whole when it changed.
const responses = new WeakMap();

function remember(root) {
    const regions = [...root.querySelectorAll("[data-keyed][hx-get]")];
    for (const region of root.matches("[data-keyed][hx-get]") ? [root, ...regions] : regions) {
        if (!responses.has(region)) {
            responses.set(region, region.cloneNode(true));
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

htmx.defineExtension("morph", {
    isInlineSwap: style => style === "morph",
    handleSwap(style, target, fragment) {
        if (style !== "morph") {
            return false;
        }
        const after = fragment.querySelector(`#${CSS.escape(target.id)}`);
        const fresh = [];
        if (after && responses.has(target)) {
            target.dispatchEvent(new CustomEvent("merging", { bubbles: true }));
            merge(target, responses.get(target), after, fresh);
            responses.set(target, after);
            target.dispatchEvent(new CustomEvent("merged", { bubbles: true, detail: fresh }));
        }
        return fresh;
    },
});

remember(document.body);
document.addEventListener("htmx:load", event => remember(event.target));
