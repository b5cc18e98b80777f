// Runs the module that wasm.py builds: node run.mjs MODULE VECTORS. Prints TAP; wasm.py reads it.
import { readFile } from 'node:fs/promises';

const [modulePath, vectorsPath] = process.argv.slice(2);
const bytes = await readFile(modulePath);
const module = new WebAssembly.Module(bytes);
const wasm = new WebAssembly.Instance(module, {}).exports;

// Numbers of the headers and of face.c; they are frozen.
const UNKNOWN = -2147483648, NONE = 2147483647, NOT_A_DAY = -2147483647;
const FACE_OUTCOME = -2000000000, FACE_ERROR = -2100000000, OUTCOME_YES = 1;
const TERM = 1, LOCATION = 3, OUTCOME = 203, READING = 204, ERROR = 206;
const ENGLISH = 1, RUSSIAN = 2;
const MILLISECONDS = 86400000;
const LEAST_VECTORS = 2000;

let tests = 0, failures = 0;
function check(sentence, wrong) {
    tests++;
    failures += wrong.length ? 1 : 0;
    console.log(`${wrong.length ? 'not ok' : 'ok'} ${tests} - ${sentence}`);
    for (const line of wrong.slice(0, 20)) {
        console.log(`# ${line}`);
    }
}
const equal = (given, expected) => (given === expected ? [] : [`given ${given}, expected ${expected}`]);

// ---- Text in linear memory ----

function textAt(address, length) {
    const memory = new Uint8Array(wasm.memory.buffer);
    const end = length === undefined ? memory.indexOf(0, address) : address + length;
    return new TextDecoder('utf-8', { fatal: true }).decode(memory.subarray(address, end));
}
function withText(text, use) {
    const encoded = new TextEncoder().encode(text);
    const address = wasm.take(encoded.length);
    new Uint8Array(wasm.memory.buffer).set(encoded, address);
    const result = use(address, encoded.length);
    wasm.clear();
    return result;
}

// ---- Values ----

const dayOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS;
const isoOf = (day) => new Date(day * MILLISECONDS).toISOString().slice(0, 10);
function codeOf(names, name) {
    const code = withText(name, (address, length) => wasm.code(names, address, length));
    if (code < FACE_ERROR + 1000) {
        throw new Error(`no code for the name ${name}`);
    }
    return code;
}
const optional = (text, value) => (text === '' ? UNKNOWN : value(text));
const dayOrNone = (text) => (text === 'none' ? NONE : dayOf(text));
const PERMIT = codeOf(TERM, 'permanent_residence_permit');
const IN_RUSSIA = codeOf(LOCATION, 'in_russia');
const permit = (iso, reading = '') =>
    [PERMIT, dayOf(iso), IN_RUSSIA, UNKNOWN, optional(reading, (name) => codeOf(READING, name))];
const outcome = (name) => FACE_OUTCOME + codeOf(OUTCOME, name);
const through = (iso) => (arguments_) => equal(wasm.extension(...arguments_), dayOf(iso));

// ---- Checks ----

check('the module imports nothing', WebAssembly.Module.imports(module).map((one) => `${one.module}.${one.name}`));

const dates = [];
let count = 0;
for (let day = dayOf('0001-01-01'); day <= dayOf('9999-12-31'); day++) {
    const date = new Date(day * MILLISECONDS);
    count++;
    if (wasm.day(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) !== day) {
        dates.push(isoOf(day));
    }
}
check('every day from 0001-01-01 to 9999-12-31 has the number that JavaScript gives it',
    [...dates, ...equal(count, 3652059)]);

const notDates = [];
for (let year = 1; year <= 9999; year++) {
    for (let month = 1; month <= 12; month++) {
        const next = year === 9999 && month === 12 ? dayOf('9999-12-31') + 1
            : wasm.day(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1);
        const length = next - wasm.day(year, month, 1);
        if (wasm.day(year, month, 0) !== NOT_A_DAY || wasm.day(year, month, length + 1) !== NOT_A_DAY) {
            notDates.push(`${year}-${month}`);
        }
    }
}
check('the day before the first and the day after the last of every month are no days of it', notDates);
check('the text 2021-12-31 is read', equal(withText('2021-12-31', wasm.parse_day), dayOf('2021-12-31')));

