package org.statusrules;

import java.util.Optional;

/** Makes steps of the numbers that the library gives, which stand in the order of statusrules_step. */
final class StepReader {
    private static final int KIND = 0;
    private static final int READINGS = 1;
    private static final int PROVISION = 2;
    private static final int FACT = 3;
    private static final int VALUE = 4;
    private static final int CONDITION = 5;
    private static final int MARK = 6;
    private static final int OUTCOME = 7;
    private static final int DAY_BEFORE = 8;
    private static final int DAY_AFTER = 9;

    private StepReader() {
    }

    static Step step(LawData law, int[] numbers, int at) {
        StepKind kind = StepKind.of(numbers[at + KIND]);
        int provision = numbers[at + PROVISION];
        int index = numbers[at + CONDITION];
        Optional<Subject> subject = Subject.ofStep(numbers[at + FACT]);
        boolean hasValue = kind == StepKind.ASKED || kind == StepKind.STATE || kind == StepKind.OWN_TERM;
        boolean hasDays = kind == StepKind.DECIDED || kind == StepKind.READING;
        int outcome = numbers[at + OUTCOME];
        return new Step(kind, Answers.READINGS.ofBits(numbers[at + READINGS]), law.ids.get(provision),
            subject.map(Subject::key),
            hasValue ? Optional.of(subject.orElse(Subject.of(Fact.LAST_DAY.code())).text(numbers[at + VALUE]))
                : Optional.empty(),
            kind == StepKind.ASKED ? Optional.of(ProvisionReader.condition(law, provision, index)) : Optional.empty(),
            kind == StepKind.SIDE ? Optional.of(ProvisionReader.side(law, provision, index)) : Optional.empty(),
            Condition.Mark.of(numbers[at + MARK]), outcome == 0 ? Optional.empty() : Optional.of(Outcome.of(outcome)),
            kind == StepKind.DECIDED ? Days.lastDay(numbers[at + DAY_BEFORE]) : Optional.empty(),
            hasDays ? Days.lastDay(numbers[at + DAY_AFTER]) : Optional.empty());
    }
}
