package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Asks about one case. Every method is a function of its arguments: it reads no clock, keeps nothing, and may be called
 * from every thread.
 */
public final class StatusRules {
    private static final int STEP_LENGTH = FlatConstants.FLAT_STEP_LENGTH;
    private static final int INTERVAL_LENGTH = 2;

    private StatusRules() {
    }

    /**
     * Through which day is a document or term valid, by the statement.
     *
     * @param term the document or term
     * @param lastDay the last day printed in it
     * @return the answer
     * @throws StatusRulesException if the day, or the day that the law gives, is out of range
     */
    public static Answer extension(Term term, LocalDate lastDay) {
        return extension(term, Days.number(requireNonNull(lastDay, "lastDay")));
    }

    /**
     * Through which day is a document or term valid, by the statement.
     *
     * @param term the document or term
     * @param lastDay the last day printed in it, or {@link LastDay#none()}
     * @return the answer
     * @throws StatusRulesException if the day, or the day that the law gives, is out of range
     */
    public static Answer extension(Term term, LastDay lastDay) {
        return extension(term, Days.number(requireNonNull(lastDay, "lastDay")));
    }

    private static Answer extension(Term term, int lastDay) {
        LawData law = Options.DEFAULT.law().data();
        ByteBuffer memory = Exchange.memory();
        Exchange.ask(memory, law.index, requireNonNull(term, "term").code(), lastDay);
        return Answers.of(Question.EXTENSION, Options.DEFAULT.law(), law, memory);
    }

    /**
     * Through which day is the document or term valid, by the statement.
     *
     * @param facts what is known
     * @return the answer
     * @throws StatusRulesException as {@link #ask}
     */
    public static Answer extension(Facts facts) {
        return ask(Question.EXTENSION, facts, Options.DEFAULT);
    }

    /**
     * Through which day is the document or term valid.
     *
     * @param facts what is known
     * @param options of which law, as known when, in which reading
     * @return the answer
     * @throws StatusRulesException as {@link #ask}
     */
    public static Answer extension(Facts facts, Options options) {
        return ask(Question.EXTENSION, facts, options);
    }

    /**
     * Whether the document or term is valid on a day, by the statement; see {@link #validOn(Facts, LocalDate,
     * Options)}.
     *
     * @param facts what is known
     * @param day the day asked about
     * @return the answer
     * @throws StatusRulesException as {@link #ask}
     */
    public static Answer validOn(Facts facts, LocalDate day) {
        return validOn(facts, day, Options.DEFAULT);
    }

    /**
     * Whether the document or term is valid on a day, by its own term or by an extension.
     *
     * <p>{@link Outcome#YES}: on or before its last day, or covered by an extension. {@link Outcome#NO}: after the
     * last day that the law gives. {@link Outcome#CONFLICT}: readings or sources differ. {@link Outcome#SILENT}:
     * after its own last day, and the law says nothing; before its day of issue; and for a document without term. A
     * day before the last day presumes that the document had been issued.
     *
     * @param facts what is known
     * @param day the day asked about
     * @param options of which law, as known when, in which reading
     * @return the answer; {@code validThrough} is the last valid day of the extension, if there is one and all
     *     readings give it; {@code provisionId} is empty where the document's own term decides
     * @throws StatusRulesException as {@link #ask}
     */
    public static Answer validOn(Facts facts, LocalDate day, Options options) {
        return ask(Question.EXTENSION, requireNonNull(facts, "facts").numbers(), options,
            requireNonNull(options, "options").numbers(day));
    }

    /**
     * Whether the person may, on {@link Fact#ON_DAY}, do what the question asks, by the statement.
     *
     * @param question any question but {@link Question#EXTENSION}
     * @param facts what is known
     * @return the answer
     * @throws StatusRulesException as {@link #ask}, and {@link ErrorCode#VALUE} for the question extension
     */
    public static Answer eligibility(Question question, Facts facts) {
        return eligibility(question, facts, Options.DEFAULT);
    }

    /**
     * Whether the person may, on {@link Fact#ON_DAY}, do what the question asks.
     *
     * @param question any question but {@link Question#EXTENSION}
     * @param facts what is known
     * @param options of which law, as known when, in which reading
     * @return the answer
     * @throws StatusRulesException as {@link #ask}, and {@link ErrorCode#VALUE} for the question extension
     */
    public static Answer eligibility(Question question, Facts facts, Options options) {
        if (question == Question.EXTENSION) {
            throw StatusRulesException.of(ErrorCode.VALUE, Argument.QUESTION.code(), question.code(), 0, 0);
        }
        return ask(question, facts, options);
    }

    /**
     * Whether the person may enter for education, by the statement.
     *
     * @param facts what is known
     * @return the answer
     * @throws StatusRulesException as {@link #ask}
     */
    public static Answer educationEntry(Facts facts) {
        return educationEntry(facts, Options.DEFAULT);
    }

