"""Surefoot publishes cited documents and proves that every citation survived."""

__version__ = "0.1.0"
