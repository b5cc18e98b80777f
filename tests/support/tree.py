"""A copy of the tree, for the suites that change one."""

import shutil

from tap import run


def copy_tree(source, target):
    """What git holds or would take, and nothing that is being built in it at the same time."""
    # The tree may be another user's than the one who tests it.
    listed = run("git", "-c", "safe.directory=*", "-C", source, "ls-files", "-co", "--exclude-standard", "-z")
    for file in filter(None, listed.split("\0")):
        if (source / file).is_file():
            (target / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source / file, target / file)
