"""The reference of the Python package, made from what is installed."""

import statusrules

project = "statusrules"
author = "The statusrules authors"
release = version = statusrules.__version__
extensions = ["sphinx.ext.autodoc", "sphinx.ext.doctest"]
html_theme = "furo"
html_title = f"statusrules {version}"
nitpicky = True
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
autodoc_type_aliases = {
    name: name for name in ("Column", "Country", "CountryOrNone", "Day", "DayOrNone", "Number", "NumberOrNone", "YesNo", "Language")
}
# Names of the standard library and of aliases, which have no page here.
nitpick_ignore_regex = [("py:.*", r"(collections|datetime|typing|enum|argparse|types)\..*"), ("py:.*", r"(?!statusrules).*")]
