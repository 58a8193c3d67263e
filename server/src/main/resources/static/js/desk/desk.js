// The agent’s desk. The page asks what changed when the event stream reports a change; these
// modules make sure that nothing moves while the agent works.
import "./morph.js";
import "./failures.js";
import "./times.js";
import "./timeline.js";
import "./earlier.js";
import "./composer.js";
import "./cannedAnswers.js";
import "./emoji.js";
import "./mentions.js";
import "./notes.js";
import "./transfer.js";
import "./snooze.js";
import "./notices.js";
import "./typing.js";
import "./wrapUp.js";
import "./reactions.js";
import "./offers.js";
import "./actions.js";
import "./panes.js";
import "./tabs.js";
import "./shortcuts.js";
import "./search.js";
import "./palette.js";
import "./customerRecord.js";
import "./eventStream.js";
