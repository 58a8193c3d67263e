package dev.parley.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Creates valid requests and makes parts of them invalid.
final class MalformedRequests {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /// Path and body of calls to Graph; `MID` is an existing message.
    private static final List<String[]> GRAPH =
            List.of(
                    graph(
                            "POST",
                            "me/messages",
                            "'recipient':{'id':'PSID'},'message':{'text':'x','metadata':'y','quick_replies':[{'content_type':'text','title':'a','payload':'b'}]},'messaging_type':'RESPONSE'"),
                    graph(
                            "POST",
                            "PAGE/messages",
                            "'recipient':{'id':'PSID'},'sender_action':'react','payload':{'message_id':'MID','reaction':'love'}"),
                    graph(
                            "POST",
                            "me/messages",
                            "'recipient':{'id':'PSID'},'message':{'attachment':{'type':'template','payload':{'template_type':'button','text':'x','buttons':[{'type':'postback','title':'a','payload':'b'}]}}}"),
                    graph(
                            "POST",
                            "me/messages",
                            "'recipient':{'id':'PSID'},'message':{'attachment':{'type':'template','payload':{'template_type':'generic','elements':[{'title':'a','subtitle':'b','buttons':[]}]}}}"),
                    graph(
                            "POST",
                            "me/messages",
                            "'recipient':{'id':'PSID'},'message':{'attachment':{'type':'template','payload':{'template_type':'media','elements':[{'media_type':'image','attachment_id':'1'}]}}}"),
                    graph(
                            "POST",
                            "me/messages",
                            "'recipient':{'id':'PSID'},'message':{'attachment':{'type':'template','payload':{'template_type':'receipt','recipient_name':'a','order_number':'1','currency':'TWD','payment_method':'x','summary':{'total_cost':1},'elements':[]}}}"),
                    graph(
                            "POST",
                            "me/messages",
                            "'recipient':{'id':'PSID'},'message':{'attachment':{'type':'template','payload':{'template_type':'customer_feedback','title':'a','button_title':'b','feedback_screens':[{'questions':[{}]}],'business_privacy':{'url':'x'},'expires_in_days':3}}}"),
                    graph(
                            "POST",
                            "me/messages",
                            "'recipient':{'comment_id':'1_2'},'message':{'text':'x'},'tag':'HUMAN_AGENT','messaging_type':'MESSAGE_TAG','persona_id':'1','thread_control':{'control_type':'pass','app_id':'1'},'reply_to':{'mid':'MID'}"),
                    graph(
                            "POST",
                            "me/message_attachments",
                            "'message':{'attachment':{'type':'image','payload':{'url':'http://127.0.0.1:1/a.png','is_reusable':true}}}"),
                    graph("GET", "PSID", "'fields':'id,name'"),
                    graph("GET", "me", "'fields':['id','name']"),
                    graph("GET", "me/accounts", "'limit':5,'after':'1'"),
                    graph(
                            "GET",
                            "PAGE/conversations",
                            "'fields':'participants,messages.limit(5){id,message}','limit':1,'user_id':'PSID'"),
                    graph("GET", "t_PSID/messages", "'fields':'id,from','limit':1"),
                    graph("GET", "MID", "'fields':'id,message'"),
                    graph("GET", "", "'ids':'PSID,PAGE','fields':'name'"),
                    graph("POST", "me/subscribed_apps", "'subscribed_fields':['messages']"),
                    graph("GET", "me/subscribed_apps", "'fields':'id'"),
                    graph(
                            "POST",
                            "APP/subscriptions",
                            "'object':'page','callback_url':'http://127.0.0.1:1/','verify_token':'x','fields':['messages'],'access_token':'APP|SECRET'"),
                    graph(
                            "POST",
                            "me/messenger_profile",
                            "'get_started':{'payload':'x'},'greeting':[{'locale':'default','text':'x'}],'persistent_menu':[{'locale':'default','call_to_actions':[{'type':'postback','title':'a','payload':'b'}]}],'ice_breakers':[{'call_to_actions':[{'question':'a','payload':'b'}],'locale':'default'}],'commands':[{'locale':'default','commands':[{'name':'a','description':'b'}]}],'whitelisted_domains':['https://a']"),
                    graph("DELETE", "me/messenger_profile", "'fields':['greeting']"),
                    graph("POST", "me/personas", "'name':'x','profile_picture_url':'https://a/b'"),
                    graph("POST", "me/custom_labels", "'page_label_name':'x'"),
                    graph("POST", "1/label", "'user':'PSID'"),
                    graph("GET", "PSID/custom_labels", "'fields':'name'"),
                    graph(
                            "POST",
                            "me/pass_thread_control",
                            "'recipient':{'id':'PSID'},'target_app_id':'263902037430900','metadata':'x'"),
                    graph(
                            "POST",
                            "me/extend_thread_control",
                            "'recipient':{'id':'PSID'},'duration':60"),
                    graph("GET", "me/thread_owner", "'recipient':'PSID'"),
                    graph(
                            "GET",
                            "debug_token",
                            "'input_token':'TOKEN','access_token':'APP|SECRET'"),
                    graph(
                            "POST",
                            "oauth/access_token",
                            "'client_id':'APP','client_secret':'SECRET','code':'x','grant_type':'fb_exchange_token','fb_exchange_token':'y'"),
                    graph("GET", "dialog/oauth", "'redirect_uri':'http://127.0.0.1/','state':'x'"),
                    graph(
                            "POST",
                            "",
                            "'batch':[{'method':'GET','relative_url':'me'},{'method':'POST','relative_url':'me/messages','body':'recipient=1'}],'include_headers':false"),
                    graph("GET", "nowhere/at/all", "'a':1"));

