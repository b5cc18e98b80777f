"""The questions of the law `measures` other than extension, in words: one sentence a case, for the report of a failure."""

import tomllib
from pathlib import Path

NAMES = Path(__file__).resolve().parents[3] / "lib/law/names.toml"
IN_A_SENTENCE = {  # where a label alone does not fit
    "AE": "the United Arab Emirates", "GB": "the United Kingdom", "KR": "South Korea", "MV": "the Maldives",
    "SC": "the Seychelles", "TR": "Turkey", "US": "the United States", "XD": "the Donetsk People's Republic",
    "XL": "the Lugansk People's Republic"}
COUNTRIES = {one["code"]: one["en"] for one in tomllib.loads(NAMES.read_text(encoding="utf-8"))["country"]} | IN_A_SENTENCE

STATUS = {"temporary_stay": "a person temporarily staying", "temporary_residence": "a temporary resident",
          "permanent_residence": "a permanent resident", "refugee": "a refugee",
          "refugee_petitioner": "a petitioner for recognition as a refugee",
          "temporary_asylum": "a person granted temporary asylum", "asylum_petitioner": "a petitioner for temporary asylum",
          None: "a person whose status is not known"}
PLACE = {"moscow": "in Moscow", "other": "outside Moscow", None: "in a region not known"}
ACT = {"hire": "hiring", "apply_patent": "application for a patent by", "apply_work_permit": "application for a work permit for",
       "eaeu_contract": "labour contract with"}
WORKER = {"visa": "a visa worker", "visa_free": "a visa-free worker", "eaeu": "a worker from the Eurasian Economic Union",
          None: "a worker whose regime is not known"}
DECISION = {"expulsion_forced": "forced expulsion", "expulsion_independent": "expulsion by controlled independent departure",
            "deportation": "deportation", "readmission": "transfer under a readmission treaty",
            "undesirability": "undesirability of the stay", "entry_ban": "non-authorisation of entry",
            "stay_reduction": "reduction of the stay", "status_loss": "loss of refugee status or asylum",
            "annulment": "annulment of a permit", None: "a decision not known"}
EXCEPTION = {"released_from_prison": "of a person released from prison",
             "state_border_violation": "of a violator of the state border", "security_threat": "of a threat to security",
             "public_order": "of a threat to public order",
             "unsanctioned_rally": "of a participant of an unsanctioned rally"}
ROLE = {"student": "a student", "parent_first": "the first parent of a student",
        "parent_second": "the second parent of a student", None: "a person"}
LEVEL = {"higher": "higher education", "vocational": "vocational education", "preparatory": "a preparatory department",
         "general": "general education", "other": "other education"}
ROUTE = {"air": "by air", "land": "by land", "rail": "by rail", "sea": "by sea", "river": "by river"}


def joined(*parts):
    return ", ".join(part for part in parts if part)


def spaced(*parts):
    return " ".join(part for part in parts if part)


def said(facts, fact, yes, no=""):
    """What to say of a yes/no fact; nothing if it is not known."""
    return {"yes": yes, "no": no}.get(facts.get(fact), "")


def on(facts):
    return f"on {facts['on_day']}" if "on_day" in facts else "on a day not known"


def person(facts):
    """Citizenship and state of residence."""
    citizenship, residence = facts.get("citizenship"), facts.get("residence_state")
    return spaced({None: "a person whose citizenship is not known", "none": "a stateless person"}.get(
                      citizenship, f"a citizen of {COUNTRIES.get(citizenship)}"),
                  {None: "", "none": "without the residence permit of another state"}.get(
                      residence, f"with the residence permit of {COUNTRIES.get(residence)}"))


def vaccination(facts):
    who = spaced(STATUS[facts.get("legal_status")], f"aged {facts['age']}" if "age" in facts else "of an age not known",
                 said(facts, "holds_permit", "with a permit", "without a permit"))
    return "vaccination of " + joined(who, PLACE[facts.get("region")], on(facts))


def free_vaccination(facts):
    return "free vaccination of " + joined(
        STATUS[facts.get("legal_status")], said(facts, "insured", "with a policy", "without a policy"),
        said(facts, "highly_qualified", "highly qualified"),
        said(facts, "hqs_family", "of the family of a highly qualified specialist"),
        said(facts, "eaeu_worker", "a worker from the Eurasian Economic Union"),
        said(facts, "eaeu_family", "of the family of a worker from the Union"),
        PLACE[facts["region"]] if "region" in facts else "", on(facts))


