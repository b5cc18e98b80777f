package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A column of a table of a database. {@code NULL} in it is a fact that is not known.
 *
 * @param name the name of the column; it is quoted in the text, whatever it holds
 * @param table the name of the table, or empty; quoted likewise
 * @param form how the column holds its fact
 * @param none a value that means none, such as {@code 9999-12-31}; empty: the usual one of the form
 */
public record SqlColumn(String name, Optional<String> table, Form form, Optional<String> none) {
    /** How a column holds its fact. */
    public enum Form implements Coded {
        /**
         * Values by their {@linkplain Named#key names}, days as {@code date} in PostgreSQL and as text YYYY-MM-DD in
         * SQLite, numbers as numbers. None is {@code none}; of a {@code date} it is {@code infinity}.
         */
        TEXT(0),
        /**
         * Values by their {@linkplain Coded#code() numbers}, days as days since 1970-01-01. None is
         * {@link Packed#NONE}.
         */
        NUMBER(1);

        private final int code;

        Form(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }
    }

    /**
     * Makes a column.
     *
     * @param name the name of the column
     * @param table the name of the table, or empty
     * @param form how the column holds its fact
     * @param none a value that means none, or empty
     */
    public SqlColumn {
        withoutZero(requireNonNull(name, "name"));
        requireNonNull(table, "table").ifPresent(SqlColumn::withoutZero);
        requireNonNull(form, "form");
        requireNonNull(none, "none").ifPresent(SqlColumn::withoutZero);
    }

    private static void withoutZero(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("no database has a name or value with a zero character in it");
        }
    }

    /**
     * A column of texts and dates.
     *
     * @param name the name of the column
     * @return the column
     */
    public static SqlColumn of(String name) {
        return new SqlColumn(name, Optional.empty(), Form.TEXT, Optional.empty());
    }

    /**
     * The same in a table.
     *
     * @param value the name of the table
     * @return the column
     */
    public SqlColumn table(String value) {
        return new SqlColumn(name, Optional.of(requireNonNull(value, "value")), form, none);
    }

    /**
     * The same in another form.
     *
     * @param value how the column holds its fact
     * @return the column
     */
    public SqlColumn form(Form value) {
        return new SqlColumn(name, table, requireNonNull(value, "value"), none);
    }

    /**
     * The same with a value that means none.
     *
     * @param value the value
     * @return the column
     */
    public SqlColumn none(String value) {
        return new SqlColumn(name, table, form, Optional.of(requireNonNull(value, "value")));
    }
}