    private static final List<String[]> CONTROL =
            List.of(
                    control("POST", "people", "{'name':'Zoe'}"),
                    control("POST", "people/bulk", "[{'name':'Zoe'}]"),
                    control(
                            "POST",
                            "past",
                            "[{'person':'1','name':'Zoe','page':'PAGE','psid':'2','messages':[{'mid':'m','fromPerson':true,'text':'x','at':1}]}]"),
                    control("POST", "pages", "{'name':'Shop'}"),
                    control("POST", "presence", "{'person':'Ada Lin','online':false}"),
                    control("POST", "blocks", "{'person':'Ada Lin','page':'PAGE','blocked':true}"),
                    control("DELETE", "people/Farid%20Haddad", "{}"),
                    control(
                            "POST",
                            "messages",
                            "{'person':'Ada Lin','page':'PAGE','text':'x','attachments':[{'type':'image','url':'http://127.0.0.1:1/a','name':'b','payload':{'a':1}}],'replyTo':'MID','quickReply':{'title':'a','payload':'b'},'sticker':'like','location':{'lat':1.5,'long':2},'referral':{'ref':'r','ad':{'id':'1','title':'t','photo':'p'},'product':'p'}}"),
                    control(
                            "POST",
                            "messages/bulk",
                            "[{'person':'Ada Lin','page':'PAGE','text':'x'}]"),
                    control(
                            "POST",
                            "postbacks",
                            "{'person':'Ada Lin','page':'PAGE','title':'a','payload':'b','referral':{'ref':'r'}}"),
                    control(
                            "POST",
                            "referrals",
                            "{'person':'Ada Lin','page':'PAGE','ref':'r','source':'s','type':'t','ad':{'id':'1','title':'t'},'product':'p'}"),
                    control("POST", "reactions", "{'mid':'MID','reaction':'love'}"),
                    control("POST", "edits", "{'mid':'MID','text':'y'}"),
                    control("POST", "unsends", "{'mid':'MID'}"),
                    control("POST", "reads", "{'person':'Ada Lin','page':'PAGE'}"),
                    control(
                            "POST",
                            "optins",
                            "{'person':'Ada Lin','page':'PAGE','title':'t','payload':'p','frequency':'DAILY','stop':true,'ref':'r'}"),
                    control(
                            "POST",
                            "account-links",
                            "{'person':'Ada Lin','page':'PAGE','linked':true,'code':'c'}"),
                    control(
                            "POST",
                            "feedback",
                            "{'person':'Ada Lin','page':'PAGE','answers':{'q':{'type':'csat','payload':'5','followUp':'x'}}}"),
                    control(
                            "POST",
                            "opinions",
                            "{'person':'Ada Lin','page':'PAGE','mid':'MID','good':true}"),
                    control(
                            "POST",
                            "inbox-replies",
                            "{'person':'Ada Lin','page':'PAGE','text':'x'}"),
                    control("GET", "threads?person=Ada%20Lin", ""),
                    control("GET", "threads/PAGE/Ada%20Lin", ""),
                    control("GET", "threads/PAGE/Ada%20Lin/control", ""),
                    control(
                            "POST",
                            "threads/PAGE/Ada%20Lin/control",
                            "{'action':'pass','app':'1','to':'2','metadata':'m'}"),
                    control("POST", "apps", "{'name':'Bot'}"),
                    control("PUT", "pages/PAGE/default-app", "{'app':'APP'}"),
                    control("PUT", "apps/APP/callback", "{'url':'http://127.0.0.1:1/x'}"),
                    control(
                            "PUT",
                            "pages/PAGE/subscription",
                            "{'app':'APP','fields':['messages']}"),
                    control(
                            "POST",
                            "privacy",
                            "{'kind':'deletion','person':'Ada Lin','app':'APP'}"),
                    control(
                            "PUT",
                            "limits",
                            "{'text':300,'media':10,'conversations':2,'profile':10}"),
                    control(
                            "POST",
                            "events",
                            "{'kind':'policyWarning','page':'PAGE','person':'Ada Lin','value':{'a':1}}"),
                    control(
                            "POST",
                            "comments",
                            "{'page':'PAGE','person':'Ada Lin','text':'x','post':'p'}"),
                    control(
                            "POST",
                            "webhooks/raw",
                            "{'page':'PAGE','person':'Ada Lin','app':'APP','field':'messages','place':'messaging','item':{'a':1}}"),
                    control(
                            "POST",
                            "webhooks/raw",
                            "{'page':'PAGE','body':{'object':'page','entry':[]}}"),
                    control("POST", "webhooks/hold", ""),
                    control("POST", "webhooks/release", "{'order':'shuffled','times':2,'seed':1}"),
                    control("POST", "webhooks/1/repeat", ""),
                    control("GET", "webhooks?state=held&limit=5", ""),
                    control(
                            "POST",
                            "faults",
                            "{'kind':'error','page':'PAGE','times':3,'always':true,'only':'sends','error':{'code':613,'subcode':1,'message':'m','type':'t','status':400,'transient':true}}"),
                    control("POST", "faults", "{'kind':'batch','many':3,'delayMillis':5,'next':2}"),
                    control("POST", "faults", "{'kind':'tokenEnds','days':3}"),
                    control("POST", "faults", "{'kind':'garbage','status':502,'html':true}"),
                    control(
                            "PUT",
                            "faults",
                            "{'sends':{'next':3,'error':{'code':613}},'webhooks':{'duplicate':2,'drop':1},'profileAccess':true,'tokenExpired':['PAGE']}"),
                    control("DELETE", "faults/fault-1", ""),
                    control(
                            "PUT",
                            "clock",
                            "{'advance':'PT1H','at':'2026-12-24T18:00:00Z','live':true}"),
                    control("GET", "state", ""),
                    control("GET", "calls", ""),
                    control("POST", "uploads", ""));

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/?person=Ada%20Lin&page=Sunny%20Tea&lang=zh-TW",
                    "/index.html",
                    "/js/app.js",
                    "/css/app.css",
                    "/icon.svg",
                    "/favicon.ico",
                    "/files/people/1.png",
                    "/files/pages/1.png",
                    "/files/stickers/369239263222822.png",
                    "/files/00000000-0000-0000-0000-000000000000/a.png",
                    "/files/",
                    "/js/",
                    "/css/..");

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "1.5",
                    "1e400",
                    "99999999999999999999",
                    "'NUM'",
                    "9".repeat(990),
                    "''",
                    "' '",
                    "'\\u0000'",
                    "'a\\ud83d'",
                    "'\\udc00b'",
                    "{}",
                    "[]",
                    "[null]",
                    "[[]]",
                    "{'a':null}",
                    "{'':{}}",
                    "['a',1,null,{}]",
                    "[".repeat(300) + "]".repeat(300),
                    "'" + "x".repeat(5000) + "'",
                    "'a|b'",
                    "'%zz'",
                    "'http://['",
                    "'http://127.0.0.1:1/ x|y'",
                    "'PT999999999999999H'",
                    "'P1Y'",
                    "'+1000000000-12-31T23:59:59Z'",
                    "'-1000000000-01-01T00:00:00Z'",
                    "'2026-13-01'",
                    "'\\u202e\\u0660'",
                    "'t_1'",
                    "'m_'",
                    "'me'",
                    "'../..'",
                    "'a,,b'",
                    "'id{'",
                    "'id}'",
                    "'" + "a{".repeat(300) + "'",
                    "'x.limit(99999999999)'",
                    "2147483648",
                    "-9223372036854775808",
                    "'{\\'a\\':1}'",
                    "'\\n\\r\\n'",
                    "'é漢字'");

    private static final List<String> TYPES =
            List.of(
                    "",
                    "text/plain",
                    "application/json; charset=utf-16",
                    "application/xml",
                    "multipart/form-data",
                    "multipart/form-data; boundary=b",
                    "*/*",
                    "nonsense",
                    "application/x+json",
                    "application/json; charset=nonsense",
                    FORM);

    private static final List<String> BODIES =
            List.of(
                    "",
                    "{",
                    "null",
                    "[]",
                    "\"x\"",
                    "\u0000",
                    "\u00ff\u00fe",
                    "{\"a\":1}}",
                    "=&=&&=",
                    "%&%zz=%",
                    "a[b",
                    "a]b[=1",
                    "[]=1&[][]=2",
                    "a[0]=1&a[x]=2&a=3",
                    "recipient[id][id]=1",
                    "--b\r\n\r\n--b--\r\n",
                    "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx",
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\nx\r\n--b--\r\n",
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''%zz\r\nContent-Type: x\r\n\r\nx\r\n--b--\r\n",
                    "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW");

    private static final List<String> ESCAPES =
            List.of(
                    "%zz",
                    "%",
                    "%00",
                    "%ED%A0%80",
                    "%c0%af",
                    "%2F",
                    "%2e%2e",
                    ";a=b",
                    "//",
                    "/./",
                    "\\",
                    "|",
                    "{",
                    "\u00e9",
                    "%0d%0a",
                    "^",
                    "\"",
                    "..;/",
                    "?",
                    "#",
                    "+",
                    "%25");

    private final Random random;

    MalformedRequests(long seed) {
        random = new Random(seed);
    }

    private static String[] graph(String method, String path, String body) {
        return new String[] {method, path, "{" + body + "}"};
    }

    private static String[] control(String method, String path, String body) {
        return new String[] {method, path, body};
    }

    Raw.Call graphCall(String mid) {
        var one = some(GRAPH);
        var version = some(List.of("", "/v26.0", "/v2.6", "/v99.0", "/v0.0", "/v26"));
        var body = filled(mutated(one[2]), mid);
        var path = escaped(version + "/" + filled(one[1], mid));
        var token = chance(10) ? escaped("x") : TestSimulator.TOKEN;
        var own = one[2].contains("access_token");
        var query = own ? "" : "access_token=" + token;
        return switch (random.nextInt(4)) {
            case 0 -> call(one[0], path + "?" + query, JSON, body);
            case 1 -> call(one[0], path + "?" + query, FORM, form(body));
            case 2 -> call(one[0], path + "?" + query + "&" + form(body), "", "");
            default -> call(one[0], path + "?" + escaped(query), JSON, body);
        };
    }

    Raw.Call controlCall(String mid) {
        var one = some(CONTROL);
        var path = escaped("/simulator/" + filled(one[1], mid));
        return call(one[0], path, JSON, filled(mutated(one[2]), mid));
    }

    Raw.Call pageCall() {
        return call("GET", escaped(escaped(some(PAGES))), "", "");
    }

    private Raw.Call call(String method, String target, String type, String body) {
        var shortened = target.length() > 6000 ? target.substring(0, 6000) : target;
        return new Raw.Call(
                chance(12) ? some(METHODS) : method,
                shortened.replace(" ", "%20"),
                chance(12) ? some(TYPES) : type,
                chance(12) ? some(BODIES) : latin(body));
    }

    /// Replaces up to two values of the body.
    private String mutated(String body) {
        if (chance(15)) {
            return some(VALUES);
        }
        if (chance(8) && body.startsWith("[")) {
            return "[null," + body.substring(1);
        }
        var mutated = body;
        for (var times = random.nextInt(3); times > 0; times--) {
            var parts = mutated.split("(?<=:)", -1);
            if (parts.length > 1) {
                var at = 1 + random.nextInt(parts.length - 1);
                parts[at] = replaced(parts[at]);
                mutated = String.join("", parts);
            } else if (chance(2)) {
                mutated = some(VALUES);
            }
        }
        return mutated;
    }

    private String replaced(String part) {
        var simple = part.replaceFirst("^(?:'[^']*'|-?[\\d.]+|true|false|null)", "@");
        return simple.startsWith("@")
                ? some(VALUES) + simple.substring(1)
                : some(VALUES) + (part.endsWith(":") ? ",'z':" : "");
    }

    private static String filled(String text, String mid) {
        return text.replace("'", "\"")
                .replace("PSID", TestSimulator.ADA)
                .replace("PAGE", TestSimulator.PAGE)
                .replace("MID", mid)
                .replace("APP", TestSimulator.APP)
                .replace("SECRET", TestSimulator.SECRET)
                .replace("TOKEN", TestSimulator.TOKEN);
    }

    /// The members of the object as a form, with any values.
    private static String form(String body) {
        var form = new StringBuilder();
        for (var member : body.replaceAll("^\\{|\\}$", "").split(",(?=\"[a-z_]+\":)", -1)) {
            var cut = member.indexOf(':');
            if (cut > 0) {
                var value = member.substring(cut + 1).replaceAll("^\"|\"$", "");
                form.append(member, 0, cut)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return form.toString().replace("\"", "");
    }

    private String escaped(String path) {
        if (!chance(8)) {
            return path;
        }
        var at = random.nextInt(path.length() + 1);
        return path.substring(0, at) + some(ESCAPES) + path.substring(at);
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T some(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
