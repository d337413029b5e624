"""What a reader of a web page sees, and where in the file each piece of it stands.

Written for pages as they are: end tags missing, quotes unclosed. One pass, linear in the length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from paripassu.read.bag import bag

__all__ = ["Seen", "visible"]

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_ATTRIBUTE = re.compile(r"""([a-zA-Z_:-]{1,40})\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_CLOSE = {name: re.compile(rf"</{name}\b[^>]{{0,200}}>?", re.I) for name in ("script", "style", "title", "textarea")}
_LINKED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_HIDDEN = frozenset(("script", "style", "textarea"))
_FURNITURE = bag("nav footer aside form button select noscript template svg iframe")
_VOID = bag("area base br col embed hr img input link meta source track wbr")
_BLOCK = bag(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p pre section "
    "summary table tbody td th thead tr ul"
)
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|share|sharing|social|related|recommended|newsletter|subscribe|subscription|"
    r"cookies?|consent|breadcrumbs?|sidebar|advert\w*|ads?|promo\w*|footer|menu|navbar|navigation|masthead|popular|"
    r"trending|tags|paywall|skip-link)(?:$|[\s_-])",
    re.I,
)
_DATED = bag(
    "article:published_time datepublished date pubdate publishdate publish-date dc.date dc.date.issued "
    "og:published_time parsely-pub-date sailthru.date article.published date.issued"
)


@dataclass(slots=True)
class Seen:
    """The visible text; ``text_at``/``raw_at``/``width`` hold one entry a piece (see `Page.span`)."""

    text: str = ""
    furniture: tuple[tuple[int, int], ...] = ()
    said: dict[str, str] = field(default_factory=dict)
    text_at: list[int] = field(default_factory=list)
    raw_at: list[int] = field(default_factory=list)
    width: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Tag:
    name: str
    start: int
    end: int
    closing: bool
    body: str
    partner: int = -1


def visible(raw: str) -> Seen:
    """The text of a page without its furniture."""
    tags, said = _tags(raw)
    _pair(tags)
    skip = _furniture(raw, tags)
    seen, parts, length = Seen(said=said), [], 0
    at = 0

    def add(text: str, start: int, width: int = 0) -> None:
        nonlocal length
        parts.append(text)
        seen.text_at.append(length)
        seen.raw_at.append(start)
        seen.width.append(width)
        length += len(text)

    def flow(start: int, end: int) -> None:
        for found in _ENTITY.finditer(raw, start, end):
            if found.start() > start:
                add(_flat(raw[start : found.start()]), start)
            sign = unescape(found[0])
            for one in sign if sign != found[0] else ():
                add(" " if one.isspace() else one, found.start(), found.end() - found.start())
            if sign == found[0]:
                add(sign, found.start())
            start = found.end()
        if end > start:
            add(_flat(raw[start:end]), start)

    hide = iter([*skip, (len(raw), len(raw))])
    hidden = next(hide)
    for tag in [*tags, _Tag("", len(raw), len(raw), True, "")]:
        while tag.start >= hidden[1] and hidden[0] < len(raw):
            at, hidden = max(at, hidden[1]), next(hide)
        if tag.start >= hidden[0]:
            if at < hidden[0]:
                flow(at, hidden[0])
                add("\n\n", hidden[0], 1)
            at = hidden[1]
            continue
        if tag.start > at:
            flow(at, tag.start)
        if tag.name == "br":
            add("\n", tag.start, tag.end - tag.start)
        elif tag.name in _BLOCK:
            add("\n\n", tag.start, max(1, tag.end - tag.start))
        at = max(at, tag.end)
    seen.text = "".join(parts)
    seen.furniture = tuple(span for span in (_inner(raw, start, end) for start, end in skip) if span)
    return seen


def _flat(text: str) -> str:
    # One sign for one sign, so that spans stay right: a line end in the file is no line end on the page.
    return text.translate({10: " ", 13: " ", 9: " ", 160: " "})


