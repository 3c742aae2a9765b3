"""Exports: files that leave the site."""
