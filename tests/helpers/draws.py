"""Small cells with ``draw(n)``: n random numbers from 0 to 1, each by another generator or kept in another place."""


def read(text: str) -> dict[str, str]:
    """{kind: cell} of a text with a line ``## kind`` before each cell."""
    parts = (tuple(part.split("\n", 1)) for part in text.split("## ")[1:])
    return dict(parts)


INSIDE = read("""
## random
import random
def draw(n):
    return [random.random() for _ in range(n)]

## random_seed
import random
def draw(n):
    random.seed()
    return [random.random() for _ in range(n)]

## random_seed_by_name
from random import random, seed
def draw(n):
    seed()
    return [random() for _ in range(n)]

## random_object
import random
def draw(n):
    r = random.Random()
    return [r.random() for _ in range(n)]

## random_object_by_name
from random import Random
def draw(n):
    r = Random(None)
    return [r.random() for _ in range(n)]

## system_random
import random
def draw(n):
    r = random.SystemRandom()
    return [r.random() for _ in range(n)]

## secrets
import secrets
def draw(n):
    return [secrets.randbelow(10**9) / 10**9 for _ in range(n)]

## secrets_bytes
from secrets import token_bytes
def draw(n):
    return [byte / 255 for byte in token_bytes(n)]

## uuid4
import uuid
def draw(n):
    return [uuid.uuid4().node / 2**48 for _ in range(n)]

## urandom
import os
def draw(n):
    return [int.from_bytes(os.urandom(8), 'big') / 2**64 for _ in range(n)]

## urandom_by_name
from os import urandom
def draw(n):
    return [byte / 255 for byte in urandom(n)]

## getrandom
import os
def draw(n):
    return [byte / 255 for byte in os.getrandom(n)]

## numpy_global
import numpy as np
def draw(n):
    return np.random.rand(n)

## numpy_seed_none
import numpy as np
def draw(n):
    np.random.seed(None)
    return np.random.rand(n)

## default_rng
import numpy as np
def draw(n):
    return np.random.default_rng().random(n)

## default_rng_by_name
from numpy.random import default_rng
def draw(n):
    return default_rng().random(n)

## pcg64
from numpy.random import Generator, PCG64
def draw(n):
    return Generator(PCG64()).random(n)

## philox
from numpy.random import Generator, Philox
def draw(n):
    return Generator(Philox()).random(n)

## seed_sequence
import numpy as np
def draw(n):
    return np.random.default_rng(np.random.SeedSequence().spawn(2)[1]).random(n)

## random_state
from numpy.random import RandomState
def draw(n):
    return RandomState().rand(n)

## scipy
from scipy import stats
def draw(n):
    return stats.uniform.rvs(size=n)

## seed_of_the_clock
import time
import numpy as np
def draw(n):
    np.random.seed(int(time.time()))
    return np.random.rand(n)

## seed_of_time_ns
from time import time_ns
import numpy as np
def draw(n):
    return np.random.default_rng(time_ns()).random(n)

## seed_of_perf_counter
import time, random
def draw(n):
    random.seed(time.perf_counter())
    return [random.random() for _ in range(n)]

## seed_of_monotonic
import time, random
def draw(n):
    random.seed(time.monotonic_ns())
    return [random.random() for _ in range(n)]

## seed_of_now
from datetime import datetime
import random
def draw(n):
    random.seed(datetime.now().timestamp())
    return [random.random() for _ in range(n)]

## seed_of_microsecond
import datetime
import numpy as np
def draw(n):
    return np.random.RandomState(datetime.datetime.now().microsecond).rand(n)

## seed_of_utcnow
import datetime, random
def draw(n):
    random.seed(str(datetime.datetime.utcnow()))
    return [random.random() for _ in range(n)]

## seed_of_now_in_utc
import datetime as dt, random
def draw(n):
    random.seed(dt.datetime.now(dt.timezone.utc).isoformat())
    return [random.random() for _ in range(n)]
""")
"""Generators that a call makes, or that a library shares."""