def _tags(raw: str) -> tuple[list[_Tag], dict[str, str]]:
    tags: list[_Tag] = []
    said: dict[str, str] = {}
    at, size = 0, len(raw)
    while (start := raw.find("<", at)) >= 0:
        if raw.startswith("<!--", start):
            end = raw.find("-->", start)
            end = size if end < 0 else end + 3
            tags.append(_Tag("!", start, end, False, ""))
        elif raw.startswith(("<!", "<?"), start):
            end = raw.find(">", start)
            end = size if end < 0 else end + 1
            tags.append(_Tag("!", start, end, False, ""))
        elif found := _TAG.match(raw, start):
            end = raw.find(">", start, start + 20_000)
            end = found.end() if end < 0 else end + 1
            name, closing = found[1].lower(), raw[start + 1] == "/"
            body = raw[found.end() : end]
            if not closing and name in _CLOSE:
                stop = _CLOSE[name].search(raw, end)
                inside, end = raw[end : stop.start() if stop else size], stop.end() if stop else size
                if name == "title":
                    said.setdefault("title", unescape(inside).strip()[:300])
                elif name == "script" and (linked := _LINKED.search(inside)):
                    said.setdefault("published", linked[1])
                tags.append(_Tag("!", start, end, False, ""))
            else:
                tags.append(_Tag(name, start, end, closing, body))
                if name in ("meta", "time") and not closing:
                    _listen(name, body, said)
        else:
            end = start + 1
        at = end
    return tags, said


def _listen(name: str, body: str, said: dict[str, str]) -> None:
    has = {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(body[:2000])}
    if name == "time" and "datetime" in has:
        said.setdefault("time", has["datetime"])
    elif name == "meta":
        key = has.get("property") or has.get("name") or has.get("itemprop") or ""
        if key.lower() in _DATED and "content" in has:
            said["published"] = has["content"]


def _pair(tags: list[_Tag]) -> None:
    open_: dict[str, list[int]] = {}
    for at, tag in enumerate(tags):
        if tag.closing:
            waiting = open_.get(tag.name)
            if waiting:
                tags[waiting.pop()].partner = at
        elif tag.name not in _VOID and tag.name != "!":
            open_.setdefault(tag.name, []).append(at)


def _furniture(raw: str, tags: list[_Tag]) -> list[tuple[int, int]]:
    """Spans that are not the article. An element never closed is no furniture: it would eat the page."""
    spans = []
    for tag in tags:
        if tag.name == "!":
            continue
        if tag.partner >= 0 and (tag.name in _FURNITURE or tag.name in _HIDDEN or _named(tag)):
            spans.append((tag.start, tags[tag.partner].end))
    main = max(
        (
            (tags[tag.partner].start - tag.end, tag.end, tags[tag.partner].start)
            for tag in tags
            if tag.partner >= 0 and tag.name in ("article", "main")
        ),
        default=None,
    )
    body = next((tag.end for tag in tags if tag.name == "body" and not tag.closing), 0)
    if main and main[0] * 3 >= len(raw) - body:
        heading = next((tag for tag in tags if tag.name == "h1" and tag.partner >= 0), None)
        cut = main[1]
        if heading and heading.start < main[1]:
            cut = heading.start
        spans += [(body, cut), (main[2], len(raw))]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[1] > span[0]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _named(tag: _Tag) -> bool:
    if tag.name not in bag("div section ul ol p span header table") or tag.closing:
        return False
    return any(
        key.lower() in ("class", "id", "role") and _NAMED.search(value.strip("\"'"))
        for key, value in _ATTRIBUTE.findall(tag.body[:2000])
    )


def _inner(raw: str, start: int, end: int) -> tuple[int, int] | None:
    """The furniture's words: from the first visible sign to the last, None when it holds none."""
    first, last, at = -1, -1, start
    while at < end:
        if raw[at] == "<":
            close = raw.find(">", at, end)
            if (hidden := _TAG.match(raw, at)) and hidden[1].lower() in _HIDDEN and raw[at + 1] != "/":
                stop = _CLOSE[hidden[1].lower()].search(raw, at, end)
                at = stop.end() if stop else end
                continue
            if close > 0:
                at = close + 1
                continue
        if not raw[at].isspace():
            first, last = (at if first < 0 else first), at + 1
        at += 1
    return (first, last) if first >= 0 else None
