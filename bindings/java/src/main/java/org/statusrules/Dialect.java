package org.statusrules;

/** Dialects of SQL. DuckDB reads that of PostgreSQL. */
public enum Dialect implements Coded {
    /** PostgreSQL. */
    POSTGRESQL(1),
    /** SQLite. */
    SQLITE(2);

    private final int code;

    Dialect(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
