import { t } from "./strings.js";

// The reactions, drawn here so that they look the same on every platform.

const SPACE = "http://www.w3.org/2000/svg";
const YELLOW = "#ffcb3d", BROWN = "#5b3508";
const face = colour => ["circle", { cx: 12, cy: 12, r: 10.5, fill: colour }];
const eye = (x, y = 10) => ["ellipse", { cx: x, cy: y, rx: 1.35, ry: 1.8, fill: BROWN }];
const stroke = d => ["path", { d, fill: "none", stroke: BROWN, "stroke-width": 1.6, "stroke-linecap": "round", "stroke-linejoin": "round" }];
const thumb = "M6.500 11v9.500H3.800a1.300 1.300 0 01-1.300-1.300v-6.900A1.300 1.300 0 013.800 11zM8 20.500V11l4-8c1.800 0 2.900 1.300 2.900 3v3.500h5.200a2.100 2.100 0 012 2.400l-1.100 6.800a2.100 2.100 0 01-2.100 1.800z";

const drawings = {
    love: [["path", { d: "M12 21C5 16 2 12.500 2 8.600A5.400 5.400 0 0112 5.800a5.400 5.400 0 0110 2.800C22 12.500 19 16 12 21z", fill: "#e8344e" }]],
    smile: [face(YELLOW), stroke("M6.300 9.600l3 1.400-3 1.400M17.700 9.600l-3 1.400 3 1.400"), ["path", { d: "M7 14.200h10a5 5 0 01-10 0z", fill: BROWN }]],
    wow: [face(YELLOW), eye(8.600, 9.600), eye(15.400, 9.600), ["ellipse", { cx: 12, cy: 16, rx: 2.300, ry: 3, fill: BROWN }]],
    sad: [face(YELLOW), eye(8.600, 10.600), eye(15.400, 10.600), stroke("M8.800 17.200a4 4 0 016.400 0"), ["path", { d: "M17.500 12.500c1.500 2 1.700 3.800 0 3.800s-1.500-1.800 0-3.800z", fill: "#4aa3f0" }]],
    angry: [["circle", { cx: 12, cy: 12, r: 10.5, fill: "#ef7b3a" }], stroke("M6.800 8.600l3.400 1.800M17.200 8.600l-3.400 1.800"), eye(9, 12), eye(15, 12), stroke("M9 17.300a4 4 0 016 0")],
    like: [["path", { d: thumb, fill: "#3b7cf5" }]],
    dislike: [["path", { d: thumb, fill: "#7d879c", transform: "rotate(180 12 12)" }]],
};

export const kinds = Object.keys(drawings);

// {@return a drawing of the reaction, or its text if it is not one of the seven}
export function reactionFace(kind) {
    if (!drawings[kind]) return document.createTextNode(kind === "other" ? "🌟" : kind);
    const svg = document.createElementNS(SPACE, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("class", "reaction");
    svg.setAttribute("aria-hidden", "true");
    for (const [tag, attributes] of drawings[kind]) {
        const shape = document.createElementNS(SPACE, tag);
        Object.entries(attributes).forEach(([name, value]) => shape.setAttribute(name, value));
        svg.append(shape);
    }
    return svg;
}

export const reactionName = kind => t.reactions[kind] ?? kind;
