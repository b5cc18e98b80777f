/**
 * Until which day is this residence permit valid? May this person work, be vaccinated, enter to study? Answers about
 * foreign citizens in Russia under the temporary measures of 2020 to 2022, from the text of the law, each with its
 * source.
 *
 * <pre>{@code
 * Answer answer = StatusRules.extension(Term.PERMANENT_RESIDENCE_PERMIT, LocalDate.of(2021, 12, 31));
 * System.out.println(answer.validThrough().orElseThrow());         // 2022-07-18
 * System.out.println(answer.provision().orElseThrow().source());   // Statement by …
 * }</pre>
 *
 * <p>{@link org.statusrules.StatusRules} asks; {@link org.statusrules.Facts} says what is known;
 * {@link org.statusrules.Options} of which law, reading and day of knowledge; {@link org.statusrules.Columns} asks
 * for a whole register, {@link org.statusrules.Sql} for one in a database. A {@link org.statusrules.Law} can be read.
 * Everything is immutable and may be used from every thread, but for the builders; nothing has to be closed.
 *
 * <p>An argument that is null is refused with a {@link java.lang.NullPointerException} that names it. A wrong fact, day,
 * name or option is refused with a {@link org.statusrules.StatusRulesException}, which is an {@link
 * java.lang.IllegalArgumentException} and says which fact it is about and what is allowed; what a program does wrong,
 * whatever the case, with other {@code IllegalArgumentException}s and {@link java.lang.IllegalStateException}s.
 *
 * <p>Days are calendar days at the place, from 0001-01-01 to 9999-12-31, all ends included. The library reads no
 * clock and keeps no data. The records are made of types that JSON mappers know; no annotation is needed.
 *
 * <h2>The native library</h2>
 *
 * The jar holds the library for the platforms named by {@link org.statusrules.Versions#platforms()}. It is taken
 * from, in this order:
 *
 * <ol>
 *   <li>the file named by the system property {@code org.statusrules.library};
 *   <li>the folders of {@code java.library.path}, where its name has the version of the jar;
 *   <li>the jar itself, through a file that only its owner can read, in {@code org.statusrules.tmpdir} or else
 *       {@code java.io.tmpdir}. The file is removed again at once; a system that keeps the file of a loaded library, such
 *       as Windows, is asked to remove it at the end of the program, and may leave it.
 * </ol>
 *
 * A failure is an {@link java.lang.UnsatisfiedLinkError} that says what was tried and what to do, at the first use;
 * later ones get a {@link java.lang.NoClassDefFoundError}. Java 24 and newer warn about native code that was not
 * allowed: start with {@code --enable-native-access=org.statusrules}, or with {@code
 * --enable-native-access=ALL-UNNAMED} where the jar is on the class path; an application that is itself a jar says
 * {@code Enable-Native-Access: ALL-UNNAMED} in its manifest.
 */
package org.statusrules;
