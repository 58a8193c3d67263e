package dev.parley.simulator.graph;

import java.util.Locale;
import java.util.Map;

/// Meta's errors with Meta's messages, as observed or documented.
public final class GraphErrors {
    public static final GraphError UNKNOWN =
            new GraphError(500, 1, null, "OAuthException", "An unknown error has occurred.", true);
    public static final GraphError NO_TOKEN =
            GraphError.of(104, "An access token is required to request this resource.");
    public static final GraphError NO_TOKEN_FOR_ME =
            GraphError.of(
                    2500,
                    "An active access token must be used to query information about the current"
                            + " user.");
    public static final GraphError BAD_TOKEN =
            GraphError.of(190, "Invalid OAuth access token - Cannot parse access token");
    public static final GraphError NOT_A_PAGE_TOKEN =
            GraphError.of(190, 2069032, "This method must be called with a Page Access Token");
    public static final GraphError PERMISSION_MISSING =
            GraphError.of(230, "(#230) Requires pages_messaging permission to manage the object");
    public static final GraphError PROOF_MISSING =
            GraphError.method(
                    100, null, "API calls from the server require an appsecret_proof argument");
    public static final GraphError PROOF_WRONG =
            GraphError.method(100, null, "Invalid appsecret_proof provided in the API argument");
    public static final GraphError APP_NOT_LIVE =
            GraphError.of(
                    200,
                    2018028,
                    "(#200) Cannot message users who are not admins, developers or testers of the"
                            + " app until pages_messaging permission is reviewed and the app is"
                            + " live.");
    public static final GraphError BAD_JSON =
            GraphError.of(100, "(#100) The body is not valid JSON");
    public static final GraphError NO_ID =
            GraphError.of(2500, "Cannot specify an empty identifier");
    public static final GraphError RECIPIENT_MISSING =
            GraphError.of(100, "(#100) The parameter recipient is required");
    public static final GraphError RECIPIENT_INVALID =
            GraphError.of(
                    100, "(#100) Param recipient[id] must be a valid ID string (e.g., \"123\")");
    public static final GraphError BOTH =
            GraphError.of(
                    100, 2018014, "(#100) Cannot send both message and state at the same time");
    public static final GraphError EMPTY =
            GraphError.of(
                    100,
                    2018034,
                    "(#100) Message cannot be empty, must provide valid attachment or text");
    public static final GraphError INVALID_DATA =
            GraphError.of(100, 2018032, "(#100) Invalid message data");
    public static final GraphError TYPE_UNKNOWN =
            GraphError.of(
                    100,
                    "(#100) Param message[attachment][type] is not supported. Please check"
                            + " developer docs for details");
    public static final GraphError TAG_RETIRED = GraphError.of(100, 1893061, "Invalid parameter");
    public static final GraphError HUMAN_AGENT =
            GraphError.of(
                    100,
                    2018276,
                    "(#100) Cannot tag messages with 'HUMAN_AGENT' without prior approval.");
    public static final GraphError WINDOW =
            GraphError.of(
                    10,
                    2018278,
                    "(#10) This message is sent outside of allowed window. Learn more about the"
                            + " new policy here:"
                            + " https://developers.facebook.com/docs/messenger-platform/policy-overview");
    public static final GraphError NOBODY =
            GraphError.of(100, 2018001, "(#100) No matching user found");
    public static final GraphError BLOCKED =
            GraphError.of(551, 1545041, "(#551) This person isn't available right now.");
    public static final GraphError FETCH_FAILED =
            GraphError.of(
                    100,
                    2018008,
                    "(#100) Failed to fetch the file from the url. Please check if the url is"
                            + " correct.");
    public static final GraphError UPLOAD_FAILED =
            GraphError.of(100, 2018047, "(#100) Upload attachment failure.");
    public static final GraphError TOO_BIG =
            GraphError.of(100, 2018109, "(#100) Attachment size exceeds allowable limit");
    public static final GraphError PICTURE_TOO_BIG =
            GraphError.of(36000, "(#36000) The image size is too large.");
    public static final GraphError ATTACHMENT_UNKNOWN =
            GraphError.of(
                    100, 2018074, "(#100) Invalid attachment id: it is not owned by this page");
    public static final GraphError NOT_FACEBOOKS =
            GraphError.of(
                    100,
                    "(#100) A media template takes an attachment_id, or the URL of a photo or video"
                            + " on facebook.com");
    public static final GraphError ACTION_FAILED =
            GraphError.of(100, 2018048, "(#100) Sender action failed");
    public static final GraphError NO_PROFILE_ACCESS =
            GraphError.method(
                    100, 2018247, "(#100) Insufficient permission to access user profile.");
    public static final GraphError MESSAGE_GONE =
            GraphError.of(
                    9000001,
                    "(#9000001) This message is deleted or beyond the last 20 messages of its"
                            + " conversation");

