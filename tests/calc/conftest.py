from hypothesis import HealthCheck, Phase, settings

# A first call that imports pandas' slow corners is no fault of the calculation.
settings.register_profile("no deadline", settings.default, deadline=None)

# For `python -m tests.mutants`, which runs these tests a thousand times: few examples, the same ones each
# time, and none made smaller, since nobody reads them.
settings.register_profile(
    "mutants",
    deadline=None,
    database=None,
    derandomize=True,
    max_examples=20,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
if settings.get_current_profile_name() != "quick":
    settings.load_profile("no deadline")
