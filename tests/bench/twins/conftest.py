"""The twins are pages: imported they would run, and one needs Dash."""

collect_ignore = ["bare.py", "dash_app.py", "stock.py"]
