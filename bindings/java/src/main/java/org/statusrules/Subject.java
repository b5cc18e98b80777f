package org.statusrules;

import java.util.Optional;

/** What a condition asks: a fact, or one of three things that the method knows by itself. */
record Subject(int code, int list, String key) {
    private static final int INCOMING_DAY = 61;
    private static final int EXTENDED = 62;
    private static final int STATE = 63;

    static Subject of(int code) {
        return switch (code) {
            case INCOMING_DAY -> new Subject(code, Fact.LAST_DAY.code(), "incoming_day");
            case EXTENDED -> new Subject(code, Fact.IDENTIFIED.code(), "extended");
            case STATE -> new Subject(code, Fact.CITIZENSHIP.code(), "state");
            default -> new Subject(code, code, Fact.of(code).key());
        };
    }

    static Optional<Subject> ofStep(int code) {
        return code == 0 ? Optional.empty() : Optional.of(of(code));
    }

    String text(int value) {
        return FactKinds.text(list, value);
    }
}
