"""Timelines of a case and of the last valid days of a register, and what a decree changes; with matplotlib, or as
standalone SVG without it.

Colours are told apart by people who do not see every colour, and every bar says its day.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import _svg, _timeline
from ._answer import Answer
from ._impact import Impact
from ._values import Language

__all__ = ["impact", "impact_svg", "last_valid_days", "last_valid_days_svg", "timeline", "timeline_svg"]

_TITLE = "Last valid days by month"


def timeline_svg(answer: Answer, language: Language = "en") -> str:
    """The timeline of a case as standalone SVG, 700 pixels wide: the document, the windows of the acts, the extension
    by reading, the day asked.

    :raises ValueError: the answer is about no document, or one without last day
    """
    return _svg.timeline_svg(_timeline.of_case(answer, language))


def last_valid_days_svg(days: Mapping[str, Any], title: str = _TITLE) -> str:
    """How many documents have their last valid day in each month, as standalone SVG.

    :param days: label -> days, such as one entry a reading; missing days are left out
    """
    return _svg.months_svg(_timeline.of_register(days), title)


def impact_svg(impact: Impact, language: Language = "en") -> str:
    """How many rows of a register a decree changes, by transition, with the first and last days, as standalone SVG."""
    return _svg.counts_svg(_timeline.of_impact(impact, language))


def timeline(answer: Answer, ax: Any = None, language: Language = "en") -> Any:
    """The timeline of a case, drawn with matplotlib on ``ax`` or a figure of its own.

    :returns: the axes
    :raises ValueError: the answer is about no document, or one without last day
    """
    import matplotlib.dates
    import matplotlib.pyplot

    dates: Any = matplotlib.dates

    shown = _timeline.of_case(answer, language)
    if ax is None:
        figure, ax = matplotlib.pyplot.subplots(figsize=(7, 1 + 0.42 * len(shown.rows)), layout="constrained")
        # A long title has the whole width.
        figure.suptitle(shown.title, x=0.01, ha="left", fontsize=11)
    else:
        ax.set_title(shown.title, loc="left", fontsize=11)
    first, last = dates.date2num(shown.first), dates.date2num(shown.last)
    for i, row in enumerate(shown.rows):
        for bar in row.bars:
            start = dates.date2num(bar.first)
            wide = dates.date2num(bar.last) + 1 - start
            ax.barh(i, wide, left=start, height=0.6, color=_timeline.COLOURS[bar.kind], edgecolor="black", linewidth=0.5,
                    alpha=0.7 if bar.kind == "window" else 1, linestyle="--" if bar.is_open else "-")  # fmt: skip
            if bar.text:
                inside = wide > 0.3 * (last - first)
                after = start + wide + 0.3 * (last - first) < last
                place = start + wide / 2 if inside else start + wide if after else start
                ax.annotate(bar.text, (place, i), (0 if inside else 4 if after else -4, 0), textcoords="offset points",
                            ha="center" if inside else "left" if after else "right", va="center", fontsize=9,
                            color="white" if inside else "black")  # fmt: skip
        if row.text:
            ax.annotate(row.text, (first, i), (6, 0), textcoords="offset points", va="center", fontsize=9, style="italic")
    if shown.asked is not None:
        ax.axvline(dates.date2num(shown.asked), color=_timeline.COLOURS["asked"], linewidth=2, linestyle="--",
                   zorder=2.5, label=f"{shown.asked_text} {shown.asked}")  # fmt: skip
        ax.legend(loc="upper right", bbox_to_anchor=(1, -0.08), fontsize=8, frameon=False)
    ax.set_yticks(range(len(shown.rows)), [row.label for row in shown.rows])
    ax.set_ylim(len(shown.rows) - 0.4, -0.6)
    ax.set_xlim(first, last)
    locator = dates.AutoDateLocator(minticks=4, maxticks=8)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(dates.DateFormatter("%Y-%m"))
    ax.grid(axis="x", color="#dddddd")
    ax.set_axisbelow(True)
    return ax


def last_valid_days(days: Mapping[str, Any], axes: Any = None, title: str = _TITLE) -> Any:
    """How many documents have their last valid day in each month, drawn with matplotlib: one panel a label.

    :param days: label -> days, such as one entry a reading; missing days are left out
    :param axes: as many axes as labels; None: a figure of its own
    :returns: the axes
    """
    import matplotlib.dates
    import matplotlib.pyplot

    dates: Any = matplotlib.dates

    months = _timeline.of_register(days)
    if axes is None:
        _, axes = matplotlib.pyplot.subplots(len(months.counts), 1, figsize=(7, 0.8 + 1.4 * len(months.counts)), sharex=True,
                                             sharey=True, squeeze=False, layout="constrained")  # fmt: skip
        axes = axes[:, 0]
        axes[0].figure.suptitle(title, fontsize=11)
    starts = [dates.date2num(month) for month in months.months]
    for i, (label, counts) in enumerate(months.counts.items()):
        ax, peak = axes[i], months.peaks[label]
        ax.bar(starts, counts, width=27, align="edge", color=_timeline.READING_COLOURS[i % len(_timeline.READING_COLOURS)])
        ax.set_title(f"{label}: most on {peak[0]}, {peak[1]:,}" if peak else f"{label}: none", loc="left", fontsize=9)
        ax.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
        ax.spines[["top", "right"]].set_visible(False)
        locator = dates.AutoDateLocator(minticks=4, maxticks=8)
        ax.xaxis.set_major_locator(locator)
        ax.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
    return axes


def impact(impact: Impact, ax: Any = None, language: Language = "en") -> Any:
    """How many rows of a register a decree changes, by transition, drawn with matplotlib on ``ax`` or a figure of its own.

    :returns: the axes
    """
    import matplotlib.pyplot
    import matplotlib.ticker

    counts = _timeline.of_impact(impact, language)
    if ax is None:
        _, ax = matplotlib.pyplot.subplots(figsize=(7, 0.9 + 0.5 * len(counts.rows)), layout="constrained")
    most = max((n for _, n, _ in counts.rows), default=1)
    for i, (label, n, text) in enumerate(counts.rows):
        ax.barh(i, n, height=0.4, color=_timeline.COLOURS["extension"], edgecolor="black", linewidth=0.5)
        ax.annotate(label, (0, i - 0.24), (2, 2), textcoords="offset points", va="bottom", fontsize=9)
        ax.annotate(f"{n:,}  {text}".rstrip(), (n, i), (4, 0), textcoords="offset points", va="center", fontsize=9)
    ax.set_ylim(max(len(counts.rows), 1) - 0.6, -0.8)
    ax.set_xlim(0, most * 1.8)
    ax.set_yticks([])
    ax.xaxis.set_major_locator(matplotlib.ticker.MaxNLocator(5, integer=True))
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    ax.spines[["top", "right"]].set_visible(False)
    ax.set_title(counts.title, loc="left", fontsize=11)
    ax.set_xlabel(counts.below, fontsize=9, loc="left")
    return ax