    /**
     * Whether the person may enter for education.
     *
     * @param facts what is known
     * @param options of which law, as known when, in which reading
     * @return the answer
     * @throws StatusRulesException as {@link #ask}
     */
    public static Answer educationEntry(Facts facts, Options options) {
        return ask(Question.EDUCATION_ENTRY, facts, options);
    }

    /**
     * Answers a question; the methods named after questions are short forms of this one.
     *
     * @param question the question
     * @param facts what is known; facts that do not belong to the question are not read
     * @param options of which law, as known when, in which reading
     * @return the answer
     * @throws StatusRulesException {@link ErrorCode#RANGE} (a day of the options), {@link ErrorCode#ORDER} (last day
     *     before the day of issue), {@link ErrorCode#RESULT} (the day given would be after 9999-12-31), {@link
     *     ErrorCode#EDITION}, {@link ErrorCode#DISAGREES} (a number of days that is not the one between the two days
     *     given)
     */
    public static Answer ask(Question question, Facts facts, Options options) {
        return ask(question, requireNonNull(facts, "facts").numbers(), options,
            requireNonNull(options, "options").numbers());
    }

    private static Answer ask(Question question, int[] facts, Options options, int[] numbers) {
        int code = requireNonNull(question, "question").code();
        LawData law = options.law().data();
        ByteBuffer memory = Exchange.memory();
        Exchange.ask(memory, law.index, code, facts, numbers);
        return Answers.of(question, options.law(), law, memory);
    }

    /**
     * The answer and its reasons as text: outcome, provision, passage, source, what was asked of which fact, the day
     * before and after, what was presumed, what is missing, where readings differ. It is personal data.
     *
     * @param question the question
     * @param facts what is known
     * @param options of which law, as known when, in which reading
     * @param language {@link Language#EN} or {@link Language#RU}
     * @return the text, of several lines
     * @throws StatusRulesException as {@link #ask}, and {@link ErrorCode#VALUE} for another language
     */
    public static String explain(Question question, Facts facts, Options options, Language language) {
        int[] factNumbers = requireNonNull(facts, "facts").numbers();
        int[] optionNumbers = requireNonNull(options, "options").numbers();
        int code = requireNonNull(question, "question").code();
        int languageCode = requireNonNull(language, "language").code();
        int law = options.law().data().index;
        return Native.text((buffer, length, error) -> Flat.explain(buffer, law, code, factNumbers, optionNumbers,
            languageCode, length, error));
    }

