import { words as english } from "./words/en.js";
import { words as chinese } from "./words/zh-TW.js";

const asked = new URLSearchParams(location.search).get("lang");

export const language = /^zh/i.test(asked ?? navigator.language) ? "zh-TW" : "en";

// All texts of the page in the requested language. A text with a number or a name in it is a function.
export const t = language === "zh-TW" ? chinese : english;

document.documentElement.lang = language;
