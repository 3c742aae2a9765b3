from hypothesis import settings

# A first call that imports pandas' slow corners is no fault of the calculation.
settings.register_profile("no deadline", settings.default, deadline=None)
settings.load_profile("no deadline")
