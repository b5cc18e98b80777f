"""The rows of vectors about the questions of the law `measures` other than extension: which cases, by the tables.

Each window's first and last day and the days beside them, each class of each fact, each limit and the value beside it,
single missing facts, strictly asked. The oracle answers them (write_vectors answers), never the library.
"""

import datetime
import subprocess

from entry_cases import changed, entry_cases
from sentences import DECISION, EXCEPTION, STATUS, sentence

ELIGIBILITY = ("on_day age legal_status region holds_permit insured highly_qualified hqs_family eaeu_worker eaeu_family "
               "arrived_on lawful_through left_russia citizenship residence_state work_act regime employer_hiring_permit "
               "purpose_work sanitary_kept identified decision_kind exception").split()
ENTRY = ("on_day role level citizenship residence_state route border direct listed regime visa_days_left notice_days "
         "pcr_hours other_ground notified_on visa_last_day").split()
BEFORE, AFTER = ["case", "law", "question", "known_on", "edition", "reading", "strict"], \
                ["valid_on", "outcome", "day", "provision", "error"]

# B.1, the states that are cut off, and some that are not.
STATES = ("GB TR TZ CH EG AE MV BY KZ KG KR RS CU JP ET SC XO XA FI VN IN QA GR SG AZ AM VE DE SY TJ UZ LK MD UA XD XL US "
          "CN MN IR PL").split()


def day_after(day, n):
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(n))


class Cases:
    """Cases in order, each once: question, facts, day of knowledge, strictness."""

    def __init__(self):
        self.list, self.seen = [], set()

    def add(self, question, facts, known_on="", strict=""):
        key = question, known_on, strict, tuple(sorted(facts.items()))
        if key not in self.seen:
            self.seen.add(key)
            self.list.append((question, facts, known_on, strict))


def vaccination(cases):
    staying, days = {"legal_status": "temporary_stay"}, ("2021-03-29", "2021-03-30", "2021-04-08", "2021-04-09", "2021-06-30",
                                                         "2021-07-01", "2021-11-28", "2021-11-29", "2023-01-01", None)
    people = [staying | {"region": "moscow", "holds_permit": "no"}, staying | {"region": "moscow", "holds_permit": "yes"},
              staying | {"region": "other", "holds_permit": "no"}, staying | {"holds_permit": "no"},
              staying | {"region": "moscow"},
              {"legal_status": "permanent_residence", "region": "moscow", "holds_permit": "no"},
              {"region": "moscow", "holds_permit": "no"}, {"legal_status": "refugee", "region": "other"}]
    for day in days:
        for age in ("17", "18", None):
            for who in people:
                cases.add("vaccination", changed(who, on_day=day, age=age))
    for status in filter(None, STATUS):
        for permit in ("yes", "no"):
            for region in ("moscow", "other"):
                cases.add("vaccination", {"on_day": "2021-07-21", "age": "40", "legal_status": status, "region": region,
                                          "holds_permit": permit})
    for day in ("2021-07-01", "2021-11-28", "2021-11-29"):
        cases.add("vaccination", {"on_day": day, "age": "18", "legal_status": "temporary_stay", "holds_permit": "no"},
                  strict="yes")


def free_vaccination(cases):
    for day in ("2021-06-30", "2021-07-01", "2021-07-31", "2021-08-01", "2021-11-29"):
        for status in STATUS:
            for insured in ("yes", "no", None):
                for region in (None,) if day in ("2021-06-30", "2021-11-29") else ("moscow", "other", None):
                    cases.add("free_vaccination", changed({"on_day": day}, legal_status=status, insured=insured,
                                                          region=region))
    for status in filter(None, STATUS):
        september = {"on_day": "2021-09-01", "legal_status": status}
        for circumstance in ("highly_qualified", "hqs_family", "eaeu_worker", "eaeu_family"):
            for insured in ("yes", "no", None):
                cases.add("free_vaccination", changed(september, **{circumstance: "yes"}, insured=insured))
        cases.add("free_vaccination", september, strict="yes")
        cases.add("free_vaccination", {"legal_status": status})
    cases.add("free_vaccination", {"on_day": "2021-09-01", "legal_status": "temporary_stay", "eaeu_worker": "yes",
                                   "eaeu_family": "yes"})
    # Highly qualified and a resident at once, in Moscow too, on both sides of the end of July.
    for day in ("2021-07-31", "2021-08-01"):
        for status in ("temporary_residence", "permanent_residence", "temporary_stay"):
            for region in ("moscow", "other"):
                for circumstance in ("highly_qualified", "hqs_family"):
                    cases.add("free_vaccination", {"on_day": day, "legal_status": status, "region": region,
                                                   circumstance: "yes"})


