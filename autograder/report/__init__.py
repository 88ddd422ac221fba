"""Renderings of a Report; each is a plain function that decides nothing."""
