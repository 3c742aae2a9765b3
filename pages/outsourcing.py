"""How much outsourcing does Chongqing do, and how fast does it grow?"""

from pages.components.read import read

read("outsourcing")
