import { t } from "./strings.js";

const LIKES = { "369239263222822": "small", "369239343222814": "medium", "369239383222810": "large" };

// {@return the size of the thumb of this sticker, nothing if it is another sticker}
export const likeSize = attachment => LIKES[String(attachment.payload?.sticker_id ?? attachment.sticker_id ?? "")];

export const isSticker = one => one.type === "sticker" || Boolean(one.payload?.sticker_id);

export const addressOf = one => one.url ?? one.payload?.url;

export function nameOf(one) {
    if (one.name) return one.name;
    const path = (addressOf(one) ?? "").split(/[?#]/)[0];
    return decodeURIComponent(path.split("/").pop() || "") || t.file;
}

// {@return one line that represents the message in lists, quotes and announcements}
export function inShort(message) {
    if (!message || message.unsent) return "";
    if (message.text) return message.text.replace(/\s+/g, " ");
    if (message.postback) return message.postback.title ?? "";
    const kinds = message.attachments ?? [];
    if (!kinds.length) return "";
    const [first] = kinds;
    if (likeSize(first)) return t.like;
    if (isSticker(first)) return t.sticker;
    if (first.type === "image") return t.photos(kinds.filter(one => one.type === "image").length);
    if (first.type === "template") return first.payload?.text ?? first.payload?.elements?.[0]?.title ?? t.template;
    return { video: t.video, audio: t.audio, file: t.file, location: t.location, fallback: t.sharedLink }[first.type] ?? t.shared;
}

export const onlyEmoji = text => /^(\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s){1,12}$/u.test(text ?? "");

// A URL in a text, without the punctuation that ends the sentence.
export const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]，。！？]/g;
