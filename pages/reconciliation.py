"""Do the releases agree with each other? Comparisons counted, and those that do not simply hold shown."""

from pages.components.read import read

read("reconciliation")
