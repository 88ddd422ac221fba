"""References and oracles of the assignments, one module or package per slug. Never shipped to students."""