check('a residence permit that ends on 31 December 2021 is valid through 18 July 2022',
    through('2022-07-18')(permit('2021-12-31')));
check('a residence permit that ends on 1 January 2022 is valid through 19 July 2022',
    through('2022-07-19')(permit('2022-01-01')));
check('of one that ends on 30 September 2021 the literal reading says nothing',
    equal(wasm.extension(...permit('2021-09-30', 'literal')), outcome('silent')));
check('the suspension adds 199 days to it: 17 April 2022', through('2022-04-17')(permit('2021-09-30', 'suspension')));
check('the fixed day makes it 18 July 2022', through('2022-07-18')(permit('2021-09-30', 'fixed_day')));
check('without a reading the readings disagree', equal(wasm.extension(...permit('2021-09-30')), outcome('conflict')));

// ---- Vectors ----

const FACTS = ['term', 'last_day', 'location', 'issued_on', 'reading'];
const ANSWERS = ['case', 'law', 'question', 'outcome', 'day', 'provision', 'error'];
const [first, ...lines] = (await readFile(vectorsPath, 'utf8')).trimEnd().split('\n').map((line) => line.split('\t'));
const missing = [...FACTS, ...ANSWERS].filter((name) => !first.includes(name));
const wrongRows = missing.map((name) => `there is no column ${name}`);
let rows = 0;
for (const line of lines) {
    const row = Object.fromEntries(first.map((name, place) => [name, line[place]]));
    const others = first.filter((name) => !FACTS.includes(name) && !ANSWERS.includes(name));
    if (row.law !== 'statement' || row.question !== 'extension' || others.some((name) => row[name] !== '')) {
        continue;
    }
    rows++;
    const given = [optional(row.term, (name) => codeOf(TERM, name)), optional(row.last_day, dayOrNone),
        optional(row.location, (name) => codeOf(LOCATION, name)), optional(row.issued_on, dayOrNone),
        optional(row.reading, (name) => codeOf(READING, name))];
    const expected = row.error ? FACE_ERROR + codeOf(ERROR, row.error)
        : row.outcome === 'yes' && row.day ? dayOrNone(row.day) : outcome(row.outcome);
    const answer = wasm.extension(...given);
    const provision = row.error ? '' : textAt(wasm.provision(...given));
    if (answer !== expected || provision !== row.provision) {
        wrongRows.push(`${row.case}: given ${answer} by "${provision}", expected ${expected} by "${row.provision}"`);
    }
}
if (rows < LEAST_VECTORS) {
    wrongRows.push(`${rows} rows have these facts alone, expected at least ${LEAST_VECTORS}`);
}
check('the vectors of term, last day, location, day of issue and reading', wrongRows);
console.log(`# ${rows} vectors`);

// ---- Explanations ----

function explained(language, capacity, arguments_) {
    const buffer = wasm.take(capacity);
    const length = wasm.explain(buffer, capacity, language, ...arguments_);
    const text = textAt(buffer);
    wasm.clear();
    return { length, text };
}
const LANGUAGES = [[ENGLISH, 'English', 'up to and including 18 July 2022'],
    [RUSSIAN, 'Russian', 'по 18 июля 2022 г. включительно']];
for (const [language, name, day] of LANGUAGES) {
    const { length, text } = explained(language, 16384, permit('2021-12-31'));
    check(`the explanation in ${name} names the provision S1 and the day, and is as long as it says`,
        [...equal(/\bS1\b/.test(text), true), ...equal(text.includes(day), true),
            ...equal(length, new TextEncoder().encode(text).length)].map((wrong) => `${wrong}: ${text}`));
}
const whole = explained(RUSSIAN, 16384, permit('2021-12-31'));
const cut = explained(RUSSIAN, 100, permit('2021-12-31'));
check('an explanation that does not fit is cut at a character, and says how long it is',
    [...equal(cut.length, whole.length), ...equal(whole.text.startsWith(cut.text), true),
        ...equal(new TextEncoder().encode(cut.text).length > 90, true)]);

console.log(`# the module has ${bytes.length} bytes`);
console.log(`1..${tests}`);
process.exitCode = failures ? 1 : 0;
