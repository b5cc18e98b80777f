"""``import statusrules.polars`` gives every DataFrame of Polars the namespace ``statusrules``.

>>> import datetime, polars
>>> import statusrules.polars
>>> frame = polars.DataFrame({"term": ["permanent_residence_permit"], "expires": [datetime.date(2021, 12, 31)]})
>>> frame.statusrules.extension(columns={"expires": "last_day"}, location="in_russia")["day"][0]
datetime.date(2022, 7, 18)
"""

from __future__ import annotations

import polars

from ._accessor import Register

__all__ = ["Register"]

polars.api.register_dataframe_namespace("statusrules")(Register)
