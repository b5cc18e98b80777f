"""A hundred thousand calls leave the memory as it was."""

import datetime
import gc
import resource
import sys

import numpy as np
import statusrules
from statusrules import columns


def resident():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def work(n):
    day = datetime.date(2021, 12, 31)
    days = np.array(["2021-12-31"], "M8[D]")
    for i in range(n):
        answer = statusrules.extension("permanent_residence_permit", day, location="in_russia")
        if i % 20 == 0:
            answer.explain()
            try:
                statusrules.extension("visaa", "2021-13-13")
            except ValueError:
                pass
            columns.extension("permanent_residence_permit", days)


def test_a_hundred_thousand_calls_with_flat_memory():
    work(20_000)
    gc.collect()
    memory, blocks = resident(), sys.getallocatedblocks()
    work(100_000)
    gc.collect()
    assert resident() - memory < 2 * 1024 * 1024
    assert abs(sys.getallocatedblocks() - blocks) < 500
