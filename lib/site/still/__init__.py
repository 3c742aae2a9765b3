"""Documents that answer to no mouse, by address and in files alike: slides and paper."""
