"""Writes `docs/cli.md` from the table of commands.

python tests/meta/cli_page.py > docs/cli.md
"""

import sys
from collections.abc import Iterable, Iterator

from netfin_incident.cli.asked import ACTING, EVERYWHERE
from netfin_incident.cli.parameters import Arg, Parameter, parameters_of
from netfin_incident.cli.table import COMMANDS, PROGRAM, Command

_INTRODUCTION = """# Command line

`netfin-incident` alone opens the terminal; with a command it does one thing and ends. `nfi` is a
short name for it. `netfin-incident --help` lists the commands, `netfin-incident COMMAND --help`
says what one takes, in English or Chinese (`--lang`, `NETFIN_LANG`, or the locale). This page is
written by `tests/meta/cli_page.py` from the same source.

## What every command keeps to

- **Standard output is the answer, standard error is everything else.** A command that writes
  answers with the id of what it made or changed (`INC-2026-0042`, `T1`, `R1` …), or with the number
  of the entry it wrote; beside it, on standard error, stand the entries in words. With `--json`
  every answer is one JSON document.
- **Every command about one incident** may be written under the noun `incident` too:
  `netfin-incident incident note 42 "…"` is `netfin-incident note 42 "…"`.
- **Ids**: `INC-2026-0042`, `inc-42`, or `42` for this year's; drills are `DRL-2026-0007`, `drl-7`.
- **Text**: `-` reads it from standard input (UTF-8). Put `--` before a text that begins with `-`.
- **Times**: `now`, `-15m`, `14:05` (the latest past one), `"yesterday 23:50"`, `"昨天 23:50"`,
  `"2026-11-24 14:05"`; `"~23:50"` where it is only roughly known. They are read in the incident's
  zone, or in that of `--zone`, and said in full on standard error before anything is kept.
- **Words for closed lists** are accepted by their stored name and by their label in English or
  Chinese: `initial` or `初报`, `contained` or `已控制`, `technical` or `技术处置`.
- **A missing database** is made by `declare`, `incident import-log`, `journal import`, `playbook
  adopt` and `roster adopt`, `override`, `swap`, which say so; `watch` waits for it; every other
  command that needs one refuses.
- **Text is cleaned**: whatever could steer a terminal is left out or made visible, when it is
  stored and again when it is shown. No colour is ever written.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | a check found something to mend (`playbook lint`, `paths`, `fmt --check`, `diff`, `rehearse`, `service check`, `severity check`, `indicator check`, `warning import`, `roster check`, `escalation check`, `notify check`, `watch --check`, `clock lint`, `entity check`, `contact check`; a command of a step that did not go as expected) |
| 2 | the words do not fit, a file cannot be used, or there is no terminal |
| 3 | refused by a rule; nothing was written |
| 4 | a playbook, configuration or template file is wrong |
| 5 | the database or its record cannot be used, or does not verify |
| 6 | another process holds the database; try again |
| 7 | a page was not delivered (`notify test`), or not yet (`watch --once`); or what was asked is done, but the answer could not be written: do not simply try again |
| 70 | a fault of the program; its trace is in the log file that the message names |
| 130, 141 | stopped by ctrl-C; whoever read the output left (`\\| head`) |

Every refusal ends with a code that is explained in [errors.md](errors.md). What may be configured
is in [configuration.md](configuration.md).
"""