KEPT = read("""
## global
rng = np.random.default_rng()
def draw(n):
    return rng.random(n)

## global_with_a_seed
rng = np.random.default_rng(0)
def draw(n):
    return rng.random(n)

## global_random_state
rng = np.random.RandomState(1)
def draw(n):
    return rng.rand(n)

## global_random_state_of_philox
rng = np.random.RandomState(np.random.Philox())
def draw(n):
    return rng.rand(n)

## global_bit_generator
bits = np.random.SFC64()
def draw(n):
    return np.random.Generator(bits).random(n)

## global_random
import random
r = random.Random()
def draw(n):
    return [r.random() for _ in range(n)]

## method_of_a_generator
uniform = np.random.default_rng().uniform
def draw(n):
    return uniform(size=n)

## spawned
rng = np.random.default_rng()
def draw(n):
    return rng.spawn(1)[0].random(n)

## default_argument
def draw(n, rng=np.random.default_rng()):
    return rng.random(n)

## keyword_default
def draw(n, *, rng=np.random.default_rng()):
    return rng.random(n)

## closure
def make():
    rng = np.random.default_rng()
    return lambda n: rng.random(n)
draw = make()

## function_attribute
def draw(n):
    return draw.rng.random(n)
draw.rng = np.random.default_rng()

## class_attribute
class Net:
    rng = np.random.default_rng()
def draw(n):
    return Net.rng.random(n)

## default_of_a_method
class Net:
    def draw(self, n, rng=np.random.default_rng()):
        return rng.random(n)
def draw(n):
    return Net().draw(n)

## static_method
class Net:
    @staticmethod
    def draw(n, rng=np.random.default_rng()):
        return rng.random(n)
def draw(n):
    return Net.draw(n)

## attribute
class Net:
    def __init__(self):
        self.rng = np.random.default_rng()
net = Net()
def draw(n):
    return net.rng.random(n)

## attribute_of_an_attribute
class Noise:
    def __init__(self):
        self.rng = np.random.default_rng()
class Net:
    def __init__(self):
        self.noise = Noise()
net = Net()
def draw(n):
    return net.noise.rng.random(n)

## in_a_list
rngs = [np.random.default_rng(), np.random.default_rng()]
def draw(n):
    return rngs[1].random(n)

## in_a_dictionary
tools = {'rng': np.random.default_rng()}
def draw(n):
    return tools['rng'].random(n)

## in_a_list_of_objects
class Layer:
    def __init__(self):
        self.rng = np.random.default_rng()
layers = [Layer(), Layer()]
def draw(n):
    return layers[1].rng.random(n)

## bound_method
class Net:
    def __init__(self):
        self.rng = np.random.default_rng()
    def draw(self, n):
        return self.rng.random(n)
draw = Net().draw

## partial
from functools import partial
def numbers(rng, n):
    return rng.random(n)
draw = partial(numbers, np.random.default_rng())

## decorated
import functools
def log(f):
    @functools.wraps(f)
    def inner(*a):
        return f(*a)
    return inner
@log
def draw(n, rng=np.random.default_rng()):
    return rng.random(n)

## python_generator
def stream(rng):
    while True:
        yield rng.random()
numbers = stream(np.random.default_rng())
def draw(n):
    return [next(numbers) for _ in range(n)]
""")
"""Generators that live longer than a call; numpy is imported before."""

TORCH = read("""
## torch_global
def draw(n):
    return torch.rand(n)

## torch_seed
def draw(n):
    torch.seed()
    return torch.rand(n)

## torch_random_seed
from torch.random import seed
def draw(n):
    seed()
    return torch.rand(n)

## generator_seed
def draw(n):
    g = torch.Generator()
    g.seed()
    return torch.rand(n, generator=g)

## generator_by_name
from torch import Generator
def draw(n):
    g = Generator()
    g.manual_seed(g.seed())
    return torch.rand(n, generator=g)

## kept_generator
g = torch.Generator()
def draw(n):
    return torch.rand(n, generator=g)

## kept_generator_with_a_seed
g = torch.Generator().manual_seed(0)
def draw(n):
    return torch.rand(n, generator=g)

## seed_of_initial_seed
import numpy as np
def draw(n):
    return np.random.default_rng(torch.initial_seed() % 2**32).random(n)

## data_loader
from torch.utils.data import DataLoader
loader = DataLoader(torch.linspace(0, 1, 1000), 1000, shuffle=True, generator=torch.Generator())
def draw(n):
    return next(iter(loader))[:n]
""")
"""Generators of PyTorch; torch is imported before."""

KERAS = read("""
## tensorflow_global
def draw(n):
    return tf.random.uniform((n,)).numpy()

## tensorflow_generator
def draw(n):
    return tf.random.Generator.from_non_deterministic_state().uniform((n,)).numpy()

## tensorflow_shared_generator
def draw(n):
    return tf.random.get_global_generator().uniform((n,)).numpy()

## kept_tensorflow_generator
g = tf.random.Generator.from_non_deterministic_state()
def draw(n):
    return g.uniform((n,)).numpy()

## keras_random
def draw(n):
    return np.array(keras.random.uniform((n,)))

## seed_generator
def draw(n):
    return np.array(keras.random.uniform((n,), seed=keras.random.SeedGenerator()))

## kept_seed_generator
seeds = keras.random.SeedGenerator()
def draw(n):
    return np.array(keras.random.uniform((n,), seed=seeds))

## initializer
def draw(n):
    return np.array(keras.initializers.RandomUniform(0, 1)((n,)))

## kept_layer
layer = keras.layers.GaussianNoise(0.1)
layer.seed_generator
def draw(n):
    noise = np.array(layer(np.zeros((1, n), "float32"), training=True))[0]
    return 0.5 + 0.289 / 0.1 * noise

## dataset
def draw(n):
    numbers = tf.data.Dataset.from_tensor_slices(np.linspace(0, 1, n, dtype="float32")).shuffle(n)
    return np.array(list(numbers.as_numpy_iterator()))
""")
"""Generators of TensorFlow and Keras; both are imported before, and numpy."""
