"""Timelines and counts as standalone SVG: 700 pixels wide, no script, no font to load."""

from __future__ import annotations

import datetime
from html import escape

from ._timeline import COLOURS, READING_COLOURS, Counts, Months, Timeline

_WIDTH, _LEFT, _RIGHT, _ROW = 700, 190, 16, 30
_FONT = 'font-family="sans-serif" font-size="12"'


def _open(width: int, height: int, title: str) -> list[str]:
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" {_FONT}>',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="12" y="22" font-size="14" font-weight="bold" fill="#000000">{escape(title)}</text>',
    ]


def _text_width(text: str) -> float:
    return 6.6 * len(text)


def timeline_svg(timeline: Timeline) -> str:
    days = (timeline.last - timeline.first).days + 1
    inner = _WIDTH - _LEFT - _RIGHT
    bottom = 40 + _ROW * len(timeline.rows)

    def x(day: datetime.date) -> float:
        return _LEFT + inner * (day - timeline.first).days / days

    parts = _open(_WIDTH, bottom + 44, timeline.title)
    step = next(months for months in (1, 2, 3, 6, 12, 24, 60, 120) if days / 30.4 / months <= 8)
    month = timeline.first.year * 12 + timeline.first.month
    month += -(month - 1) % step
    while (tick := datetime.date(month // 12 + (month % 12 == 0) * -1, (month - 1) % 12 + 1, 1)) <= timeline.last:
        parts.append(f'<line x1="{x(tick):.1f}" x2="{x(tick):.1f}" y1="36" y2="{bottom}" stroke="#dddddd"/>')
        parts.append(
            f'<text x="{x(tick):.1f}" y="{bottom + 16}" text-anchor="middle" fill="#333333">{tick:%Y-%m}</text>'
        )
        month += step
    texts = []  # above the line of the day asked
    for i, row in enumerate(timeline.rows):
        top = 40 + _ROW * i
        middle = top + _ROW / 2 + 4
        parts.append(f'<text x="12" y="{middle}" fill="#000000">{escape(row.label)}</text>')
        for bar in row.bars:
            left, right = x(bar.first), x(bar.last + datetime.timedelta(1))
            opacity = ' fill-opacity="0.7"' if bar.kind == "window" else ""
            dash = ' stroke-dasharray="4 3"' if bar.is_open else ""
            parts.append(
                f'<rect x="{left:.1f}" y="{top + 6}" width="{max(right - left, 1.5):.1f}" height="{_ROW - 12}" '
                f'fill="{COLOURS[bar.kind]}"{opacity} stroke="#000000" stroke-width="0.5"{dash}>'
                f"<title>{bar.first} – {'…' if bar.is_open else bar.last}</title></rect>"
            )
            if not bar.text:
                continue
            wide = _text_width(bar.text)
            if wide + 8 < right - left:
                place, anchor, colour = (left + right) / 2, "middle", "#ffffff"
            elif right + wide + 6 < _WIDTH:
                place, anchor, colour = right + 5, "start", "#000000"
            else:
                place, anchor, colour = left - 5, "end", "#000000"
            texts.append(
                f'<text x="{place:.1f}" y="{middle}" text-anchor="{anchor}" fill="{colour}">{escape(bar.text)}</text>'
            )
        if row.text:
            texts.append(f'<text x="{_LEFT + 6}" y="{middle}" font-style="italic" fill="#000000">{escape(row.text)}</text>')
    if timeline.asked is not None:
        at = x(timeline.asked)
        parts.append(
            f'<line x1="{at:.1f}" x2="{at:.1f}" y1="36" y2="{bottom}" stroke="{COLOURS["asked"]}" stroke-width="2" '
            'stroke-dasharray="6 3"/>'
        )
        text = f"{timeline.asked_text} {timeline.asked}"
        place = min(max(at, _LEFT + _text_width(text) / 2), _WIDTH - 6 - _text_width(text) / 2)
        parts.append(
            f'<text x="{place:.1f}" y="{bottom + 34}" text-anchor="middle" fill="#a33f00">{escape(text)}</text>'
        )
    return "\n".join([*parts, *texts, "</svg>"])


def months_svg(months: Months, title: str) -> str:
    n = len(months.months)
    most = max(max(counts) for counts in months.counts.values()) or 1
    panel = 110
    height = 40 + panel * len(months.counts) + 24
    left, inner = 70, _WIDTH - 70 - _RIGHT
    parts = _open(_WIDTH, height, title)
    step = next(months_ for months_ in (1, 2, 3, 6, 12, 24, 60, 120) if n / months_ <= 9)
    for i, (label, counts) in enumerate(months.counts.items()):
        top, bottom = 40 + panel * i, 40 + panel * (i + 1) - 24
        colour = READING_COLOURS[i % len(READING_COLOURS)]
        parts.append(f'<line x1="{left}" x2="{_WIDTH - _RIGHT}" y1="{bottom}" y2="{bottom}" stroke="#333333"/>')
        parts.append(f'<text x="{left - 6}" y="{bottom}" text-anchor="end" fill="#333333">0</text>')
        parts.append(f'<text x="{left - 6}" y="{top + 24}" text-anchor="end" fill="#333333">{most:,}</text>')
        for j, count in enumerate(counts):
            if count:
                tall = max((bottom - top - 20) * count / most, 0.7)
                parts.append(
                    f'<rect x="{left + inner * j / n:.1f}" y="{bottom - tall:.1f}" width="{max(inner / n - 1, 0.8):.1f}" '
                    f'height="{tall:.1f}" fill="{colour}"><title>{months.months[j]:%Y-%m}: {count:,}</title></rect>'
                )
        peak = months.peaks[label]
        said = f"{label}: most on {peak[0]}, {peak[1]:,}" if peak else f"{label}: none"
        parts.append(f'<text x="{left + 6}" y="{top + 12}" fill="#000000">{escape(said)}</text>')
    for j in range(n):
        if (months.months[j].year * 12 + months.months[j].month - 1) % step == 0:
            at = left + inner * (j + 0.5) / n
            parts.append(
                f'<text x="{at:.1f}" y="{height - 26}" text-anchor="middle" fill="#333333">{months.months[j]:%Y-%m}</text>'
            )
    return "\n".join([*parts, "</svg>"])


def counts_svg(counts: Counts) -> str:
    row, top = 46, 40
    left, inner = 12, _WIDTH - 12 - _RIGHT
    parts = _open(_WIDTH, top + row * len(counts.rows) + 34, counts.title)
    said = [f"{n:,}  {text}".rstrip() for _, n, text in counts.rows]
    # The bars are as long as what stands beside them allows.
    scale = min(((inner - 6 - _text_width(text)) / n for text, (_, n, _) in zip(said, counts.rows)), default=1)
    for i, (label, n, _) in enumerate(counts.rows):
        y = top + row * i
        wide = max(scale * n, 1.5)
        parts.append(f'<text x="{left}" y="{y + 13}" fill="#000000">{escape(label)}</text>')
        parts.append(
            f'<rect x="{left}" y="{y + 19}" width="{wide:.1f}" height="18" fill="{COLOURS["extension"]}" '
            f'stroke="#000000" stroke-width="0.5"><title>{escape(label)}: {n:,}</title></rect>'
        )
        parts.append(
            f'<text x="{left + wide + 6:.1f}" y="{y + 33}" fill="#000000" xml:space="preserve">{escape(said[i])}</text>'
        )
    bottom = top + row * len(counts.rows) + 20
    parts.append(f'<text x="{left}" y="{bottom}" fill="#333333">{escape(counts.below)}</text>')
    return "\n".join([*parts, "</svg>"])