    public static final GraphError TOO_MANY_PARTS =
            GraphError.of(
                    100, "(#100) Too many requests in batch message. Maximum batch size is 50");
    public static final GraphError NO_APPLICATION =
            GraphError.of(101, "Error validating application. Invalid application ID.");
    public static final GraphError BAD_SECRET = GraphError.of(1, "Error validating client secret.");
    public static final GraphError CONTROLLED =
            GraphError.of(
                    10,
                    2018300,
                    "(#10) Message failed to send because another app is controlling this thread"
                            + " now.");
    public static final GraphError NOT_THE_DEFAULT_APP =
            GraphError.of(
                    10,
                    2018171,
                    "(#10) Only the app that is the default for this page can take thread"
                            + " control.");
    public static final GraphError APP_UNKNOWN =
            GraphError.of(100, 2018164, "(#100) Invalid app id for thread control");
    public static final GraphError RATE =
            GraphError.of(613, "(#613) Calls to this api have exceeded the rate limit.");
    public static final GraphError MESSENGER_RATE =
            GraphError.of(
                    80006,
                    "(#80006) There have been too many calls to this Messenger account. Wait a bit"
                            + " and try again.");
    public static final GraphError ALREADY_REPLIED =
            GraphError.of(10900, "(#10900) Activity already replied to");

    private static final Map<Integer, String> TOKEN_TEXTS =
            Map.of(
                    458, "The user has not authorized application.",
                    459,
                            "You cannot access the app till you log in to www.facebook.com and"
                                    + " follow the instructions given.",
                    460,
                            "The session has been invalidated because the user changed their password"
                                    + " or Facebook has changed the session for security reasons.",
                    463, "Session has expired on Sunday, 01-Nov-26 00:00:00 PDT.",
                    464,
                            "Sessions for the user are not allowed because the user is not a"
                                    + " confirmed user.",
                    467, "The session is invalid because the user logged out.",
                    492, "User does not have the appropriate role on the Page.");

    private GraphErrors() {}

    public static GraphError tokenInvalid(int subcode) {
        var text = TOKEN_TEXTS.getOrDefault(subcode, "The session is invalid.");
        return GraphError.of(190, subcode, "Error validating access token: " + text);
    }

    public static GraphError invalid(String parameter, String why) {
        return GraphError.of(100, "(#100) Param %s %s".formatted(parameter, why));
    }

    public static GraphError tooLong(String parameter, int most) {
        return GraphError.of(
                100,
                "(#100) Length of param %s must be less than or equal to %d"
                        .formatted(parameter, most));
    }

    public static GraphError notAUrl(String text) {
        return GraphError.of(100, "(#100) " + text + " should represent a valid URL");
    }

    public static GraphError notOneOf(String parameter, String values) {
        return GraphError.of(
                100, "(#100) Param %s must be one of {%s}".formatted(parameter, values));
    }

    public static GraphError notOneOf(String parameter, String values, String given) {
        return GraphError.of(
                100,
                "(#100) Param %s must be one of {%s} - got \"%s\"."
                        .formatted(parameter, values, given));
    }

    public static GraphError missing(String parameter) {
        return GraphError.of(100, "(#100) The parameter " + parameter + " is required");
    }

    public static GraphError noObject(String method, String id) {
        return GraphError.method(
                100,
                33,
                "Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due"
                                .formatted(method.toLowerCase(Locale.ROOT), id)
                        + " to missing permissions, or does not support this operation. Please"
                        + " read the Graph API documentation at"
                        + " https://developers.facebook.com/docs/graph-api");
    }

    public static GraphError noField(String field, String type) {
        return GraphError.of(
                100,
                "(#100) Tried accessing nonexisting field (%s) on node type (%s)"
                        .formatted(field, type));
    }

    public static GraphError invalidKeys(String keys, String parameter) {
        return GraphError.of(
                100,
                "(#100) Invalid keys \"%s\" were found in param \"%s\"."
                        .formatted(keys, parameter));
    }

    public static GraphError noAlias(String alias) {
        return new GraphError(
                404,
                803,
                null,
                "OAuthException",
                "(#803) Some of the aliases you requested do not exist: " + alias,
                false);
    }

    public static GraphError tooManyIds(int most, int given) {
        return GraphError.of(
                100, "(#100) Too many IDs. Maximum: %d. Provided: %d.".formatted(most, given));
    }

    public static GraphError syntax(String text, int at) {
        return GraphError.of(2500, "Syntax error at character %d: %s".formatted(at, text));
    }

    public static GraphError unknownPath(String path) {
        return GraphError.of(2500, "Unknown path components: " + path);
    }

    public static GraphError handshakeFailed(String reason) {
        return GraphError.of(
                2200, "(#2200) Callback verification failed with the following errors: " + reason);
    }
}
