"""PyTorch: changes in place, initialisation, settings, small networks."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "fill_and_zero",
        r"""
import torch
T = torch.empty(2, 2)
T.fill_(3.0)
U = torch.ones(3)
U.zero_()
U[1] = 5
# %%
def f0():
    return T.sum().item() + U.sum().item()
""",
        "f0()",
        "U.tolist()",
    ),
    entry(
        "nn_init_functions",
        r"""
import torch
from torch import nn
w = torch.empty(2, 3)
nn.init.constant_(w, 0.5)
e = torch.empty(2, 2)
nn.init.eye_(e)
# %%
def f0(x):
    return (e @ w @ torch.tensor(x)).tolist()
""",
        "f0([1.0, 2.0, 3.0])",
    ),
    entry(
        "init_of_a_layer",
        r"""
import torch
import torch.nn as nn
layer = nn.Linear(2, 1)
nn.init.ones_(layer.weight)
nn.init.zeros_(layer.bias)
# %%
def f0(x):
    return layer(torch.tensor(x)).item()
""",
        "f0([2.0, 3.0])",
    ),
    entry(
        "apply_an_init_function",
        r"""
import torch
from torch import nn
def init_weights(m):
    if isinstance(m, nn.Linear):
        m.weight.data.fill_(0.1)
        m.bias.data.fill_(1)
net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
net.apply(init_weights)
# %%
def f0(x):
    return round(net(torch.tensor(x)).item(), 5)
""",
        "f0([1.0, 1.0])",
    ),
    entry(
        "no_grad_update",
        r"""
import torch
w = torch.tensor([1.0, -2.0], requires_grad=True)
loss = (w ** 2).sum()
loss.backward()
with torch.no_grad():
    w -= 0.25 * w.grad
    w.grad.zero_()
# %%
def f0():
    return [w.detach().tolist(), w.grad.tolist()]
""",
        "f0()",
    ),
    entry(
        "backward_fills_grad",
        r"""
import torch
x = torch.tensor(3.0, requires_grad=True)
y = x ** 3
y.backward()
# %%
def slope():
    return x.grad.item()
""",
        "slope()",
    ),
    entry(
        "default_dtype",
        r"""
import torch
torch.set_default_dtype(torch.float64)
# %%
def f0():
    return str(torch.ones(2).dtype)
def f1(x):
    return torch.tensor(x).pow(2).sum().item()
""",
        "f0()",
        "f1([0.1, 0.2])",
    ),
    entry(
        "three_steps_of_sgd",
        r"""
import torch
torch.manual_seed(0)
X = torch.arange(8.0).reshape(4, 2)
y = X.sum(dim=1, keepdim=True)
model = torch.nn.Linear(2, 1)
opt = torch.optim.SGD(model.parameters(), lr=0.01)
for _ in range(3):
    opt.zero_grad()
    loss = ((model(X) - y) ** 2).mean()
    loss.backward()
    opt.step()
# %%
def f0():
    return [round(v, 4) for v in model.weight.detach().flatten().tolist()]
""",
        "f0()",
        "round(loss.item(), 4)",
    ),
    entry(
        "manual_seed_then_draws",
        r"""
import torch
torch.manual_seed(1)
A = torch.randn(2)
B = torch.randn(2)
# %%
def f0():
    return [round(v, 5) for v in B.tolist()]
""",
        "f0()",
    ),
    entry(
        "state_dict_loaded",
        r"""
import torch
from torch import nn
source = nn.Linear(1, 1)
with torch.no_grad():
    source.weight.fill_(4)
    source.bias.fill_(-1)
target = nn.Linear(1, 1)
target.load_state_dict(source.state_dict())
target.eval()
# %%
def f0(x):
    return [target(torch.tensor([x])).item(), target.training]
""",
        "f0(2.0)",
    ),
    entry(
        "save_and_load_a_file",
        r"""
import torch
torch.save({"w": torch.tensor([1.0, 2.0])}, "weights.pt")
# %%
state = torch.load("weights.pt")
# %%
def f0():
    return state["w"].tolist()
""",
        "f0()",
    ),
    entry(
        "buffers_and_modules_registered",
        r"""
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("scale", torch.tensor(2.0))
    def forward(self, x):
        return self.extra(x * self.scale)
net = Net()
net.add_module("extra", nn.Identity())
net.scale.mul_(3)
# %%
def f0(x):
    return net(torch.tensor(x)).item()
""",
        "f0(1.5)",
    ),
    entry(
        "forward_hook_collects",
        r"""
import torch
from torch import nn
net = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
seen = []
net[1].register_forward_hook(lambda module, args, out: seen.append(tuple(out.shape)))
_ = net(torch.zeros(5, 2))
# %%
def f0():
    return [list(s) for s in seen]
""",
        "f0()",
    ),
    entry(
        "requires_grad_switched_off",
        r"""
from torch import nn
backbone = nn.Linear(2, 2)
head = nn.Linear(2, 1)
for p in backbone.parameters():
    p.requires_grad_(False)
head.bias.requires_grad = False
# %%
def trainable():
    return sum(p.requires_grad for m in (backbone, head) for p in m.parameters())
""",
        "trainable()",
    ),
    entry(
        "method_added_to_a_module_class",
        r"""
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.ones(2))
# %%
def forward(self, x):
    return (self.w * x).sum()
Net.forward = forward
# %%
net = Net()
def f0(x):
    return net(torch.tensor(x)).item()
""",
        "f0([3.0, 4.0])",
    ),
    entry(
        "scatter_index_and_clamp",
        r"""
import torch
onehot = torch.zeros(2, 3)
onehot.scatter_(1, torch.tensor([[2], [0]]), 1)
onehot.index_fill_(1, torch.tensor([1]), 7)
torch.clamp_(onehot, max=5)
torch.add(onehot, 1, out=onehot)
# %%
def f0():
    return onehot.tolist()
""",
        "f0()",
    ),
]
