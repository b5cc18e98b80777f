"""The cases of entry for education, by table B.7."""

STUDENT = {"role": "student", "level": "higher", "residence_state": "none", "route": "air", "direct": "no", "listed": "no",
           "regime": "visa_free", "notice_days": "14", "pcr_hours": "48", "other_ground": "no"}
LISTED = STUDENT | {"on_day": "2021-10-01", "citizenship": "IR", "listed": "yes"}
LEVELS = ("higher", "vocational", "preparatory", "general", "other")

DAYS = ("2020-03-17", "2020-03-18", "2020-03-29", "2020-03-30", "2020-07-31", "2020-08-01", "2021-03-15", "2021-03-16",
        "2021-03-20", "2021-03-21", "2021-03-30", "2021-03-31", "2021-04-13", "2021-04-14", "2021-06-27", "2021-06-28",
        "2021-06-30", "2021-07-01", "2021-08-26", "2021-08-27", "2021-11-30", "2021-12-01", "2021-12-05", "2021-12-06",
        "2021-12-07", "2021-12-08", "2022-03-29", "2022-03-30", "2022-07-14", "2022-07-15", "2022-10-20", "2022-10-21", None)

# The list of row 7: the states by their first day, and the day before.
LIST = {("2020-07-31", "2020-08-01"): "GB TZ TR", ("2020-08-14", "2020-08-15"): "CH", ("2020-09-02", "2020-09-03"): "EG AE MV",
        ("2020-09-20", "2020-09-21"): "BY KZ KG", ("2020-09-26", "2020-09-27"): "KR", ("2020-10-14", "2020-10-15"): "RS CU",
        ("2020-10-31", "2020-11-01"): "JP", ("2020-11-12", "2020-11-13"): "ET SC", ("2021-01-26", "2021-01-27"): "VN IN FI QA",
        ("2021-02-07", "2021-02-08"): "GR SG", ("2021-02-14", "2021-02-15"): "AZ AM",
        ("2021-03-30", "2021-03-31"): "VE DE SY TJ UZ LK",
        ("2021-06-27", "2021-06-28"): "AT BE BG HU JO IE IT CY CN LB LI LU MU MA MK US HR", ("2021-11-30", "2021-12-01"): "MN"}

# Those of the green list, those of later lists without a day, and some of none.
GREEN = ("XA AZ AM BY VN GR EG IN KZ QA KG CU MV AE SC RS SG TZ TR FI CH ET KR XO JP DE SY UZ LK TJ VE SA MX PT IS MT AT HR "
         "HU LB LU MA MU IR UA XD XL").split()


def changed(base, **facts):
    """The facts with some of them changed; None makes one unknown."""
    return {fact: value for fact, value in (base | facts).items() if value is not None}


def the_days_of_every_row(add):
    for day in DAYS:
        for state in ("GB", "IN", "DE", "US", "SA", "XA", "MN", "IR", "none"):
            for direct in ("yes", "no"):
                add(STUDENT, on_day=day, citizenship=state, direct=direct)
        for route in ("land", "rail", "sea", "river"):
            for border in ("KZ", "MN", "FI") if route == "land" else ("KZ",):
                for state in ("KZ", "IR"):
                    add(STUDENT, on_day=day, citizenship=state, route=route, border=border, direct=None, listed="yes")
        iranian = changed(STUDENT, on_day=day, citizenship="IR")
        add(iranian, other_ground="yes")
        add(iranian, other_ground="yes", route="land", border="FI", direct=None)
        add(iranian, other_ground=None)
        add(STUDENT, on_day=day, citizenship="none", residence_state="DE", direct="yes")
        add(iranian, residence_state="GB", direct="yes")
        add(iranian, residence_state="GB")
        add(iranian, residence_state=None, direct="yes")
        add(iranian, listed="yes")


def states(add):
    for (before, first), named in LIST.items():
        for state in named.split():
            for day in (before, first):
                add(STUDENT, on_day=day, citizenship=state, direct="yes", notice_days="0")
            add(STUDENT, on_day=first, citizenship="IR", residence_state=state, direct="yes", notice_days="0")
    for state in GREEN:
        for day in ("2021-03-20", "2021-03-21", "2021-03-30", "2021-03-31", "2021-08-26"):
            add(STUDENT, on_day=day, citizenship=state, notice_days="10")


def notice_and_test_of_the_green_list(add):
    for notice in ("9", "10", None):
        for hours in ("72", "73", "none", None):
            for level in LEVELS:
                for state in ("AM", "XA"):
                    add(STUDENT, on_day="2021-04-10", citizenship=state, notice_days=notice, pcr_hours=hours, level=level)


