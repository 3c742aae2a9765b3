"""Where does Chongqing stand among the large cities of central and western China?"""

from pages.components.read import read

read("comparison")
