from __future__ import annotations

import pytest

from vivavoce.questions.rendering import code_to_html, to_html, to_plain_text


def test_markdown_becomes_html() -> None:
    assert to_html("A **b** and `c`.\n\n- one") == (
        "<p>A <strong>b</strong> and <code>c</code>.</p>\n<ul>\n<li>one</li>\n</ul>"
    )


def test_code_is_highlighted_with_short_classes() -> None:
    assert code_to_html("x = 1", "python") == (
        '<pre class="code"><code class="language-python"><span class="n">x</span> <span class="o">=</span> '
        '<span class="mi">1</span></code></pre>'
    )
    assert to_html("```sql\nSELECT 1\n```").startswith('<pre class="code"><code class="language-sql"><span class="k">')
    assert code_to_html("<b>", "no-such-language") == (
        '<pre class="code"><code class="language-no-such-language">&lt;b&gt;</code></pre>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](data:text/html;base64,AAAA)",
        "![a](https://example.org/a.png)",
        '```"><script>\nx\n```',
        "<style>p{}</style>",
        "[a](https://example.org 'x\" onclick=\"alert(1)')",
    ],
)
def test_nothing_dangerous_comes_through(text: str) -> None:
    html = to_html(text)
    for word in ("<script", "<img", "<style", 'href="javascript', 'href="data', ' onclick="', ' onerror="alert'):
        assert word not in html


def test_plain_text_keeps_words_and_drops_code() -> None:
    text = "A **b** and `c.d`\nnext.\n\n```python\nhidden = 1\n```\n\n1. [Link](https://example.org)"
    assert to_plain_text(text) == "A b and c.d next.\nLink"