def regularisation(cases):
    late = {"on_day": "2021-06-16", "arrived_on": "2020-03-15", "lawful_through": "2021-06-15", "citizenship": "TR",
            "residence_state": "none", "left_russia": "no"}
    for day in ("2020-03-18", "2020-03-19", "2020-12-31", "2021-06-15", "2021-06-16", "2021-09-30", "2021-10-01",
                "2022-06-01", None):
        for arrived in ("2020-03-14", "2020-03-15", None):
            for lawful in ("2021-06-15", "2021-06-16", "none", None):
                for state in ("TR", "IR"):
                    cases.add("regularisation", changed(late, on_day=day, arrived_on=arrived, lawful_through=lawful,
                                                        citizenship=state))
    for state in STATES:
        for left in ("no", "yes"):
            cases.add("regularisation", changed(late, on_day="2021-09-30", citizenship=state, left_russia=left))
    for state in ("TR", "IR", "none", None):
        for residence in ("TR", "GR", "IR", "none", None):
            for arrived in ("2020-03-14", "2020-03-15"):
                for strict in ("", "yes"):
                    cases.add("regularisation", changed(late, citizenship=state, residence_state=residence,
                                                        arrived_on=arrived), strict=strict)
            cases.add("regularisation", changed(late, citizenship=state, residence_state=residence, left_russia=None))


def work(cases):
    for day in ("2020-03-14", "2020-03-15", "2020-06-15", "2020-06-16", "2020-09-15", "2020-09-16", "2020-12-15",
                "2020-12-16", "2021-06-15", "2021-06-16", "2021-12-31", "2022-01-01", "2022-08-26", "2022-08-27", None):
        for regime in ("visa", "visa_free", "eaeu"):
            base = changed({"regime": regime}, on_day=day)
            for permit in ("yes", "no"):
                cases.add("work", base | {"work_act": "hire", "holds_permit": permit, "employer_hiring_permit": "yes",
                                          "sanitary_kept": "yes", "citizenship": "IR"})
            cases.add("work", base | {"work_act": "hire", "holds_permit": "no", "employer_hiring_permit": "no",
                                      "citizenship": "UA", "identified": "yes"})
            for answer in ("yes", "no", None):
                cases.add("work", changed(base, work_act="apply_patent", purpose_work=answer))
            for answer in ("yes", "no", None):
                cases.add("work", changed(base, work_act="apply_work_permit", employer_hiring_permit=answer))
            cases.add("work", base | {"work_act": "eaeu_contract", "purpose_work": "no"})
    for kept in ("yes", "no", None):
        for strict in ("", "yes"):
            for regime in ("visa", "visa_free"):
                cases.add("work", changed({"on_day": "2020-06-15", "work_act": "hire", "regime": regime, "holds_permit": "no",
                                           "employer_hiring_permit": "yes"}, sanitary_kept=kept), strict=strict)
    hired = {"work_act": "hire", "holds_permit": "no"}
    for state in ("UA", "XD", "XL", "KZ", "none", None):
        for identified in ("yes", "no", None):
            for day in ("2022-08-26", "2022-08-27"):
                cases.add("work", changed(hired, on_day=day, regime="visa_free", citizenship=state, identified=identified))
    for day in ("2020-06-15", "2020-06-16"):
        cases.add("work", hired | {"on_day": day})
        cases.add("work", {"on_day": day, "work_act": "hire", "regime": "visa_free"})
        cases.add("work", {"on_day": day, "regime": "visa", "holds_permit": "no", "employer_hiring_permit": "yes",
                           "purpose_work": "yes"})


