"""Objects and classes of the notebook that top-level code changes."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "setattr_of_an_object",
        r"""
class Config: pass
c = Config()
setattr(c, "lr", 0.1)
for name, value in [("width", 8), ("depth", 2)]:
    setattr(c, name, value)
# %%
def f0():
    return [c.lr, c.width, c.depth]
""",
        "f0()",
    ),
    entry(
        "vars_update",
        r"""
class Args: pass
a = Args()
vars(a).update(batch=4, epochs=2)
a.__dict__["extra"] = 1
# %%
def f0():
    return sorted(vars(a).items())
""",
        "f0()",
    ),
    entry(
        "delattr",
        r"""
class Net:
    mode = "class"
n = Net()
n.mode = "object"
delattr(n, "mode")
# %%
def f0():
    return n.mode
""",
        "f0()",
    ),
    entry(
        "own_methods_change_state",
        r"""
class Counter:
    def __init__(self):
        self.n = 0
    def tick(self):
        self.n += 1
        return self
    def set(self, n):
        self.n = n
# %%
c = Counter()
c.tick()
c.tick().tick()
# %%
d = Counter()
d.set(40)
# %%
def f0():
    return [c.n, d.n]
""",
        "f0()",
    ),
    entry(
        "fit_then_predict",
        r"""
class Line:
    def fit(self, x, y):
        mx, my = sum(x) / len(x), sum(y) / len(y)
        self.w = sum((a - mx) * (b - my) for a, b in zip(x, y)) / sum((a - mx) ** 2 for a in x)
        self.b = my - self.w * mx
    def predict(self, x):
        return self.w * x + self.b
# %%
model = Line()
model.fit([0, 1, 2], [1, 3, 5])
# %%
def answer(x):
    return model.predict(x)
""",
        "answer(10)",
    ),
    entry(
        "object_inside_a_list_changes",
        r"""
class P:
    def __init__(self, v): self.v = v
    def step(self): self.v -= 1
params = [P(5), P(7)]
for p in params:
    p.step()
params[0].v *= 10
# %%
def f0():
    return [p.v for p in params]
""",
        "f0()",
    ),
    entry(
        "two_objects_share_one",
        r"""
class Opt:
    def __init__(self, net): self.net = net
    def step(self): self.net["w"] -= 0.5
net = {"w": 2.0}
opt = Opt(net)
# %%
opt.step()
opt.step()
# %%
def f0():
    return net["w"]
""",
        "f0()",
    ),
    entry(
        "operators_with_effects",
        r"""
class Net:
    def __init__(self): self.parts = []
    def __iadd__(self, part):
        self.parts.append(part)
        return self
    def __setitem__(self, k, v):
        self.parts[k] = v
    def __lshift__(self, part):
        self.parts.append(part)
        return self
net = Net()
net += "conv"
net << "pool" << "dense"
net[0] = "conv3"
# %%
def f0():
    return net.parts
""",
        "f0()",
    ),
    entry(
        "setter_of_a_property",
        r"""
class Layer:
    changes = 0
    @property
    def w(self): return self._w
    @w.setter
    def w(self, value):
        Layer.changes += 1
        self._w = value * 2
layer = Layer()
layer.w = 3
layer.w = 4
# %%
def f0():
    return [layer.w, Layer.changes]
""",
        "f0()",
    ),
]
