"""Draws chart.svg from scores.csv, which measure.sh wrote. Needs nothing but Python."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from statistics import mean

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 64, 64
INK, FAINT, GRID = "#222a30", "#5d666d", "#e3e6e8"
SERIES = {"set_consistency": ("#123f63", "set consistency (DINO)"), "text_alignment": ("#b5482f", "text alignment (CLIP)")}
HERE = Path(__file__).parent


def across(strength: float) -> float:
    return LEFT + strength / 2 * (WIDTH - LEFT - RIGHT)


def down(score: float) -> float:
    return HEIGHT - BOTTOM - score * (HEIGHT - TOP - BOTTOM)


def text(x: float, y: float, words: str, anchor: str = "middle", colour: str = FAINT, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" {more}>{words}</text>'


def axes() -> list[str]:
    parts = []
    for tenth in range(0, 11, 2):
        y = down(tenth / 10)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="{GRID}"/>')
        parts.append(text(LEFT - 10, y + 5, f"{tenth / 10:.1f}", "end"))
    for quarter in range(9):
        parts.append(text(across(quarter / 4), HEIGHT - BOTTOM + 22, f"{quarter / 4:g}"))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 18, "strength: 0 plain, 1 the paper, 2 the reference counted twice"))
    return parts


def curve(points: dict[float, list[float]], colour: str) -> list[str]:
    """The mean as a line, each seed as a faint dot."""
    parts = [
        f'<circle cx="{across(strength):.1f}" cy="{down(score):.1f}" r="2.5" fill="{colour}" opacity="0.3"/>'
        for strength, scores in points.items()
        for score in scores
    ]
    line = " ".join(f"{across(strength):.1f},{down(mean(scores)):.1f}" for strength, scores in sorted(points.items()))
    parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
    for strength, scores in points.items():
        parts.append(f'<circle cx="{across(strength):.1f}" cy="{down(mean(scores)):.1f}" r="4" fill="{colour}"/>')
    return parts


def main() -> None:
    with (HERE / "scores.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    parts = axes()
    parts.append(text(LEFT, 28, "What more of a shared style costs", "start", INK, 'font-size="19" font-weight="bold"'))
    for place, (name, (colour, label)) in enumerate(SERIES.items()):
        points: dict[float, list[float]] = defaultdict(list)
        for row in rows:
            points[float(row["strength"])].append(float(row[name]))
        parts.extend(curve(points, colour))
        x = LEFT + place * 250
        parts.append(f'<path d="M{x} 47h26" stroke="{colour}" stroke-width="2.5"/>')
        parts.append(text(x + 34, 52, label, "start", INK))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="system-ui, DejaVu Sans, sans-serif" font-size="13">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )
    (HERE / "chart.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