    /**
     * The reasons of an answer, step by step. They are personal data.
     *
     * @param question the question
     * @param facts what is known
     * @param options of which law, as known when, in which reading
     * @return the steps, in order
     * @throws StatusRulesException as {@link #ask}
     */
    public static List<Step> steps(Question question, Facts facts, Options options) {
        int[] factNumbers = requireNonNull(facts, "facts").numbers();
        int[] optionNumbers = requireNonNull(options, "options").numbers();
        int code = requireNonNull(question, "question").code();
        LawData law = options.law().data();
        int[] numbers = Native.list(STEP_LENGTH, (list, length, error) ->
            Flat.steps(list, law.index, code, factNumbers, optionNumbers, length, error));
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < numbers.length; at += STEP_LENGTH) {
            steps.add(StepReader.step(law, numbers, at));
        }
        return List.copyOf(steps);
    }

    /**
     * Asks a question and gives the receipt of the answer.
     *
     * @param question the question
     * @param facts what is known
     * @param options of which law, as known when, in which reading
     * @return the receipt
     * @throws StatusRulesException as {@link #ask}
     */
    public static Receipt receipt(Question question, Facts facts, Options options) {
        return receipt(question, facts, options, requireNonNull(options, "options").numbers());
    }

    /**
     * Asks whether the document or term is valid on a day, and gives the receipt of the answer.
     *
     * @param facts what is known
     * @param day the day asked about
     * @param options of which law, as known when, in which reading
     * @return the receipt
     * @throws StatusRulesException as {@link #ask}
     */
    public static Receipt receiptValidOn(Facts facts, LocalDate day, Options options) {
        return receipt(Question.EXTENSION, facts, options, requireNonNull(options, "options").numbers(day));
    }

    private static Receipt receipt(Question question, Facts facts, Options options, int[] numbers) {
        int[] factNumbers = requireNonNull(facts, "facts").numbers();
        int code = requireNonNull(question, "question").code();
        int law = options.law().data().index;
        byte[] bytes = new byte[Receipt.BYTES];
        Native.one((result, error) -> Flat.receipt(bytes, law, code, factNumbers, numbers, result, error));
        return Receipt.of(bytes);
    }

    /**
     * The question the other way round: for which days of a fact the answer is yes, with every other fact as given.
     * On which days may the person apply ({@link Fact#ON_DAY}), until which arrival ({@link Fact#ARRIVED_ON})?
     *
     * @param question the question
     * @param facts what is known; the value of the fact is not read
     * @param fact a fact of the question that is a day
     * @param options of which law, as known when, in which reading
     * @return the days, in order; open ends are those of the calendar. An answer that missing facts leave open is no
     *     yes
     * @throws StatusRulesException as {@link #ask}, and {@link ErrorCode#VALUE} if the fact is none of the question's
     *     days
     */
    public static List<Interval> yesFor(Question question, Facts facts, Fact fact, Options options) {
        return inverse(question, facts, requireNonNull(fact, "fact").code(), Native.UNKNOWN, options);
    }

    /**
     * For which days of a fact the answer is a yes that lasts through a day: which last days are still good on 1
     * March 2022?
     *
     * @param question the question
     * @param facts what is known; the value of the fact is not read
     * @param fact a fact of the question that is a day, such as {@link Fact#LAST_DAY}
     * @param through the day through which the yes lasts
     * @param options of which law, as known when, in which reading
     * @return the days, in order
     * @throws StatusRulesException as {@link #yesFor}
     */
    public static List<Interval> yesThrough(Question question, Facts facts, Fact fact, LocalDate through,
            Options options) {
        return inverse(question, facts, requireNonNull(fact, "fact").code(),
            Days.number(requireNonNull(through, "through")), options);
    }

    /**
     * On which days the document or term is valid, by its own term or by an extension.
     *
     * @param facts what is known
     * @param options of which law, as known when, in which reading
     * @return the days, in order
     * @throws StatusRulesException as {@link #ask}
     */
    public static List<Interval> validDays(Facts facts, Options options) {
        return inverse(Question.EXTENSION, facts, Argument.DAY.code(), Native.UNKNOWN, options);
    }

    private static List<Interval> inverse(Question question, Facts facts, int fact, int day, Options options) {
        int[] factNumbers = requireNonNull(facts, "facts").numbers();
        int[] optionNumbers = requireNonNull(options, "options").numbers();
        int code = requireNonNull(question, "question").code();
        int law = options.law().data().index;
        int[] numbers = Native.list(INTERVAL_LENGTH, (list, length, error) ->
            Flat.inverse(list, law, code, factNumbers, fact, day, optionNumbers, length, error));
        return IntStream.range(0, numbers.length / INTERVAL_LENGTH)
            .mapToObj(i -> new Interval(Days.date(numbers[2 * i]), Days.date(numbers[2 * i + 1]))).toList();
    }

    /**
     * What a decree changes: the cases whose outcome or last valid day differs between two sides, which are days of
     * knowledge, editions, readings or laws. {@link Columns#impact} counts them in a register.
     *
     * @param question the question
     * @param facts what is the same in every case; what they say of facts that vary is not read
     * @param varies the facts that differ from case to case
     * @param before the one side, such as {@code Options.DEFAULT.knownOn(day.minusDays(1))}
     * @param after the other
     * @return boxes that do not overlap; none: nothing changes. Every case that changes is in one of them; of the others
     *     only those that both sides refuse, because a value is wrong or the last day lies before the day of issue
     * @throws StatusRulesException as {@link #ask} for each side, {@link ErrorCode#VALUE} (a fact that is not of the
     *     question, or of which a number of days is counted), {@link ErrorCode#RANGE} (too many facts vary)
     */
    public static List<Box> impact(Question question, Facts facts, Set<Fact> varies, Options before, Options after) {
        return impact(question, facts, varies, before, requireNonNull(before, "before").numbers(), after,
            requireNonNull(after, "after").numbers());
    }

    /**
     * The cases in which it changes whether the document or term is valid on a day.
     *
     * @param facts what is the same in every case
     * @param day the day asked about
     * @param varies the facts that differ from case to case
     * @param before the one side
     * @param after the other
     * @return boxes, as of {@link #impact}
     * @throws StatusRulesException as {@link #impact}
     */
    public static List<Box> impactValidOn(Facts facts, LocalDate day, Set<Fact> varies, Options before, Options after) {
        return impact(Question.EXTENSION, facts, varies, before, requireNonNull(before, "before").numbers(day), after,
            requireNonNull(after, "after").numbers(day));
    }

    private static List<Box> impact(Question question, Facts facts, Set<Fact> varies, Options before,
            int[] numbersBefore, Options after, int[] numbersAfter) {
        int[] factNumbers = requireNonNull(facts, "facts").numbers();
        int code = requireNonNull(question, "question").code();
        int lawBefore = before.law().data().index;
        int lawAfter = after.law().data().index;
        long bits = requireNonNull(varies, "varies").stream().mapToLong(fact -> 1L << fact.code())
            .reduce(0, (all, bit) -> all | bit);
        return Box.read(Native.list(FlatConstants.FLAT_SPAN_LENGTH, (list, length, error) ->
            Flat.impact(list, lawBefore, numbersBefore, lawAfter, numbersAfter, code, factNumbers, bits, length,
                error)));
    }

    /**
     * What is at work here: the versions of library and law.
     *
     * @return the versions
     */
    public static Versions versions() {
        return Versions.read();
    }
}