def visa_notice_and_test_of_the_listed(add):
    for left in ("none", "0", "34", "35", "44", "45", "46", None):
        for notice in ("0", "9", "10", "13", "14", "15", None):
            add(LISTED, regime="visa", visa_days_left=left, notice_days=notice)
        for regime in ("visa_free", "eaeu", None):
            add(LISTED, regime=regime, visa_days_left=left)
    for day in ("2021-08-27", "2021-12-05", "2021-12-06", "2021-12-07", "2021-12-08", "2022-07-14", "2022-07-15", "2022-10-20",
                "2022-10-21"):
        for hours in ("0", "48", "49", "60", "72", "73", "none", None):
            tested = changed(LISTED, on_day=day, pcr_hours=hours)
            add(tested)
            add(tested, notice_days="9")
            add(tested, notice_days="13")
            for listed in ("yes", "no"):
                add(tested, citizenship="US", direct="yes", listed=listed)
            add(tested, citizenship="US", listed="no")
            add(tested, listed="no")
    for day in ("2021-12-05", "2021-12-06", "2021-12-07", "2021-12-08"):
        for hours in ("48", "49", "72", "73"):
            add(LISTED, on_day=day, pcr_hours=hours, citizenship="DE", direct="yes", regime="visa", visa_days_left="none")


def days_that_are_counted(add):
    """Notice and visa by the two days they come from, at their limits; given as a number too, or against it."""
    for notified in ("2021-09-16", "2021-09-17", "2021-09-18", "2021-09-21", "2021-09-22", "2021-10-01", "2021-10-02"):
        add(LISTED, notice_days=None, notified_on=notified)
    for last in ("2021-11-03", "2021-11-04", "2021-11-05", "2021-11-14", "2021-11-15", "2021-09-30", "none"):
        add(LISTED, regime="visa", visa_last_day=last)
    for notice in ("13", "14"):
        add(LISTED, notice_days=notice, notified_on="2021-09-17")
    for left in ("44", "45", "none"):
        add(LISTED, regime="visa", visa_days_left=left, visa_last_day="2021-11-15")
    add(LISTED, regime="visa", visa_days_left="none", visa_last_day="none")
    for notified in ("2021-03-31", "2021-04-01"):
        add(STUDENT, on_day="2021-04-10", citizenship="AM", notice_days=None, notified_on=notified)


def roles_and_levels(add):
    for role in ("student", "parent_first", "parent_second", None):
        for level in (*LEVELS, None):
            for listed in ("yes", "no", None):
                for day in ("2021-08-26", "2021-10-01"):
                    add(LISTED, on_day=day, role=role, level=level, listed=listed)
                add(LISTED, role=role, level=level, listed=listed, pcr_hours="none")


def land_borders(add):
    for day in ("2022-03-29", "2022-03-30", "2022-07-14"):
        for border in ("KZ", "MN", "FI", None):
            for state in ("KZ", "MN", "none", None):
                add(STUDENT, on_day=day, route="land", border=border, citizenship=state, direct=None)
            add(STUDENT, on_day=day, route="land", border=border, citizenship="IR", residence_state="KZ", direct=None)
            add(STUDENT, on_day=day, border=border, citizenship="KZ", route=None)


def missing_facts(add):
    """One fact missing around some cases, also strictly; and with it the citizenship, or the day."""
    for base in (STUDENT | {"on_day": "2021-01-30", "citizenship": "IN", "direct": "yes"},
                 STUDENT | {"on_day": "2021-05-01", "citizenship": "GB"}, STUDENT | {"on_day": "2021-04-01", "citizenship": "AM"},
                 STUDENT | {"on_day": "2021-07-10", "citizenship": "IR"}, LISTED,
                 LISTED | {"regime": "visa", "visa_days_left": "45"}, LISTED | {"on_day": "2021-12-06", "pcr_hours": "60"},
                 STUDENT | {"on_day": "2022-08-01", "citizenship": "IR"}, STUDENT | {"on_day": "2020-06-01", "citizenship": "IR"}):
        for fact in base:
            for strict in ("", "yes"):
                add(base, strict=strict, **{fact: None})
        for other in ("citizenship", "on_day"):
            for fact in ("direct", "listed", "pcr_hours", "notice_days"):
                add(base, **{fact: None, other: None})


def entry_cases(cases):
    def add(base, strict="", **facts):
        cases.add("education_entry", changed(base, **facts), strict=strict)
    for family in (the_days_of_every_row, states, notice_and_test_of_the_green_list, visa_notice_and_test_of_the_listed,
                   days_that_are_counted, roles_and_levels, land_borders, missing_facts):
        family(add)
