package dev.parley.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Bodies of webhooks with an invalid part in the middle, always the same for a number.
final class BadItems {
    private static final JsonMapper json = JsonMapper.shared();
    private static final long NOW = System.currentTimeMillis();

    /// One in so many is broken in its bytes, so that its end may not be found.
    private static final int BROKEN_EACH = 5;

    private static final List<String> GOOD =
            List.of(
                    "'message':{'mid':'m_odd_N','text':'How much is it?','nlp':{'traits':{}}}",
                    "'message':{'mid':'m_odd_N','quick_reply':{'payload':'RED'},'text':'Red'}",
                    "'message':{'mid':'m_odd_N','attachments':[{'type':'image','payload':{'url':'https://scontent.xx.fbcdn.net/a.png'}},{'type':'location','payload':{'coordinates':{'lat':25.1,'long':121.5}}}]}",
                    "'message':{'mid':'m_odd_N','attachments':[{'type':'template','payload':{'template_type':'generic','elements':[{'title':'T','buttons':[{'title':'B','url':'https://a/b'}]}]}}]}",
                    "'message':{'mid':'m_odd_N','sticker_id':369239263222822,'attachments':[{'type':'sticker','payload':{'url':'https://a/s.png'}}]}",
                    "'message':{'mid':'m_odd_N','is_echo':true,'app_id':263902037430900,'metadata':'x','text':'From the inbox'}",
                    "'message':{'mid':'m_before_N','is_deleted':false,'reply_to':{'mid':'m_before_N'},'text':'again'}",
                    "'message_edit':{'mid':'m_before_N','text':'changed','num_edit':1}",
                    "'postback':{'mid':'m_odd_N','title':'Start','payload':'START','referral':{'ref':'r','source':'ADS','type':'OPEN_THREAD','ads_context_data':{'ad_title':'An advert','photo_url':'https://a/p.png'}}}",
                    "'reaction':{'mid':'m_before_N','action':'react','reaction':'love','emoji':'\u2764'}",
                    "'read':{'watermark':1791000000000}",
                    "'delivery':{'mids':['m_before_N','m_odd_N'],'watermark':1791000000000}",
                    "'optin':{'type':'notification_messages','payload':'P','title':'News','notification_messages_frequency':'DAILY'}",
                    "'referral':{'ref':'r','source':'SHORTLINK','type':'OPEN_THREAD'}",
                    "'pass_thread_control':{'previous_owner_app_id':'263902037430900','new_owner_app_id':'123','metadata':'x'}",
                    "'request_thread_control':{'requested_owner_app_id':'123'}",
                    "'order':{'products':[{'id':'1','name':'Tea','quantity':2,'unit_price':'3.50','currency':'EUR'}],'note':'soon'}",
                    "'messaging_feedback':{'feedback_screens':[{'screen_id':0,'questions':{'q':{'type':'csat','payload':'4','follow_up':{'type':'free_form','payload':'fine'}}}}]}",
                    "'account_linking':{'status':'linked','authorization_code':'c'}",
                    "'policy_enforcement':{'action':'warning','reason':'words'}",
                    "'response_feedback':{'feedback':'Bad response','mid':'m_before_N'}",
                    "'template':{'type':'coupon','coupon_code':'TEN'}",
                    "'payment':{'payload':'P','amount':{'currency':'EUR','amount':'3.00'}}",
                    "'never_heard_of':{'a':[1,2,{'b':null}]}");

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "\"\"",
                    "\" \"",
                    "[]",
                    "{}",
                    "[null]",
                    "[[],{}]",
                    "{\"id\":{\"id\":\"x\"}}",
                    "0",
                    "-1",
                    "1",
                    "1.5e300",
                    "-1e99999",
                    "99999999999999999999",
                    "4102444800000",
                    "9223372036854775807",
                    "\"1970-01-01T00:00:00Z\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"\\udc00 x\"",
                    "\"\u202e\u200f abc\"",
                    "\"" + "x".repeat(3000) + "\"",
                    "\"" + "\u6f22".repeat(4000) + "\"",
                    "\"" + "m".repeat(100_000) + "\"",
                    "9".repeat(1200),
                    "[".repeat(600) + "]".repeat(600),
                    "\"javascript:alert(1)\"",
                    "\"'; drop table message; --\"",
                    "{\"\\u0000\":1}",
                    "{\"\\ud800\":1}",
                    "{\"" + "k".repeat(3000) + "\":1}",
                    "NaN",
                    "tru",
                    "{\"a\":[}",
                    "{,}");

    private static final List<String> NAMES =
            List.of(
                    "\"\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"" + "k".repeat(3000) + "\"",
                    "\"message\"",
                    "\"sender\"",
                    "\"timestamp\"",
                    "\"value\"");

    private BadItems() {}

    static boolean keepsItsEnd(int number) {
        return number % BROKEN_EACH != 0;
    }

    static byte[] body(String page, int number) {
        var random = new Random(number);
        var person = "24010000000000" + (10 + random.nextInt(20));
        var place = random.nextInt(8) == 0 ? "standby" : "messaging";
        var odd = keepsItsEnd(number) ? odd(random, page, person, number) : null;
        var broken = odd == null ? broken(random, page, person, number) : odd.getBytes(UTF_8);
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                "{\"object\":\"page\",\"entry\":[{\"id\":\"%s\",\"time\":%d,\"%s\":["
                        .formatted(page, NOW, place)
                        .getBytes(UTF_8));
        body.writeBytes(good(page, person, "m_before_" + number).getBytes(UTF_8));
        body.write(',');
        body.writeBytes(broken);
        body.write(',');
        body.writeBytes(good(page, person, "m_after_" + number).getBytes(UTF_8));
        body.writeBytes("]}]}".getBytes(UTF_8));
        return body.toByteArray();
    }

    private static String good(String page, String person, String mid) {
        return item(
                page, person, "'message':{'mid':'%s','text':'a good neighbour'}".formatted(mid));
    }

    private static String item(String page, String person, String part) {
        return "{'sender':{'id':'%s'},'recipient':{'id':'%s'},'timestamp':%d,%s}"
                .formatted(person, page, NOW, part)
                .replace('\'', '"');
    }

    private static String any(Random random, String page, String person, int number) {
        var part = GOOD.get(random.nextInt(GOOD.size())).replace("_N", "_" + number);
        return item(page, person, part);
    }

    /// Some values and names are replaced.
    private static String odd(Random random, String page, String person, int number) {
        var item = json.readTree(any(random, page, person, number));
        var replacements = new ArrayList<String>();
        for (var time = 0; time <= random.nextInt(3); time++) {
            change(random, item, replacements);
        }
        var text = item.toString();
        for (var place = 0; place < replacements.size(); place++) {
            text = text.replace(mark(place), replacements.get(place));
        }
        return random.nextInt(10) == 0
                ? "{\"field\":\"messaging_postbacks\",\"value\":%s}".formatted(text)
                : text;
    }

    private static void change(Random random, JsonNode item, List<String> replacements) {
        var holder = holder(random, item);
        if (holder == null) {
            return;
        }
        var raw = json.readTree(mark(replacements.size()));
        if (holder instanceof ArrayNode list && !list.isEmpty()) {
            list.set(random.nextInt(list.size()), raw);
            replacements.add(pick(random, VALUES));
        } else if (holder instanceof ObjectNode object && !object.isEmpty()) {
            var names = List.copyOf(object.propertyNames());
            var name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> {
                    object.set(raw.asString(), object.remove(name));
                    replacements.add(pick(random, NAMES));
                }
                default -> {
                    object.set(name, raw);
                    replacements.add(pick(random, VALUES));
                }
            }
        }
    }

    private static @Nullable JsonNode holder(Random random, JsonNode item) {
        var holders = new ArrayList<JsonNode>();
        gather(item, holders);
        return holders.isEmpty() ? null : holders.get(random.nextInt(holders.size()));
    }

    private static void gather(JsonNode node, List<JsonNode> holders) {
        if (node.isContainer()) {
            holders.add(node);
            node.valueStream().forEach(child -> gather(child, holders));
        }
    }

    private static String mark(int place) {
        return "\"@%d@\"".formatted(place);
    }

    private static String pick(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// Some bytes are replaced.
    private static byte[] broken(Random random, String page, String person, int number) {
        var bytes = any(random, page, person, number).getBytes(UTF_8);
        for (var time = 0; time <= random.nextInt(4); time++) {
            var place = random.nextInt(bytes.length);
            bytes[place] =
                    random.nextBoolean()
                            ? (byte) random.nextInt(256)
                            : (byte) "\"{}[]:,\\\0\u00e9".charAt(random.nextInt(10));
        }
        return bytes;
    }
}
