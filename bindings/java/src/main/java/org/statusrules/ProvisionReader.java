package org.statusrules;

import static org.statusrules.FlatConstants.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads what a law says of itself. */
final class ProvisionReader {
    private ProvisionReader() {
    }

    static Act act(LawData law, int number) {
        long[] act = Native.call(1, (result, error) -> Flat.act(law.index, number, result, error));
        return new Act(actText(law, number, FLAT_ACT_KEY),
            new Text(actText(law, number, FLAT_ACT_ISSUER_EN), actText(law, number, FLAT_ACT_ISSUER_RU)),
            actText(law, number, FLAT_ACT_NUMBER), Days.date((int) act[0]),
            new Text(actText(law, number, FLAT_ACT_TITLE_EN), actText(law, number, FLAT_ACT_TITLE_RU)),
            actText(law, number, FLAT_ACT_ADDRESS));
    }

    private static String actText(LawData law, int number, int text) {
        return Flat.act_text(law.index, number, text);
    }

    static Provision provision(LawData law, int number) {
        long[] row = Native.call(FLAT_PROVISION_LENGTH,
            (result, error) -> Flat.provision(law.index, number, result, error));
        int outcome = (int) row[FLAT_PROVISION_OUTCOME];
        int editionUntil = (int) row[FLAT_PROVISION_EDITION_UNTIL];
        return new Provision(new Law(law.name), number, law.ids.get(number).orElseThrow(),
            Question.of((int) row[FLAT_PROVISION_QUESTION]), Effect.of((int) row[FLAT_PROVISION_EFFECT]),
            outcome == 0 ? Optional.empty() : Optional.of(Outcome.of(outcome)),
            Days.lastDay((int) row[FLAT_PROVISION_DAY]), Days.lastDay((int) row[FLAT_PROVISION_LATEST]),
            (int) row[FLAT_PROVISION_DAYS], row[FLAT_PROVISION_SUSPENDED] == 1,
            Answers.READINGS.ofBits(row[FLAT_PROVISION_READINGS]), Certainty.of((int) row[FLAT_PROVISION_CERTAINTY]),
            Days.date((int) row[FLAT_PROVISION_KNOWN_FROM]),
            Days.lastDay((int) row[FLAT_PROVISION_KNOWN_UNTIL]).flatMap(LastDay::day),
            (int) row[FLAT_PROVISION_EDITION_FROM],
            editionUntil == Native.NONE ? Optional.empty() : Optional.of(editionUntil),
            row[FLAT_PROVISION_QUOTED] == 1, law.acts().get((int) row[FLAT_PROVISION_ACT] - 1),
            text(law, number, FLAT_PROVISION_PLACE_EN, FLAT_PROVISION_PLACE_RU),
            text(law, number, FLAT_PROVISION_PASSAGE_EN, FLAT_PROVISION_PASSAGE_RU),
            text(law, number, FLAT_PROVISION_SAYS_EN, FLAT_PROVISION_SAYS_RU),
            text(law, number, FLAT_PROVISION_REMARK_EN, FLAT_PROVISION_REMARK_RU),
            (int) row[FLAT_PROVISION_STAGE], Flat.provision_text(law.index, number, FLAT_PROVISION_LIST_NAME),
            (int) row[FLAT_PROVISION_LIST_PLACE],
            IntStream.range(0, (int) row[FLAT_PROVISION_N_CONDITIONS])
                .mapToObj(index -> condition(law, number, index)).toList(),
            IntStream.range(0, (int) row[FLAT_PROVISION_N_SIDES])
                .mapToObj(index -> side(law, number, index)).toList());
    }

    private static Text text(LawData law, int number, int en, int ru) {
        return new Text(Flat.provision_text(law.index, number, en), Flat.provision_text(law.index, number, ru));
    }

    static Condition condition(LawData law, int number, int index) {
        long[] head = Native.call(FLAT_CONDITION_LENGTH,
            (result, error) -> Flat.condition(law.index, number, index, result, error));
        int nValues = (int) head[FLAT_CONDITION_N_VALUES];
        long[] all = Native.call(FLAT_CONDITION_LENGTH + nValues,
            (result, error) -> Flat.condition(law.index, number, index, result, error));
        Subject subject = Subject.of((int) head[FLAT_CONDITION_FACT]);
        Condition.Form form = Condition.Form.of((int) head[FLAT_CONDITION_FORM]);
        boolean window = form == Condition.Form.WINDOW;
        List<String> values = IntStream.range(FLAT_CONDITION_LENGTH, all.length)
            .mapToObj(place -> subject.text((int) all[place])).toList();
        return new Condition(subject.key(), form, Condition.Mark.of((int) head[FLAT_CONDITION_MARK]),
            window ? Optional.of(subject.text((int) head[FLAT_CONDITION_FIRST])) : Optional.empty(),
            window ? Optional.of(subject.text((int) head[FLAT_CONDITION_LAST])) : Optional.empty(), values);
    }

    static Side side(LawData law, int number, int index) {
        long[] side = Native.call(FLAT_SIDE_LENGTH,
            (result, error) -> Flat.side(law.index, number, index, result, error));
        return new Side(Outcome.of((int) side[FLAT_SIDE_OUTCOME]), Days.lastDay((int) side[FLAT_SIDE_DAY]),
            new Text(Flat.side_text(law.index, number, index, FLAT_SIDE_SOURCE_EN),
                Flat.side_text(law.index, number, index, FLAT_SIDE_SOURCE_RU)));
    }
}
