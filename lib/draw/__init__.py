"""A specification of a chart, drawn: the chart XML that PowerPoint, Excel and Word share."""
