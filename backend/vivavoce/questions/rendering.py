"""Markdown of a pack to safe HTML and to plain text; made once, when a version is loaded."""

from __future__ import annotations

import html
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_TAGS = {
    *("a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "span", "strong"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_ATTRIBUTES = {"a": {"href", "title"}, "code": {"class"}, "ol": {"start"}, "pre": {"class"}, "span": {"class"}}
_SCHEMES = {"http", "https", "mailto"}


def to_html(markdown: str) -> str:
    """HTML that holds nothing but the allowed tags; raw HTML in the source is shown as text."""
    rendered: str = _parser().render(markdown)
    return nh3.clean(rendered, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES).strip()


def code_to_html(code: str, language: str) -> str:
    """A highlighted block of code, with Pygments' short class names."""
    block = f'<pre class="code"><code class="language-{html.escape(language)}">{_spans(code, language)}</code></pre>'
    return nh3.clean(block, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES)


def to_plain_text(markdown: str) -> str:
    """The words of the prose, a paragraph or list item a line; fenced code is left out."""
    lines = []
    for token in _parser().parse(markdown):
        if token.type == "inline":
            lines.append("".join(_plain(child) for child in token.children or []))
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _plain(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return str(token.content) if token.type in {"text", "code_inline"} else ""


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "highlight": _block}).enable("table")


def _block(code: str, language: str, _attributes: str) -> str:
    return code_to_html(code.rstrip("\n"), language or "text")


def _spans(code: str, language: str) -> str:
    formatter = HtmlFormatter(nowrap=True)
    spans: str = highlight(code, _lexer(language), formatter)
    return spans.rstrip("\n")


@lru_cache(maxsize=32)
def _lexer(language: str) -> Lexer:
    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return get_lexer_by_name("text")
