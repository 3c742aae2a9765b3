"""Charts of the page on reconciliation: one for each finding."""
