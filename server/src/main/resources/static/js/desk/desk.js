// The agent's desk. Regions are asked for again when the doorbell rings; these modules see to it
// that nothing moves under the agent's hands meanwhile.
import "./keyed.js";
import "./failures.js";
import "./times.js";
import "./thread.js";
import "./composer.js";
import "./notices.js";
import "./reactions.js";
import "./offers.js";
import "./keys.js";
import "./doorbell.js";
