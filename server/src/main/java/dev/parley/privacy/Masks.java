package dev.parley.privacy;

import dev.parley.conversation.Message;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The active masking rules, ready to be applied. What they find is replaced with `#`.
public final class Masks {
    private final Map<MaskingDirection, List<Mask>> byDirection;

    private Masks(Map<MaskingDirection, List<Mask>> byDirection) {
        this.byDirection = Map.copyOf(byDirection);
    }

    static Masks of(List<MaskingRule> rules) {
        var all = new EnumMap<MaskingDirection, List<Mask>>(MaskingDirection.class);
        Arrays.stream(MaskingDirection.values()).forEach(one -> all.put(one, masks(rules, one)));
        return new Masks(all);
    }

    private static List<Mask> masks(List<MaskingRule> rules, MaskingDirection direction) {
        return rules.stream()
                .filter(rule -> rule.content().covers(direction))
                .map(Masks::mask)
                .toList();
    }

    private static Mask mask(MaskingRule rule) {
        return switch (rule.kind()) {
            case CARD -> new CardNumberMask();
            case EMAIL -> new EmailMask();
            case NATIONAL_ID -> new NationalIdMask();
            case EXPRESSION -> ExpressionMask.of(rule.content().expression());
        };
    }

    /// {@return whether texts of this direction stay as they are}
    public boolean isEmpty(MaskingDirection direction) {
        return masks(direction).isEmpty();
    }

    /// {@return the text as it is shown}
    public String text(String text, MaskingDirection direction) {
        return MaskedText.of(text, masks(direction));
    }

    /// {@return the message as it is shown}
    public Message message(Message message) {
        var direction = MaskingDirection.of(message.author());
        return isEmpty(direction)
                ? message
                : MaskedMessage.of(message, text -> text(text, direction));
    }

    public List<Message> messages(List<Message> messages) {
        return byDirection.values().stream().allMatch(List::isEmpty)
                ? messages
                : messages.stream().map(this::message).toList();
    }

    private List<Mask> masks(MaskingDirection direction) {
        return byDirection.getOrDefault(direction, List.of());
    }
}
