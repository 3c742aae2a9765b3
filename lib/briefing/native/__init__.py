"""The numbers behind a chart that PowerPoint and Excel draw themselves."""
