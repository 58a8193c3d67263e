import "./composing.js";
import { begin, model, redraw, unread, watch } from "./model.js";
import { t } from "./strings.js";
import { bar } from "./bar.js";
import { side } from "./side.js";
import { phone } from "./phone.js";
import { backstage } from "./backstage.js";

bar(document.getElementById("bar"));
side(document.getElementById("side"));
phone(document.getElementById("phone"));
backstage(document.getElementById("backstage"));

watch(() => {
    document.body.dataset.view = model.view;
    document.title = (unread() ? `(${unread()}) ` : "") + t.title;
});

redraw();
begin();
setInterval(redraw, 30_000);
