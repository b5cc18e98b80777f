package org.statusrules;

/** Ways of crossing the border. */
public enum Route implements Named {
    /** By air. */
    AIR(1),
    /** By road. */
    LAND(2),
    /** By rail. */
    RAIL(3),
    /** By sea. */
    SEA(4),
    /** By river. */
    RIVER(5),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Route> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Route(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Route of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code air}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Route named(String text) {
        return of(Names.code(Names.ROUTE, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.ROUTE, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.ROUTE, code(), language);
    }
}
