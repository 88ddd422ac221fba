"""Grading on Gradescope: the zip that builds the image, and what runs in it for every submission."""
