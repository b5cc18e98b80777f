package org.statusrules.bench;

import java.time.LocalDate;
import java.util.Random;

import org.statusrules.Outcome;
import org.statusrules.Term;

/** A register at random, and the statement's rule on extension as one would write it by hand, in three ways. */
final class Register {
    /** Numbers of terms and days, so that no way looks them up. */
    private static final int PERMITS = bits(Term.RESIDENCE_REGISTRATION, Term.TEMPORARY_RESIDENCE_PERMIT,
        Term.PERMANENT_RESIDENCE_PERMIT);
    private static final int EXTENDED = PERMITS | bits(Term.REFUGEE_CERTIFICATE, Term.TEMPORARY_ASYLUM_CERTIFICATE);
    private static final int WINDOW = (int) LocalDate.of(2021, 6, 16).toEpochDay();
    private static final int END_OF_2021 = (int) LocalDate.of(2021, 12, 31).toEpochDay();
    private static final int FIXED_DAY = (int) LocalDate.of(2022, 7, 18).toEpochDay();
    private static final int PLUS = 199;
    private static final int NOT_A_DAY = -Integer.MAX_VALUE;
    private static final byte YES = (byte) Outcome.YES.code();
    private static final byte SILENT = (byte) Outcome.SILENT.code();
    private static final byte CONFLICT = (byte) Outcome.CONFLICT.code();

    /** A rule: terms, window, and what it gives. */
    private record Rule(int terms, int first, int last, byte outcome, int day, int plus) {
    }

    private static final Rule[] RULES = {
        new Rule(PERMITS, END_OF_2021, END_OF_2021, YES, FIXED_DAY, 0),
        new Rule(EXTENDED, WINDOW, END_OF_2021, CONFLICT, NOT_A_DAY, 0),
        new Rule(EXTENDED, END_OF_2021 + 1, Integer.MAX_VALUE, YES, NOT_A_DAY, PLUS),
    };

    /** What a program that knows one law would give. */
    record Extension(Outcome outcome, LocalDate validThrough) {
    }

    final byte[] terms;
    final int[] lastDays;

    Register(int rows) {
        Random random = new Random(8);
        terms = new byte[rows];
        lastDays = new int[rows];
        for (int i = 0; i < rows; i++) {
            terms[i] = (byte) (1 + random.nextInt(16));
            lastDays[i] = WINDOW - 200 + random.nextInt(800);
        }
    }

    private static int bits(Term... terms) {
        int bits = 0;
        for (Term term : terms) {
            bits |= 1 << term.code();
        }
        return bits;
    }

    /** With java.time and ifs, as in a service. */
    static Extension byHand(Term term, LocalDate lastDay) {
        switch (term) {
            case RESIDENCE_REGISTRATION, TEMPORARY_RESIDENCE_PERMIT, PERMANENT_RESIDENCE_PERMIT, REFUGEE_CERTIFICATE,
                TEMPORARY_ASYLUM_CERTIFICATE:
                break;
            default:
                return new Extension(Outcome.SILENT, null);
        }
        if (lastDay.isAfter(LocalDate.of(2021, 12, 31))) {
            return new Extension(Outcome.YES, lastDay.plusDays(PLUS));
        }
        if (lastDay.isBefore(LocalDate.of(2021, 6, 16))) {
            return new Extension(Outcome.SILENT, null);
        }
        boolean permit = term != Term.REFUGEE_CERTIFICATE && term != Term.TEMPORARY_ASYLUM_CERTIFICATE;
        return permit && lastDay.equals(LocalDate.of(2021, 12, 31))
            ? new Extension(Outcome.YES, LocalDate.of(2022, 7, 18)) : new Extension(Outcome.CONFLICT, null);
    }

    /** A loop over rules, for every row. */
    void byRules(byte[] outcomes, int[] days) {
        for (int i = 0; i < terms.length; i++) {
            outcomes[i] = SILENT;
            days[i] = NOT_A_DAY;
            for (Rule rule : RULES) {
                if ((rule.terms >> terms[i] & 1) != 0 && lastDays[i] >= rule.first && lastDays[i] <= rule.last) {
                    outcomes[i] = rule.outcome;
                    days[i] = rule.plus == 0 ? rule.day : lastDays[i] + rule.plus;
                    break;
                }
            }
        }
    }
}
