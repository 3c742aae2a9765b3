"""How large is Chongqing's trade in services, and how far is it from its goal?"""

from pages.components.read import read

read("trade_volume")