_NOTES = {
    "declare": "Declaring commits nobody. With `--key`, an incident that is open under the same key"
    " is answered instead of a second one being made, so an alarm may call this as often as it likes:"
    " that it came again is recorded, at most once a minute, and a worse severity is taken over. The"
    " last line says who is called when, or why nobody is.",
    "ack": "With `--code`, for whoever reads you the code of their page: written down in their name, by"
    " phone, by you. A code is good for one person, in one escalation, until they have acknowledged."
    " Without it, `--behalf-of PERSON --basis phone` does the same and is shown as without a code.",
    "escalate": "The next level is called at once, or the fallback where all are used up; where no"
    " escalation is running it begins with the first. With `--seen N`, as `ladder` prints it, nothing is"
    " done if somebody was called meanwhile. Numbers that somebody has to dial are shown.",
    "call": "OUTCOME is `answered`, `no-answer` or `busy`, or 接通, 无人接听, 占线. Anybody may be"
    " telephoned: a name that is not known is written down too, and said to be unknown. Without a person, who can"
    " be telephoned and by which numbers; one kept by `env:` or `file:` is shown where it can be read.",
    "ladder": "Every level with when it was due and when it was called, each way to each person with what"
    " came of it, acknowledgements, telephone calls, what comes next and when, and numbers to dial.",
    "card": "Where it stands, who has it, roles, measures, open steps, tasks and reports with their"
    " limits, the last decisions, and what else to know; at most 80 columns wide.",
    "activate": "Without a level, that of the severity; without `--authorised-by`, you.",
    "step": "Without an act the step is done. A decision takes `--option` and, as `--note`, its"
    " rationale. Skipping a required step takes `--second PERSON`, or `--break-glass REASON`.",
    "status": "`resolved` asks whether funds were touched: say it with `--funds none`, or with"
    " `--funds touched` and either `--reconciled-count N` or `--unreconciled-reason TEXT`. Both are"
    " written together or not at all. What stands in the way is listed.",
    "close": "Closes from `resolved` or `in_review`. Where that cannot be yet, everything that"
    " stands in the way is listed, each with the command that settles it.",
    "handover": "Two-phase: `--to PERSON --brief TEXT` offers, and the holder holds until the"
    " receiver says `--accept`.",
    "take-command": "Always allowed, with a reason; the record shows from whom it was taken.",
    "note": "The one command whose plain form is read without the full parser, for scripts.",
    "task": "With `--to` and `--for` a new task; with `T1` and one of `--ack`, `--done`, `--fail`,"
    " `--cancel` an existing one.",
    "measure": "With a text a new measure; with `X1 --lift` an existing one.",
    "message": "With `--to` a new message (a draft, unless `--approve` or `--sent`); with `M1` an"
    " existing one.",
    "reported": "Without an id a new one, which needs `--to`, `--kind` and `--due` or `--sent`; with"
    " `R1` that one is completed.",
    "evidence": "The file stays where it is; its path, size and SHA-256 are kept.",
    "correct": "Nothing is edited: the entry stays, and the timeline shows the correction.",
    "confirm": "For an entry that somebody made in your name, for a required step that you agreed to"
    " skip, or for another person's break-glass.",
    "list": "Real incidents that are open, unless an option says otherwise.",
    "incident import-log": "Answers with the id, then the milestones it read, each stated duration"
    " beside the clock and the business hours, and every doubt with the reading that explains it."
    " Times without a zone are read in `--zone`, which must be known. The incident ends closed and"
    " marked imported.",
    "journal verify": "Names the first bad entry and what is wrong with it, exit code 5. Without a"
    " file the database is checked: its entries, its guards, the file itself, the head that you saw"
    " last, and every `--expect`.",
    "journal import": "Fills an empty or new database after checking the whole export.",
    "journal export": "`--incident`, `--playbook` or `--rotation` writes one stream alone, which verifies"
    " alone too.",
    "entity init": "Questions are asked on standard error, one after another, and an answer that the file"
    " would refuse is asked for again. The file is written for you alone (0600), and never over another"
    " without `--force`. Without a terminal every answer is given by `--set`; see [firm.md](firm.md).",
    "contact check": "Faults in the file, contacts that were not checked for too long, authorities without a"
    " telephone for day and night, clocks of the firm whose reports nobody here receives; exit code 1 if"
    " there is any.",
    "clock list": "With an `entity.yaml` each clock says whether it applies to the firm; those that do not"
    " stand last and none is left out. See [firm.md](firm.md).",
    "playbook list": "Beside each file, whether it is the version that was adopted, and who approved"
    " that. With `--at`, the versions that were in force then, whatever the files say now.",
    "playbook show": "With `--at`, the version that was in force then, from the record.",
    "playbook adopt": "The text is kept in the record, word for word. A version counts from `--from`"
    " on, or at once; adopting the same again records nothing. See [adoption.md](adoption.md).",
    "playbook approve": "Whoever wrote or adopted the version cannot approve it; where there is"
    " nobody else, `--break-glass REASON` does it and says so wherever the approval is shown.",
    "playbook lint": "One line per finding, with file, line and column; exit code 1 if any is more"
    " than information.",
    "roster who": "Numbers to dial stand first where the roster has them first. A time that is past is"
    " answered from the roster adopted then and from what had been recorded by then.",
    "roster check": "Faults in the file, gaps in the 30 days ahead, people without a contact, roles"
    " without a backup, overrides that overlap or change nothing; exit code 1 if there is any.",
    "roster preview": "From the file as it is, adopted or not, with overrides and swaps.",
    "roster balance": "Nights are from 22:00 to 06:00 and rest days are weekends and holidays, both"
    " where the person is.",
    "roster override": "A time that has begun counts from now on: the past stays as it was. With"
    " `--cancel O1 --reason TEXT` an override is withdrawn. Times are read in the rotation's zone; a"
    " bare clock time is the next one.",
    "roster swap": "`--offer TIME --to PERSON` offers the shift of yours that runs then, with `--for"
    " TIME` for one of theirs. It counts once the other one says `--accept S1`.",
    "roster adopt": "The text is kept in the record, word for word. From then on the adopted roster"
    " counts and the file is a draft of the next. See [roster.md](roster.md).",
    "roster calendar": "The same roster gives the same bytes, so the file may be written again by a"
    " timer. The 90 days from today, unless said otherwise.",
    "escalation check": "Faults in the file, targets that the roster or the channels do not know, levels"
    " and fallbacks by which nobody is reached in the 30 days ahead, policies that no rule uses; exit"
    " code 1 if there is any.",
    "escalation show": "Without a policy, all of them. Role holders of an incident go before the people"
    " shown here. See [escalation.md](escalation.md).",
    "notify test": "A page marked TEST 测试, in the person's language, by every contact that can be sent to;"
    " numbers to dial are listed. Exit code 0 where every page was delivered, 7 where one was not or"
    " there was none to send. See [channels.md](channels.md).",
    "notify check": "Faults in channels.yaml, channels and contacts that cannot be used, people whom none"
    " of them reaches; exit code 1 if there is any. Secrets are looked for where this runs.",
    "notify queue": "The worst and oldest first, as they will be sent. With `--dead`, those that could not"
    " be delivered or are held back, with the reason. Notices of open incidents only.",
    "notify retry": "KEY may be cut short. With `--all-dead`, calls that have no point any more are left"
    " out, and said to be.",
    "notify quarantine": "It is not sent until somebody tries it again with `notify retry`.",
    "watch": "Runs in the foreground until SIGTERM, SIGINT or SIGHUP. `--once` ends with exit code 7 where"
    " something reached nobody or is still to be sent; `--check` ends with 1 where nothing but a"
    " terminal window watches, something is overdue, a notice reached nobody, or a file that it needs"
    " cannot be used, and names what is held back. See [watch.md](watch.md).",
    "clock show": "By the id of a clock, or of one of its reports, as playbooks name them:"
    " `eu-dora-final`. See [clocks.md](clocks.md).",
    "clock lint": "Files that cannot be used; enabled clocks without article, words, level or day of the"
    " check; reviews that are due; calendars whose year is not published. With `--on` a day ahead.",
    "clock simulate": "Nothing is recorded. `--anchor submitted:initial=TIME` says that a report was sent."
    " Times are read in the clock's zone, else in that of `--zone`, which is where the firm is at home.",
    "clock explain": "The same computation, with every ground of it as a sentence.",
    "report": "Markdown by default, in the reader's language; the same record gives the same bytes.",
    "demo": "Opens the terminal on a scratch database with an outage in flight. With `--headless`"
    " and `--out` it plays the whole emergency and leaves the database, the journal and the report.",
}