def regularisation(facts):
    lawful = facts.get("lawful_through")
    return "application for regularisation by " + joined(
        person(facts), f"arrived on {facts['arrived_on']}" if "arrived_on" in facts else "arrived on a day not known",
        {None: "lawful presence not known", "none": "never lawfully present"}.get(lawful, f"lawfully present through {lawful}"),
        said(facts, "left_russia", "has left since", "has not left"), on(facts))


def work(facts):
    citizenship = facts.get("citizenship")
    country = f" from {COUNTRIES[citizenship]}" if citizenship not in (None, "none") else ""
    permit = {"yes": "with a permit or patent", "no": "without a permit or patent", None: "whose permit is not known"}
    act = f"{ACT[facts['work_act']]} " if "work_act" in facts else "an act of employment not known, "
    return act + joined(
        WORKER[facts.get("regime")] + country, "stateless" if citizenship == "none" else "",
        permit[facts.get("holds_permit")] if facts.get("work_act") == "hire" else "",
        said(facts, "identified", "identified", "not identified"),
        said(facts, "employer_hiring_permit", "employer with a hiring permit", "employer without a hiring permit"),
        said(facts, "purpose_work", "who came to work", "who did not come to work"),
        said(facts, "sanitary_kept", "sanitary measures kept", "sanitary measures not kept"), on(facts))


def moratorium(facts):
    exception = facts.get("exception")
    return joined(spaced(DECISION[facts.get("decision_kind")], EXCEPTION.get(exception)),
                  "no exception" if exception == "none" else "", on(facts))


def visa(facts):
    left, regime = facts.get("visa_days_left"), facts.get("regime")
    if regime in ("visa_free", "eaeu"):
        union = " under the Eurasian Economic Union" if regime == "eaeu" else ""
        return f"visa-free{union}" + {None: "", "none": " without a visa"}.get(left, f" with {left} days left on a visa")
    if regime == "visa":
        return {None: "needs a visa", "none": "needs a visa and has none"}.get(left, f"visa with {left} days left")
    return {None: "", "none": "no visa"}.get(left, f"{left} days left on the visa, if one is needed")


def through(facts):
    last_day = facts.get("visa_last_day")
    return {None: "", "none": "no last day of a visa"}.get(last_day, f"visa through {last_day}")


def test(facts):
    hours = facts.get("pcr_hours")
    return {None: "", "none": "no test"}.get(hours, f"test {hours} hours old")


def education_entry(facts):
    citizenship, residence = facts.get("citizenship"), facts.get("residence_state")
    level = (" of " if "role" in facts else ", ") + LEVEL[facts["level"]] if "level" in facts else ""
    return "entry of " + joined(
        ROLE[facts.get("role")] + level,
        {None: "", "none": "stateless"}.get(citizenship, f"citizen of {COUNTRIES.get(citizenship)}"),
        {None: "residence not known", "none": ""}.get(residence, f"with the residence permit of {COUNTRIES.get(residence)}"),
        spaced(ROUTE.get(facts.get("route")), f"from {COUNTRIES[facts['border']]}" if "border" in facts else ""),
        said(facts, "direct", "direct", "not direct"), said(facts, "listed", "listed", "not listed"), visa(facts),
        through(facts), f"{facts['notice_days']} days of notice" if "notice_days" in facts else "",
        f"notice on {facts['notified_on']}" if "notified_on" in facts else "", test(facts),
        said(facts, "other_ground", "with another ground", "without another ground"), on(facts))


CASE = {"vaccination": vaccination, "free_vaccination": free_vaccination, "regularisation": regularisation, "work": work,
        "moratorium": moratorium, "education_entry": education_entry}


def answer(question, outcome, day, missing):
    if not outcome:
        return "refused, since the days disagree"
    if outcome == "undetermined":
        return "undetermined without " + " and ".join("the day" if fact == "on_day" else fact.replace("_", " ")
                                                      for fact in missing)
    if question == "moratorium" and outcome in ("yes", "no"):
        return {"yes": "not to be taken", "no": "may be taken"}[outcome]
    words = {"silent": "nothing is said", "conflict": "the sources disagree"}.get(outcome, outcome)
    return words + (f", through {day}" if day else "")


def sentence(question, facts, known_on, strict, answered):
    return (CASE[question](facts) + (f", as known on {known_on}" if known_on else "") + (", strictly" if strict else "")
            + ": " + answer(question, *answered))
