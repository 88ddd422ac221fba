"""Small training loops, progress bars, plots."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "three_steps_of_gradient_descent",
        r"""
import numpy as np
X = np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = np.array([1.0, 2.0, 3.0])
w = np.zeros(2)
for step in range(3):
    grad = 2 * X.T @ (X @ w - y) / len(y)
    w -= 0.1 * grad
# %%
def predict(x):
    return float(np.dot(x, w))
""",
        "predict([1.0, 1.0])",
        "w.tolist()",
    ),
    entry(
        "train_function_returns_weights",
        r"""
def train(w, data, lr=0.1, epochs=3):
    history = []
    for epoch in range(epochs):
        for x, y in data:
            w -= lr * 2 * (w * x - y) * x
        history.append(w)
    return w, history
# %%
w, history = train(0.0, [(1, 2), (2, 4)])
# %%
def predict(x):
    return w * x
""",
        "predict(3)",
        "history",
    ),
    entry(
        "trainer_object",
        r"""
class Model:
    def __init__(self): self.w = 0.0
    def gradient(self, x, y): return 2 * (self.w * x - y) * x
class Trainer:
    def __init__(self, model, lr): self.model, self.lr, self.losses = model, lr, []
    def fit(self, data, epochs):
        for _ in range(epochs):
            for x, y in data:
                self.model.w -= self.lr * self.model.gradient(x, y)
            self.losses.append(sum((self.model.w * x - y) ** 2 for x, y in data))
# %%
model = Model()
trainer = Trainer(model, 0.05)
trainer.fit([(1, 3), (2, 6)], 3)
# %%
def f0():
    return [model.w, len(trainer.losses)]
""",
        "f0()",
    ),
    entry(
        "momentum_in_a_dictionary",
        r"""
params = {"w": 1.0, "b": 0.0}
velocity = {k: 0.0 for k in params}
def update(grads):
    for k in params:
        velocity[k] = 0.9 * velocity[k] - 0.1 * grads[k]
        params[k] += velocity[k]
for _ in range(3):
    update({"w": params["w"], "b": 1.0})
# %%
def f0():
    return [params["w"], params["b"]]
""",
        "f0()",
    ),
    entry(
        "train_binds_globals",
        r"""
def train():
    global weights, best_loss
    weights, best_loss = [0.0, 0.0], float("inf")
    for i in range(3):
        weights[i % 2] += 1.5
        best_loss = min(best_loss, 10 - i)
# %%
train()
# %%
def f0():
    return [weights, best_loss]
""",
        "f0()",
    ),
    entry(
        "training_goes_on_in_a_second_cell",
        r"""
w = 8.0
def step():
    global w
    w = w / 2
# %%
for _ in range(2): step()
# %%
mid = w
for _ in range(1): step()
# %%
def f0():
    return [mid, w]
""",
        "f0()",
    ),
    entry(
        "early_stopping_keeps_the_best",
        r"""
import copy
model = {"w": [0]}
best, best_score = None, -1
for epoch, score in enumerate([1, 5, 3, 2]):
    model["w"][0] = epoch
    if score > best_score:
        best, best_score = copy.deepcopy(model), score
    elif score < 3:
        break
# %%
def f0():
    return [best["w"], best_score, epoch]
""",
        "f0()",
    ),
    entry(
        "relu_network_by_hand",
        r"""
import numpy as np
np.random.seed(1)
W1 = np.random.rand(2, 3) * 0.1
W2 = np.random.rand(3, 1)
X = np.array([[1.0, 2.0]])
for _ in range(3):
    h = np.maximum(X @ W1, 0)
    err = h @ W2 - 1.0
    gW2 = h.T @ err
    gW1 = X.T @ ((err @ W2.T) * (h > 0))
    W1 -= 0.5 * gW1
    W2 -= 0.5 * gW2
# %%
def f0():
    return float((np.maximum(X @ W1, 0) @ W2)[0, 0])
""",
        "f0()",
    ),
    entry(
        "own_progress_bar",
        r"""
import sys
def progress(it):
    items = list(it)
    for k, x in enumerate(items):
        sys.stdout.write(f"\r{k + 1}/{len(items)}")
        sys.stdout.flush()
        yield x
total = 0
for x in progress(range(4)):
    total += x
# %%
def f0():
    return total
""",
        "f0()",
    ),
    entry(
        "tqdm_with_fallback",
        r"""
try:
    from tqdm.auto import tqdm
except ImportError:
    tqdm = lambda it, **k: it
losses = []
for epoch in tqdm(range(3), desc="training"):
    losses.append(1 / (epoch + 1))
# %%
def f0():
    return losses
""",
        "f0()",
    ),
    entry(
        "plot_of_a_history",
        r"""
import matplotlib.pyplot as plt
history = [3, 2, 1]
plt.plot(history, label="loss")
plt.legend(); plt.show()
history.append(0)
# %%
def f0():
    return history
""",
        "f0()",
    ),
    entry(
        "subplots_and_saved_figure",
        r"""
import os
import matplotlib.pyplot as plt
import numpy as np
fig, axes = plt.subplots(1, 2)
for k, ax in enumerate(axes.flat):
    ax.imshow(np.eye(2) * k)
    ax.set_title(f"image {k}")
fig.savefig("figure.png")
saved = os.path.exists("figure.png")
plt.close(fig)
# %%
def f0():
    return [saved, axes[1].get_title(), k]
""",
        "f0()",
    ),
    entry(
        "histogram_returns_values",
        r"""
import matplotlib.pyplot as plt
counts, edges, _ = plt.hist([1, 1, 2, 5], bins=2)
plt.title("values");
# %%
def f0():
    return [counts.tolist(), edges.tolist()]
""",
        "f0()",
    ),
    entry(
        "time_measured_around_training",
        r"""
import time
start = time.perf_counter()
acc = 0
for _ in range(3):
    acc += 1
elapsed = time.perf_counter() - start
print(f"{elapsed:.2f} s")
# %%
def f0():
    return [acc, elapsed >= 0]
""",
        "f0()",
    ),
]
