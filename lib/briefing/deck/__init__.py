"""The slides of a briefing."""
