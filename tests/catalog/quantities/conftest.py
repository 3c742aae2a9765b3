"""A busy machine says nothing about a property: examples have no time limit here."""

from hypothesis import settings

settings.register_profile("catalog", settings.default, deadline=None)
settings.load_profile("catalog")
