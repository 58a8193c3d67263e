const SPACE = "http://www.w3.org/2000/svg";

const paths = {
  back: "M15 5l-7 7 7 7",
  plus: "M12 5v14M5 12h14",
  person: "M10 12a4 4 0 100-8 4 4 0 000 8zM3 20c0-3.500 3-5.500 7-5.500 1.500 0 2.900.300 4 .800M18.500 14v7M15 17.500h7",
  photo: "M4 5h16a1 1 0 011 1v12a1 1 0 01-1 1H4a1 1 0 01-1-1V6a1 1 0 011-1zM3.5 17l5-5.5 4 4 3-2.5 5 4.5M15.500 9.500h.01",
  file: "M13 3H6a1 1 0 00-1 1v16a1 1 0 001 1h12a1 1 0 001-1V9zM13 3v6h6",
  pin: "M12 21s7-6.200 7-11a7 7 0 10-14 0c0 4.800 7 11 7 11zM12 12.500a2.500 2.500 0 100-5 2.500 2.500 0 000 5z",
  send: "M4 12L20 4l-5 16-3.500-6.500z",
  like: "M7 11v9H4.500a1 1 0 01-1-1v-7a1 1 0 011-1zM7 11l4-7.500c1.600 0 2.500 1.200 2.500 2.700V9.500h5a2 2 0 012 2.300l-1 6.500a2 2 0 01-2 1.700H7",
  smile: "M12 21a9 9 0 100-18 9 9 0 000 18zM8.500 14.500a4.500 4.500 0 007 0M9 9.500h.01M15 9.500h.01",
  reply: "M10 6L4 12l6 6M4.500 12H14a6 6 0 016 6v1",
  more: "M5.500 12h.01M12 12h.01M18.500 12h.01",
  edit: "M4 20l1-4L16.500 4.500l3 3L8 19z",
  unsend: "M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  close: "M6 6l12 12M18 6L6 18",
  down: "M12 5v13M6.500 12.500L12 18l5.500-5.500",
  search: "M11 18a7 7 0 100-14 7 7 0 000 14zM16.500 16.500L21 21",
  out: "M5 12h13M12.500 6.500L18 12l-5.500 5.500",
  into: "M19 12H6M11.500 6.500L6 12l5.500 5.500",
  again: "M4.500 12a7.500 7.500 0 0113-5.100L20 9.500M20 4.500v5h-5M19.500 12a7.500 7.500 0 01-13 5.100L4 14.500M4 19.500v-5h5",
  clock: "M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5.500l3.500 2",
  play: "M8 5.500v13l11-6.500z",
  chevron: "M9 6l6 6-6 6",
};

const filled = new Set(["like", "play", "send"]);

export function icon(name) {
  const svg = document.createElementNS(SPACE, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", filled.has(name) ? "icon filled" : "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SPACE, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
