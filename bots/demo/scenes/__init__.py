"""The story, scene by scene, in the order of the night."""

from bots.demo.scenes.checkin import checkin
from bots.demo.scenes.crisis import crisis
from bots.demo.scenes.earlier import earlier
from bots.demo.scenes.group import group
from bots.demo.scenes.matching import matching
from bots.demo.scenes.restart import restart
from bots.demo.scenes.welcome import welcome

SCENES = (earlier, welcome, matching, checkin, group, crisis, restart)
