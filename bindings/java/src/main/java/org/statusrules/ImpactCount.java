package org.statusrules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what changes between two answers of the same rows, block by block. */
final class ImpactCount {
    /** Answers of the rows of a block under one side. */
    static final class Answered {
        final Options options;
        final byte[] outcomes;
        final int[] days;
        final int[] provisions;
        final byte[] errors;

        Answered(Options options, int rows) {
            this.options = options;
            outcomes = new byte[rows];
            days = new int[rows];
            provisions = new int[rows];
            errors = new byte[rows];
        }

        Map<Integer, Column> columns() {
            return Map.of(Result.OUTCOME.code(), Column.of(outcomes), Result.DAY.code(), Column.of(days),
                Result.PROVISION.code(), Column.of(provisions), Result.ERROR.code(), Column.of(errors));
        }
    }

    /** Numbers of a kind of change, which stand for it without an object a row. */
    private static final class Tally {
        private final int[] firstDay = {Native.NONE, Native.NONE};
        private final int[] lastDay = {Native.NOT_A_DAY, Native.NOT_A_DAY};
        private long rows;

        private void add(int side, int day) {
            if (day != Native.NOT_A_DAY) {
                firstDay[side] = Math.min(firstDay[side], day);
                lastDay[side] = Math.max(lastDay[side], day);
            }
        }

        private Optional<Impact.Range> range(int side) {
            return Days.lastDay(lastDay[side])
                .map(last -> new Impact.Range(Days.lastDay(firstDay[side]).orElseThrow(), last));
        }
    }

    private static final int OUTCOME_BITS = 4;
    private static final int PROVISION_BITS = 20;
    private static final int EARLIER = 1;
    private static final int LATER = 2;

    private final Map<Long, Tally> tallies = new HashMap<>();
    private long rows;
    private long badRows;
    private long unchanged;

    void add(Answered before, Answered after, int length) {
        rows += length;
        for (int i = 0; i < length; i++) {
            if (before.errors[i] != 0 || after.errors[i] != 0) {
                badRows++;
            } else if (before.outcomes[i] == after.outcomes[i] && before.days[i] == after.days[i]) {
                unchanged++;
            } else {
                Tally tally = tallies.computeIfAbsent(kind(before, after, i), kind -> new Tally());
                tally.rows++;
                tally.add(0, before.days[i]);
                tally.add(1, after.days[i]);
            }
        }
    }

    private static long kind(Answered before, Answered after, int i) {
        boolean days = before.days[i] != Native.NOT_A_DAY && after.days[i] != Native.NOT_A_DAY;
        int moved = !days || before.days[i] == after.days[i] ? 0 : after.days[i] < before.days[i] ? EARLIER : LATER;
        long kind = before.provisions[i];
        kind = kind << PROVISION_BITS | after.provisions[i];
        kind = kind << OUTCOME_BITS | before.outcomes[i];
        kind = kind << OUTCOME_BITS | after.outcomes[i];
        return kind << OUTCOME_BITS | moved;
    }

    Impact impact(Question question, Options before, Options after) {
        List<Impact.Change> changes = new ArrayList<>();
        tallies.forEach((kind, tally) -> {
            long rest = kind;
            int moved = part(rest, OUTCOME_BITS);
            rest >>= OUTCOME_BITS;
            int outcomeAfter = part(rest, OUTCOME_BITS);
            rest >>= OUTCOME_BITS;
            int outcomeBefore = part(rest, OUTCOME_BITS);
            rest >>= OUTCOME_BITS;
            changes.add(new Impact.Change(Outcome.of(outcomeBefore), Outcome.of(outcomeAfter),
                moved == 0 ? Optional.empty()
                    : Optional.of(moved == EARLIER ? Impact.Moved.EARLIER : Impact.Moved.LATER),
                before.law().data().ids.get((int) (rest >> PROVISION_BITS)),
                after.law().data().ids.get(part(rest, PROVISION_BITS)), tally.rows, tally.range(0), tally.range(1)));
        });
        return new Impact(question, before, after, rows, badRows, unchanged, changes);
    }

    private static int part(long number, int bits) {
        return (int) (number & (1L << bits) - 1);
    }
}
