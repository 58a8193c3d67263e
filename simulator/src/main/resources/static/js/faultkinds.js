import { t } from "./strings.js";

const graph = (code, subcode, message, status = 400, more = {}) => ({ kind: "error", error: { code, subcode, message, status, type: "OAuthException", transient: false, ...more } });

const on = kind => ({ kind });

// All faults by group, as accepted by the control API.
export const GROUPS = {
    sends: {
        rate: graph(613, null, "(#613) Calls to this api have exceeded the rate limit."),
        window: graph(10, 2018278, "(#10) This message is sent outside of allowed window."),
        person: graph(551, 1545041, "(#551) This person isn't available right now."),
        permission: graph(200, 1545041, "(#200) The page is not allowed to message this person."),
        token: graph(190, 463, "Error validating access token: Session has expired.", 401),
        temporary: graph(2, null, "An unexpected error has occurred. Please retry your request later.", 500, { transient: true }),
        html: { kind: "garbage", status: 500, html: true },
        forbidden: { kind: "garbage", status: 403, html: true },
        cutBefore: { kind: "cut", cut: "before" },
        cutAfter: { kind: "cut", cut: "after" },
        slow: { kind: "slow", delayMillis: 8000 },
    },
    webhooks: {
        drop: on("drop"), duplicate: on("duplicate"), reorder: on("reorder"), delay: { kind: "delay", delayMillis: 2000 },
        batch: { kind: "batch", many: 3, delayMillis: 2000 }, echoFirst: on("echoFirst"), wrongSignature: on("wrongSignature"),
        idsAsNumbers: on("idsAsNumbers"), unknownFields: on("unknownFields"), secondsForMillis: on("secondsForMillis"),
        emptyEntry: on("emptyEntry"), byteOrderMark: on("byteOrderMark"),
    },
    rights: {
        tokenExpired: { kind: "tokenInvalid", subcode: 463 }, tokenChanged: { kind: "tokenInvalid", subcode: 460 },
        tokenRevoked: { kind: "tokenInvalid", subcode: 458 }, tokenCheckpoint: { kind: "tokenInvalid", subcode: 459 }, tokenLostRole: { kind: "tokenInvalid", subcode: 492 },
        tokenEnds: { kind: "tokenEnds", days: 5 }, dataAccessEnds: { kind: "dataAccessEnds", days: 5 },
        metadataMissing: on("metadataMissing"), historyMissing: on("historyMissing"), secretReset: on("secretReset"),
        webhooksOff: on("webhooksOff"), verifyTokenWrong: on("verifyTokenWrong"), clockAhead: { kind: "clockAhead", minutes: 10 }, unreachable: on("unreachable"),
        permissionMissing: on("permissionMissing"), developmentMode: on("developmentMode"), noProfileAccess: on("noProfileAccess"),
        proofRequired: on("proofRequired"), usageHigh: { kind: "usage", percent: 80 }, usageFull: { kind: "usage", percent: 100 },
    },
};

// The calls or fields to which a fault can be limited.
export const NARROWER = {
    sends: ["sends", "profiles", "conversations", "subscriptions", "files", "others"],
    webhooks: ["messages", "message_echoes", "message_deliveries", "message_reads", "message_reactions", "message_edits", "messaging_postbacks", "messaging_handovers"],
};

// {@return whether a current fault is of this kind}
export const isOf = (fault, { kind, error, cut, status, subcode, percent, days, minutes }) => fault.kind === kind
    && (!error || (fault.error?.code === error.code && (fault.error?.subcode ?? null) === error.subcode))
    && (!cut || fault.cut === cut) && (!status || fault.status === status) && (!subcode || fault.subcode === subcode) && (!percent || fault.percent === percent)
    && (!days || fault.days === days) && (!minutes || fault.minutes === minutes);

// {@return the name of a current fault}
export function nameOf(fault) {
    for (const [group, kinds] of Object.entries(GROUPS)) {
        const found = Object.entries(kinds).find(([, one]) => isOf(fault, one));
        if (found) return t.faultNames[group][found[0]][0];
    }
    return fault.error ? `${fault.error.code} ${fault.error.message}` : fault.kind;
}
