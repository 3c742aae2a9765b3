"""Documents for a browser, each one file with all that it needs: the whole dashboard, slides, and paper."""
