"""Small random programs, put together from the statements that dependency analysis finds hard."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.fidelity.entry import Entry

PRELUDE = """a = [1, 2]
b = [3]
n = 2
d = {"k": 1}
log = []
class Box:
    made = []
    def __init__(self):
        self.items = []
        Box.made.append(len(Box.made))
    def put(self, x):
        self.items.append(x)
        return self
    @classmethod
    def mark(cls, x):
        cls.made = cls.made + [x]
box = Box()
def grow(l):
    l.append(len(l))
    return l
def twice(f, l):
    f(l)
    return f(l)
def bump():
    global n
    n += 1
    return n
def counter():
    k = 0
    def tick():
        nonlocal k
        k += 1
        log.append(k)
        return k
    return tick
tick = counter()
def noted(f):
    log.append(f.__name__)
    return f"""

CALLS = (
    "a",
    "b",
    "n",
    "log",
    "d",
    "box.items",
    "sorted(vars(box))",
    "Box.made",
    "grow([0])",
    "twice(grow, [5])",
    "tick()",
)

ONE_LINE = st.sampled_from(
    [
        "{L} = [{i}, {j}]",
        "{L} = list({M})",
        "{L} = {M}",
        "{L} = {M} + [n]",
        "{L}, {M} = {M}, {L}",
        "n = {i}",
        "n += {i}",
        "n = len({L}) + {i}",
        "({L} if n > {i} else {M}).append({j})",
        "{L}.append({i})",
        "{L}.append(n)",
        "{L}[-1:] = [{i}]",
        "{L}[:1] = [{i}, {j}]",
        "{L} += [{i}]",
        "{L}.sort()",
        "{L}.reverse()",
        "list.append({L}, {i})",
        "grow({L})",
        "{L} = grow({M})",
        "twice(grow, {L})",
        "[grow(l) for l in ({L}, {M})]",
        "list(map(grow, [{L}]))",
        "n > {i} and {L}.append({j})",
        "bump()",
        "n = bump() + {i}",
        "{L}.append(bump())",
        "tick()",
        "tick = counter()",
        "{L}.append(tick())",
        "d['k'] = {i}",
        "d['l'] = {L}",
        "d.setdefault('l', {L}).append({i})",
        "d.update(k={i}, n=n)",
        "d['k'] += {i}",
        "box.put({i})",
        "box.put({i}).put({j})",
        "box.items = {L}",
        "{L} = box.items",
        "box.items.append({i})",
        "box = Box()",
        "Box().put({i})",
        "Box.mark({i})",
        "Box.made.append({i})",
        "setattr(box, 'x{i}', {j})",
        "vars(box).update(y{i}={j})",
        "Box.put = lambda self, x: self.items.append(x + {i}) or self",
        "grow = lambda l: l.append({i}) or l",
        "globals()['n'] = {i}",
        "exec('n = {i}')",
        "del d['k']; d['k'] = {i}",
        "len({L})",
    ]
)

BLOCKS = st.sampled_from(
    [
        "for k in range({i}):\n{body}",
        "for l in ({L}, {M}):\n    l.append({i})",
        "if n > {i}:\n{body}\nelse:\n{other}",
        "try:\n{body}\n    1 / 0\nexcept ZeroDivisionError:\n{other}",
        "try:\n{body}\nfinally:\n{other}",
        "while True:\n    n += 1\n    {L}.append(n)\n    if n > {i}:\n        break",
        "def grow(l):\n    l.append({i})\n    return l",
        "def bump():\n    global n\n    n -= 1\n    return n",
        "@noted\ndef grow(l):\n    l.insert(0, {i})\n    return l",
        "def put(self, x):\n    self.items.append(-x)\n    return self\nBox.put = put",
        "def change():\n{body_of_function}\nchange()",
    ]
)

WRAPPINGS = st.sampled_from(["{code}", "{code}", "%%time\n{code}", "%%capture out\n{code}", "# a note\n{code}"])
"""What may stand around a cell."""


@dataclass(frozen=True)
class GeneratedProgram:
    """The cells as a student wrote them, and as plain Python."""

    cells: tuple[str, ...]
    plain: str

    @property
    def entry(self) -> Entry:
        return Entry("generated", self.cells, CALLS)


@st.composite
def _filled(draw, templates, **texts):
    """A template with names of lists and small numbers for its letters."""
    lists = st.sampled_from(["a", "b"])
    numbers = st.integers(0, 4)
    return draw(templates).format(L=draw(lists), M=draw(lists), i=draw(numbers), j=draw(numbers), **texts)


@st.composite
def _statement(draw):
    """(as written, as plain Python)."""
    if draw(st.integers(0, 3)) == 0:
        lines = {name: f"    {draw(_filled(ONE_LINE))}" for name in ("body", "other")}
        body = "    global a, b, n, box, tick, grow\n" + lines["body"]
        lists = st.sampled_from(["a", "b"])
        text = draw(BLOCKS).format(
            L=draw(lists), M=draw(lists), i=draw(st.integers(0, 4)), body_of_function=body, **lines
        )
        return text, text
    line = draw(_filled(ONE_LINE))
    return (f"%time {line}" if draw(st.integers(0, 7)) == 0 else line), line


@st.composite
def programs(draw):
    """A prelude, then two to five cells of two to four statements."""
    cells, plain = [PRELUDE], [PRELUDE]
    for statements in draw(st.lists(st.lists(_statement(), min_size=2, max_size=4), min_size=2, max_size=5)):
        written, python = zip(*statements, strict=True)
        cells.append(draw(WRAPPINGS).format(code="\n".join(written)))
        plain.append("\n".join(python))
    return GeneratedProgram(tuple(cells), "\n".join(plain))
