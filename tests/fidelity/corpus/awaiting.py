"""``await``, ``async for`` and ``async with`` at top level."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "await_a_sleep",
        r"""
import asyncio
await asyncio.sleep(0)
done = True
# %%
def f0():
    return done
""",
        "f0()",
    ),
    entry(
        "await_a_result",
        r"""
async def load(n):
    return list(range(n))
# %%
data = await load(4)
# %%
def total():
    return sum(data)
""",
        "total()",
    ),
    entry(
        "await_as_last_expression",
        r"""
async def five():
    return 5
await five()
# %%
got = _
""",
        "got",
    ),
    entry(
        "await_gather",
        r"""
import asyncio
async def square(x):
    await asyncio.sleep(0)
    return x * x
# %%
squares = await asyncio.gather(*(square(i) for i in range(4)))
""",
        "squares",
    ),
    entry(
        "await_for_its_effect",
        r"""
seen = []
async def record(x):
    seen.append(x)
# %%
await record(1)
await record(2)
# %%
def f0():
    return seen
""",
        "f0()",
    ),
    entry(
        "async_for",
        r"""
async def batches():
    for i in range(3):
        yield i * 10
# %%
collected = []
async for b in batches():
    collected.append(b)
# %%
def f0():
    return collected + [b]
""",
        "f0()",
    ),
    entry(
        "async_with",
        r"""
class Session:
    events = []
    async def __aenter__(self):
        self.events.append("open")
        return self
    async def __aexit__(self, *error):
        self.events.append("closed")
# %%
async with Session() as s:
    s.events.append("used")
# %%
def f0():
    return Session.events
""",
        "f0()",
    ),
    entry(
        "async_comprehension",
        r"""
async def numbers():
    for i in range(5):
        yield i
# %%
odd = [n async for n in numbers() if n % 2]
""",
        "odd",
    ),
    entry(
        "await_in_condition_and_loop",
        r"""
async def ready(k):
    return k > 2
k = 0
while not await ready(k):
    k += 1
if await ready(k):
    status = "ready"
# %%
def f0():
    return [k, status]
""",
        "f0()",
    ),
    entry(
        "task_kept_and_awaited_later",
        r"""
import asyncio
async def work():
    await asyncio.sleep(0)
    return 8
task = asyncio.create_task(work())
# %%
result = await task
# %%
def f0():
    return result
""",
        "f0()",
    ),
    entry(
        "nest_asyncio_guard",
        r"""
import asyncio
async def main():
    return 3
try:
    loop = asyncio.get_running_loop()
    value = await main()
except RuntimeError:
    value = -1
# %%
def f0():
    return value
""",
        "f0()",
    ),
]