def moratorium(cases):
    for day in ("2020-03-14", "2020-03-15", "2020-06-15", "2020-06-16", "2020-09-15", "2020-09-16", "2020-12-15",
                "2020-12-16", "2020-12-17", "2021-06-15", "2021-06-16", "2021-09-30", "2021-10-01", "2023-01-01", None):
        base = changed({}, on_day=day)
        for decision in filter(None, DECISION):
            cases.add("moratorium", base | {"decision_kind": decision})
        for exception in ("none", *EXCEPTION):
            for decision in ("deportation", "undesirability", "annulment", "expulsion_independent"):
                cases.add("moratorium", base | {"decision_kind": decision, "exception": exception})
        if day:
            cases.add("moratorium", base)
            cases.add("moratorium", base | {"decision_kind": "deportation"}, strict="yes")
    for day, published in (("2020-03-15", "2020-04-18"), ("2020-06-15", "2020-04-18"), ("2020-06-16", "2020-06-15"),
                           ("2020-09-15", "2020-06-15"), ("2020-09-16", "2020-09-23"), ("2020-12-15", "2020-09-23"),
                           ("2020-12-16", "2020-12-17"), ("2021-06-15", "2020-12-17"), ("2021-06-16", "2021-06-15"),
                           ("2021-09-30", "2021-06-15")):
        for n in (-1, 0):
            known_on = day_after(published, n)
            for decision in ("deportation", "undesirability", "annulment"):
                cases.add("moratorium", {"on_day": day, "decision_kind": decision}, known_on)
            cases.add("moratorium", {"on_day": day, "decision_kind": "deportation", "exception": "security_threat"}, known_on)


QUESTIONS = {"measures-eligibility.tsv": (ELIGIBILITY, (vaccination, free_vaccination, regularisation, work, moratorium)),
             "measures-education-entry.tsv": (ENTRY, (entry_cases,))}


def days_between(first, last):
    """None if one is not known; the days are counted from 0 up."""
    if first is None or last is None:
        return None
    return "none" if last == "none" else str(max(0, (datetime.date.fromisoformat(last)
                                                     - datetime.date.fromisoformat(first)).days))


def counted(facts):
    """The facts with the two numbers that are counted from days, which the oracle does not count; None if they disagree."""
    found = {"notice_days": days_between(facts.get("notified_on"), facts.get("on_day")),
             "visa_days_left": days_between(facts.get("on_day"), facts.get("visa_last_day"))}
    if any(number is not None and facts.get(fact, number) != number for fact, number in found.items()):
        return None
    return changed({fact: value for fact, value in facts.items() if fact not in ("notified_on", "visa_last_day")},
                   **{fact: number for fact, number in found.items() if number is not None})


def asked(program, what, lines=()):
    return subprocess.run([program, what], input="".join(f"{line}\n" for line in lines), check=True, capture_output=True,
                          text=True).stdout.splitlines()


def lettered(program, entry):
    """The lettered and numbered cases, with their sentences: those of entry for education, or the others."""
    for line in asked(program, "cases"):
        sentence_of_case, question, facts = line.split("\t")
        if (question == "education_entry") == entry:
            yield sentence_of_case, question, dict(fact.split("=") for fact in facts.split())


def rows(program, name):
    """A file, as rows of cells: the first names the columns. Provisions are not the oracle's, and empty; instead of one
    each row ends with the row of the tables that the oracle names.
    """
    columns, tables = QUESTIONS[name]
    cases, sentences = Cases(), []
    for one, question, facts in lettered(program, columns is ENTRY):
        cases.add(question, facts)
        sentences.append(one)
    for table in tables:
        table(cases)
    sound = [facts is not None for facts in map(counted, (facts for _, facts, *_ in cases.list))]
    answers = iter(asked(program, "answers", (
        "\t".join((question, known_on, strict, " ".join(f"{fact}={value}" for fact, value in counted(facts).items())))
        for agree, (question, facts, known_on, strict) in zip(sound, cases.list) if agree)))
    yield [*BEFORE, *columns, *AFTER, "row of the tables"]
    said = {}
    for i, ((question, facts, known_on, strict), agree) in enumerate(zip(cases.list, sound, strict=True)):
        if not facts.keys() <= set(columns):
            raise ValueError(f"no column for {sorted(facts.keys() - set(columns))}")
        outcome, day, missing, row = next(answers).split("\t") if agree else ("", "", "", "")
        text = sentences[i] if i < len(sentences) else sentence(question, facts, known_on, strict,
                                                                (outcome, day, missing.split()))
        if said.setdefault(text, i) != i:
            raise ValueError(f"two cases in the same words: {text}")
        yield [text, "measures", question, known_on, "", "", strict, *(facts.get(fact, "") for fact in columns),
               "", outcome, day, "", "" if agree else "disagrees", row]
