import assert from "node:assert/strict";
import messaging from "messaging-api-messenger";

const { MessengerClient } = messaging;
const origin = process.env.SIMULATOR_URL ?? "http://127.0.0.1:8090";

// One call to the simulator's control API.
async function control(method, path, body) {
    const answer = await fetch(`${origin}/simulator/${path}`, {
        method,
        headers: { "Content-Type": "application/json" },
        body: body && JSON.stringify(body),
    });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    const text = await answer.text();
    return text ? JSON.parse(text) : null;
}

const checks = {
    async "sends a text and gets its id"({ client, ada }) {
        const sent = await client.sendText(ada, "Hello Ada");
        assert.equal(sent.recipientId, ada);
        assert.match(sent.messageId, /^m_/);
    },

    async "sends quick replies"({ client, ada }) {
        await client.sendMessage(ada, {
            text: "Hot or cold?",
            quickReplies: [{ contentType: "text", title: "Hot", payload: "HOT" }, { contentType: "text", title: "Cold", payload: "COLD" }],
        });
        const shown = await lastMessage(ada);
        assert.deepEqual(shown.quickReplies.map(reply => reply.payload), ["HOT", "COLD"]);
    },

    async "sends button, generic and media templates"({ client, ada }) {
        await client.sendButtonTemplate(ada, "Our menu", [{ type: "postback", title: "Show it", payload: "MENU" }]);
        await client.sendGenericTemplate(ada, [{ title: "Oolong", subtitle: "High mountain", buttons: [{ type: "web_url", url: "https://example.com", title: "Look" }] }]);
        const upload = await client.uploadImage(Buffer.from("GIF89a"), { isReusable: true, filename: "tea.gif", contentType: "image/gif" });
        await client.sendMediaTemplate(ada, [{ mediaType: "image", attachmentId: upload.attachmentId }]);
        assert.equal((await lastMessage(ada)).attachments[0].payload.template_type, "media");
    },

    async "uploads once and sends often"({ client, ada }) {
        const upload = await client.uploadFile(Buffer.from("a list of teas"), { isReusable: true, filename: "teas.txt", contentType: "text/plain" });
        await client.sendFile(ada, { attachmentId: upload.attachmentId });
        assert.equal((await lastMessage(ada)).attachments[0].name, "teas.txt");
    },

    async "shows typing and seen"({ client, ada }) {
        await client.markSeen(ada);
        await client.typingOn(ada);
        await client.typingOff(ada);
    },

    async "reads a profile"({ client, ada }) {
        const profile = await client.getUserProfile(ada);
        assert.equal(profile.firstName, "Ada");
    },

    async "reads its token and its subscription"({ client, page }) {
        const token = await client.debugToken();
        assert.equal(token.isValid, true);
        assert.equal(token.profileId, page.id);
        assert.deepEqual(await client.getSubscriptions(), []);
    },

    async "sets and deletes the Messenger profile"({ client }) {
        await client.setGetStarted("START");
        await client.setGreeting("Welcome");
        await client.setPersistentMenu([{ type: "postback", title: "Menu", payload: "MENU" }]);
        await client.setIceBreakers([{ question: "Are you open?", payload: "OPEN" }]);
        assert.equal((await client.getGetStarted()).payload, "START");
        assert.equal((await client.getPersistentMenu())[0].callToActions[0].payload, "MENU");
        await client.deletePersistentMenu();
        assert.equal(await client.getPersistentMenu(), null);
    },

    async "sends as a persona"({ client, ada }) {
        const persona = await client.createPersona({ name: "Grace", profilePictureUrl: "https://example.com/grace.png" });
        await client.sendText(ada, "Grace here", { personaId: persona.id });
        assert.equal((await lastMessage(ada)).persona, "Grace");
        assert.equal((await client.getAllPersonas()).length, 1);
        await client.deletePersona(persona.id);
        assert.equal((await client.getAllPersonas()).length, 0);
    },

    async "assigns labels to people"({ client, ada }) {
        const label = await client.createLabel("VIP");
        await client.associateLabel(ada, label.id);
        assert.equal((await client.getAssociatedLabels(ada)).data[0].name, "VIP");
        await client.dissociateLabel(ada, label.id);
        assert.equal((await client.getAssociatedLabels(ada)).data.length, 0);
        await client.deleteLabel(label.id);
    },

    async "sends a batch"({ client, ada }) {
        const answers = await client.sendBatch([
            { method: "POST", relativeUrl: "me/messages", body: { messagingType: "UPDATE", recipient: { id: ada }, message: { text: "In a batch" } } },
            { method: "GET", relativeUrl: ada },
        ]);
        assert.deepEqual(answers.map(answer => answer.code), [200, 200]);
        assert.match(answers[0].body.messageId, /^m_/);
    },

    async "passes the thread to the page's inbox and can no longer send"({ client, ada }) {
        await client.passThreadControlToPageInbox(ada, "please help");
        assert.equal((await client.getThreadOwner(ada)).appId, "263902037430900");
        await assert.rejects(client.sendText(ada, "Still there?"), /another app is controlling this thread/);
    },
};

let reader;
async function lastMessage(psid) {
    const thread = await control("GET", `threads/${reader}/${psid}`);
    return thread.messages.at(-1);
}

async function run() {
    await control("POST", "reset");
    const { apps: [app], pages: [page] } = await control("GET", "state");
    reader = page.id;
    const { psid } = await control("POST", "messages", { person: "Ada Lin", page: page.id, text: "Hi" });
    const client = new MessengerClient({ origin, accessToken: page.token, appId: app.id, appSecret: app.secret });
    for (const [name, check] of Object.entries(checks)) {
        await check({ client, ada: psid, page });
        console.log(`ok  ${name}`);
    }
    console.log(`${Object.keys(checks).length} checks passed`);
}

await run();
