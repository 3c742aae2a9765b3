"""A chart drawn: for browsers in the words of Plotly, for PowerPoint, Excel and Word in the XML that they share."""
