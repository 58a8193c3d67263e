package dev.parley.desk;

import static dev.parley.platform.Columns.utc;

import dev.parley.channel.ChannelRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The SQL of the filter by reply window, about a row `c` of `conversation`: the same rule as
/// [dev.parley.channel.ReplyWindow], for each channel.
///
/// @param rules those of all channels
/// @param parameters of the statement, to which those of the condition are added
record WindowConditions(
        Instant now, Collection<ChannelRules> rules, Map<String, Object> parameters) {
    private static final String EXTENDED =
            """
            exists (select 1 from channel_instance i
                     where i.channel = c.channel and i.endpoint = c.endpoint
                       and i.extended_window)
            """;

    /// @param value `shut`, or the time within which it closes
    String of(String value) {
        var all = new ArrayList<String>();
        for (var rule : rules) {
            var name = "window" + all.size();
            parameters.put(name, rule.channel().name());
            all.add(
                    "c.channel = :%s and (%s)"
                            .formatted(
                                    name,
                                    value.equals("shut")
                                            ? shut(name, rule)
                                            : closes(name, rule, timeOf(value))));
        }
        return "(" + String.join(" or ", all) + ")";
    }

    private static Duration timeOf(String value) {
        return value.equals("1h") ? Duration.ofHours(1) : Duration.ofHours(4);
    }

    private String shut(String name, ChannelRules rule) {
        var window = rule.replyWindow();
        var standard = window.standard();
        if (standard == null) {
            return "false";
        }
        var beyond = "c.last_customer_act_at <= :" + parameter(name + "Standard", standard);
        var extended = window.extended();
        return extended == null
                ? "c.last_customer_act_at is null or " + beyond
                : "c.last_customer_act_at is null or %s and (c.last_customer_act_at <= :%s or not %s)"
                        .formatted(beyond, parameter(name + "Extended", extended), EXTENDED);
    }

    private String closes(String name, ChannelRules rule, Duration within) {
        var window = rule.replyWindow();
        var standard = window.standard();
        if (standard == null) {
            return "false";
        }
        var all = new ArrayList<>(List.of(closes(name + "Standard", standard, within)));
        var extended = window.extended();
        if (extended != null) {
            all.add(closes(name + "Extended", extended, within) + " and " + EXTENDED);
        }
        return String.join(" or ", all);
    }

    private String closes(String name, Duration length, Duration within) {
        return "c.last_customer_act_at > :%s and c.last_customer_act_at <= :%s"
                .formatted(parameter(name, length), parameter(name + "Soon", length.minus(within)));
    }

    private String parameter(String name, Duration ago) {
        parameters.put(name, utc(now.minus(ago)));
        return name;
    }
}
