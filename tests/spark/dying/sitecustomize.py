"""On the path of a job's processes: the first of its workers that decided a batch is killed before it can hand it on."""

import os
import signal
import sys

if "pyspark.daemon" in sys.orig_argv:
    from statusrules import columns

    extension = columns.extension

    def decide_and_die(*arguments, **parameters):
        found = extension(*arguments, **parameters)
        try:
            os.close(os.open(os.environ["DIED"], os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return found  # another worker, or the task run again
        os.kill(os.getpid(), signal.SIGKILL)

    columns.extension = decide_and_die