def page() -> str:
    """The whole page."""
    return "\n".join([_INTRODUCTION, *_common(), *_sections()]).rstrip() + "\n"


def _common() -> Iterator[str]:
    yield "## Options of every command"
    yield ""
    yield "They may stand before the command or after it; what stands last wins."
    yield ""
    yield from _table(EVERYWHERE)
    yield "## Options of every command that writes"
    yield ""
    yield from _table(ACTING)
    yield "`--behalf-of` needs `--basis`; the person confirms later with `confirm`, and what stays"
    yield "unconfirmed is printed in the report. `--as` is recorded as asserted, beside the user id of"
    yield "the system."
    yield ""


def _sections() -> Iterator[str]:
    head = ""
    for command in COMMANDS.values():
        if command.section.en != head:
            head = command.section.en
            yield f"## {head}"
            yield ""
        yield from section(command)


def section(command: Command) -> Iterator[str]:
    """The lines on one command."""
    own = parameters_of(command.function())
    arguments = [one for one in own if isinstance(one.form, Arg)]
    yield f"### {command.name}"
    yield ""
    yield f"{command.summary.en}. {command.summary.zh}。"
    yield ""
    yield "```sh"
    yield f"{PROGRAM} {command.name} {command.example}".rstrip()
    yield "```"
    yield ""
    if command.name in _NOTES:
        yield _NOTES[command.name]
        yield ""
    if own:
        yield from _table([*arguments, *(one for one in own if one not in arguments)])


def _table(parameters: Iterable[Parameter]) -> Iterator[str]:
    yield "| | |"
    yield "|---|---|"
    for one in parameters:
        value = getattr(one.form, "metavar", "") if not isinstance(one.form, Arg) else ""
        typed = f"{one.typed} {value}".strip().replace("|", r"\|")
        yield f"| `{typed}` | {one.form.help.en} |"
    yield ""


if __name__ == "__main__":
    sys.stdout.write(page())
