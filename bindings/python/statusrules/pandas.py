"""``import statusrules.pandas`` gives every DataFrame of pandas the accessor ``statusrules``.

>>> import pandas
>>> import statusrules.pandas
>>> frame = pandas.DataFrame({"term": ["permanent_residence_permit"], "expires": pandas.to_datetime(["2021-12-31"])})
>>> frame.statusrules.extension(columns={"expires": "last_day"}, location="in_russia")["day"][0].date()
datetime.date(2022, 7, 18)
"""

from __future__ import annotations

import pandas

from ._accessor import Register

__all__ = ["Register"]

pandas.api.extensions.register_dataframe_accessor("statusrules")(Register)
