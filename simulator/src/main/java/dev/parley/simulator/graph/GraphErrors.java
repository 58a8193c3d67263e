package dev.parley.simulator.graph;

/// Meta's refusals with Meta's words, as far as they were seen or are documented.
final class GraphErrors {
    static final GraphError UNKNOWN =
            new GraphError(500, 1, null, "OAuthException", "An unknown error has occurred.", true);
    static final GraphError NO_TOKEN =
            GraphError.of(104, "An access token is required to request this resource.");
    static final GraphError NO_TOKEN_FOR_ME =
            GraphError.of(
                    2500,
                    "An active access token must be used to query information about the current"
                            + " user.");
    static final GraphError BAD_TOKEN =
            GraphError.of(190, "Invalid OAuth access token - Cannot parse access token");
    static final GraphError NOT_A_PAGE_TOKEN =
            GraphError.of(190, 2069032, "This method must be called with a Page Access Token");
    static final GraphError EXPIRED_TOKEN =
            GraphError.of(
                    190,
                    463,
                    "Error validating access token: Session has expired on Sunday, 01-Nov-26"
                            + " 00:00:00 PDT.");
    static final GraphError PROOF_MISSING =
            GraphError.method(
                    100, null, "API calls from the server require an appsecret_proof argument");
    static final GraphError PROOF_WRONG =
            GraphError.method(100, null, "Invalid appsecret_proof provided in the API argument");
    static final GraphError APP_NOT_LIVE =
            GraphError.of(
                    200,
                    2018028,
                    "(#200) Cannot message users who are not admins, developers or testers of the"
                            + " app until pages_messaging permission is reviewed and the app is"
                            + " live.");
    static final GraphError RECIPIENT_MISSING =
            GraphError.of(100, "(#100) The parameter recipient is required");
    static final GraphError RECIPIENT_INVALID =
            GraphError.of(
                    100, "(#100) Param recipient[id] must be a valid ID string (e.g., \"123\")");
    static final GraphError BOTH =
            GraphError.of(
                    100, 2018014, "(#100) Cannot send both message and state at the same time");
    static final GraphError EMPTY =
            GraphError.of(
                    100,
                    2018034,
                    "(#100) Message cannot be empty, must provide valid attachment or text");
    static final GraphError INVALID_DATA =
            GraphError.of(100, 2018032, "(#100) Invalid message data");
    static final GraphError TYPE_UNKNOWN =
            GraphError.of(
                    100,
                    "(#100) Param message[attachment][type] is not supported. Please check"
                            + " developer docs for details");
    static final GraphError TAG_RETIRED = GraphError.of(100, 1893061, "Invalid parameter");
    static final GraphError HUMAN_AGENT =
            GraphError.of(
                    100,
                    2018276,
                    "(#100) Cannot tag messages with 'HUMAN_AGENT' without prior approval.");
    static final GraphError WINDOW =
            GraphError.of(
                    10,
                    2018278,
                    "(#10) This message is sent outside of allowed window. Learn more about the"
                            + " new policy here:"
                            + " https://developers.facebook.com/docs/messenger-platform/policy-overview");
    static final GraphError NOBODY = GraphError.of(100, 2018001, "(#100) No matching user found");
    static final GraphError BLOCKED =
            GraphError.of(551, 1545041, "(#551) This person isn't available right now.");
    static final GraphError FETCH_FAILED =
            GraphError.of(
                    100,
                    2018008,
                    "(#100) Failed to fetch the file from the url. Please check if the url is"
                            + " correct.");
    static final GraphError UPLOAD_FAILED =
            GraphError.of(100, 2018047, "(#100) Upload attachment failure.");
    static final GraphError TOO_BIG =
            GraphError.of(100, 2018109, "(#100) Attachment size exceeds allowable limit");
    static final GraphError ATTACHMENT_UNKNOWN =
            GraphError.of(
                    100, 2018074, "(#100) Invalid attachment id: it is not owned by this page");
    static final GraphError ACTION_FAILED =
            GraphError.of(100, 2018048, "(#100) Sender action failed");
    static final GraphError NO_PROFILE =
            GraphError.method(100, 2018218, "(#100) No profile available for this user.");
    static final GraphError NO_PROFILE_ACCESS =
            GraphError.method(
                    100, 2018247, "(#100) Insufficient permission to access user profile.");
    static final GraphError MESSAGE_GONE =
            GraphError.of(
                    9000001,
                    "(#9000001) This message is deleted or beyond the last 20 messages of its"
                            + " conversation");

    private GraphErrors() {}

    static GraphError tooLong(String parameter, int most) {
        return GraphError.of(
                100,
                "(#100) Length of param %s must be less than or equal to %d"
                        .formatted(parameter, most));
    }

    static GraphError notAUrl(String text) {
        return GraphError.of(100, "(#100) " + text + " should represent a valid URL");
    }

    static GraphError notOneOf(String parameter, String values) {
        return GraphError.of(
                100, "(#100) Param %s must be one of {%s}".formatted(parameter, values));
    }

    static GraphError missing(String parameter) {
        return GraphError.of(100, "(#100) The parameter " + parameter + " is required");
    }

    static GraphError noObject(String method, String id) {
        return GraphError.method(
                100,
                33,
                "Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due"
                                .formatted(method.equals("GET") ? "get" : "post", id)
                        + " to missing permissions, or does not support this operation. Please"
                        + " read the Graph API documentation at"
                        + " https://developers.facebook.com/docs/graph-api");
    }

    static GraphError unknownPath(String path) {
        return GraphError.of(2500, "Unknown path components: " + path);
    }

    static GraphError handshakeFailed(String reason) {
        return GraphError.of(
                2200, "(#2200) Callback verification failed with the following errors: " + reason);
    }
}
