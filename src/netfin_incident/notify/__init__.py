"""Reaches people and programs outside; the only package that opens a connection.

A channel tries once to hand over one page, within fixed limits, and answers with an outcome that is
safe to record.  `channels_for` is the one way to get channels: a drill gets sandboxes only.
"""

from netfin_incident.notify.addresses import Allowed, read_allowed
from netfin_incident.notify.channel import Channel, Outcome, Page, Reason, Result
from netfin_incident.notify.definitions import KINDS, ChannelDefinition, Surroundings
from netfin_incident.notify.outbox_file import OutboxFile
from netfin_incident.notify.reach import Limits, Reach
from netfin_incident.notify.sandbox import Channels, Live, Participant, Sandbox, channels_for

__all__ = [
    "KINDS",
    "Allowed",
    "Channel",
    "ChannelDefinition",
    "Channels",
    "Limits",
    "Live",
    "OutboxFile",
    "Outcome",
    "Page",
    "Participant",
    "Reach",
    "Reason",
    "Result",
    "Sandbox",
    "Surroundings",
    "channels_for",
    "read_allowed",
]
