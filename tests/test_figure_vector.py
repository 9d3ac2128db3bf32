"""A chart as it stands in the web page: shapes alone, each id its own, whatever the words drawn look like."""

import re

from leadnet.briefing.vector import inline
from leadnet.figures.style import canvas, drawn, styled


def chart(title: str) -> str:
    """The shapes of a chart with one bar and this title."""
    with styled():
        figure, axes = canvas(3, 2)
        axes.barh([title], [1], hatch="////")
        return inline(drawn(figure, [title]).svg)[1]


def ids(shapes: str) -> set[str]:
    return set(re.findall(r' id="([^"]+)"', shapes))


def test_every_shape_a_chart_refers_to_is_in_it_and_two_charts_share_no_id():
    north, south = chart("North"), chart("South")
    referred = set(re.findall(r'(?:url\(|href=")#([^")]+)', north))
    assert len(referred) > 4 and referred == ids(north) and not ids(north) & ids(south)


def test_words_are_drawn_as_outlines_and_nothing_of_them_is_in_the_markup():
    shapes = chart('--><script>alert("North")</script><!-- \x0b')
    assert set(re.findall(r"<(\w+)", shapes)) == {"clipPath", "defs", "g", "path", "pattern", "rect", "use"}
    assert not re.search(r"North|script|<!|\x0b|xmlns|https?:", shapes)


def test_the_view_box_is_the_size_the_chart_was_drawn_at_in_points():
    with styled():
        figure, _ = canvas(3, 2)
        assert inline(drawn(figure, []).svg)[0] == "0 0 216 144"
