package dev.parley.admin.view;

import dev.parley.platform.language.DurationUnit;
import dev.parley.team.Presence;
import dev.parley.workstream.DispositionRule;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WrapUpBlock;
import java.util.Set;

/// The form of a workstream's work distribution, as typed.
///
/// @param closeAfter the number of units until a waiting conversation closes automatically
/// @param capacity units of capacity
/// @param minutes of wrap-up, for a custom time
/// @param revision of the workstream when the form was opened
public record DistributionForm(
        String closeAfter,
        DurationUnit unit,
        String capacity,
        Block block,
        String minutes,
        Set<Presence> presences,
        boolean keepSameAgent,
        DispositionRule disposition,
        int revision) {
    public DistributionForm {
        presences = Set.copyOf(presences);
    }

    /// How wrap-up uses capacity.
    public enum Block {
        ALWAYS,
        CUSTOM,
        NEVER
    }

    /// {@return the initial form}
    public static DistributionForm of(Workstream workstream) {
        var distribution = workstream.distribution();
        var wait = distribution.closeWaitingAfter();
        var unit = DurationUnit.of(wait);
        return new DistributionForm(
                Long.toString(unit.count(wait)),
                unit,
                Integer.toString(distribution.capacity()),
                block(distribution.wrapUpBlock()),
                Long.toString(minutes(distribution.wrapUpBlock())),
                distribution.presences(),
                distribution.keepSameAgent(),
                distribution.disposition(),
                workstream.revision());
    }

    /// {@return the same form, to overwrite a concurrent change}
    public DistributionForm over(int otherRevision) {
        return new DistributionForm(
                closeAfter,
                unit,
                capacity,
                block,
                minutes,
                presences,
                keepSameAgent,
                disposition,
                otherRevision);
    }

    /// {@return the values to save, if the form is valid}
    public WorkDistribution distribution() {
        return new WorkDistribution(
                unit.times(Long.parseLong(closeAfter)),
                Integer.parseInt(capacity),
                switch (block) {
                    case ALWAYS -> new WrapUpBlock.Always();
                    case CUSTOM -> WrapUpBlock.Custom.ofMinutes(Long.parseLong(minutes));
                    case NEVER -> new WrapUpBlock.Never();
                },
                presences,
                keepSameAgent,
                disposition);
    }

    private static Block block(WrapUpBlock block) {
        return switch (block) {
            case WrapUpBlock.Always() -> Block.ALWAYS;
            case WrapUpBlock.Custom _ -> Block.CUSTOM;
            case WrapUpBlock.Never() -> Block.NEVER;
        };
    }

    private static long minutes(WrapUpBlock block) {
        return block instanceof WrapUpBlock.Custom(var time)
                ? time.toMinutes()
                : WrapUpBlock.Custom.DEFAULT;
    }
}
