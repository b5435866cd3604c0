"""`whyflow bench` and `whyflow eval`: how quick and how good it is, beside others."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from agent.settings import Settings
from tools.phrases import Language, say
from ui.commands.adding import Command, share, whole_number
from ui.eval import MEASURES, OWN
from ui.progress import Line
from ui.terminal import DONE, NOT_POSSIBLE, WRONG_INPUT, fail, show, show_data


def add(command: Command) -> None:
    added = command(
        "bench", bench, "measure the solver beside its peers, or the site under load", json=True
    )
    added.add_argument("what", choices=("schedule", "app"))
    added.add_argument("--data", type=Path, help="schedule: folder with the public instances")
    added.add_argument("--only", help="rows, with commas, such as j30,large or crowd,kills")
    added.add_argument("--share", type=share, default=1.0, help="app: of the whole measurement")
    added.add_argument("--seconds", type=float, help="for each solver and case")
    added.add_argument("--limit", type=whole_number, metavar="N", help="cases of each set")
    added.add_argument("--peers", action=argparse.BooleanOptionalAction, default=True)
    added = command("eval", evaluate, "measure how often it is right", json=True)
    added.add_argument(
        "what", nargs="?", default="all", choices=("why", *MEASURES, "all"), help="all: but why"
    )
    without = " and ".join(OWN)
    added.add_argument("--data", type=Path, help=f"folder with the public data; not for {without}")
    added.add_argument("--share", type=share, default=1.0, help="of the questions, up to 1")
    added.add_argument(
        "--chat", action="store_true", help="also with the language model; --llm asks for it, too"
    )


def bench(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    if options.what == "app":
        return _bench_app(options, settings, language)
    if options.data is None:
        return fail(say("bench-data-missing", language), WRONG_INPUT)
    from ui.bench.case import PEERS, PYJOBSHOP
    from ui.bench.peers import pyjobshop
    from ui.bench.rows import chosen, measure
    from ui.bench.table import as_json, make_report, markdown

    rows, line = chosen(options.only), Line(language)
    peers = PEERS if options.peers else ()
    if options.peers and not pyjobshop.installed():
        print(say("bench-no-pyjobshop", language), file=sys.stderr)
        peers = tuple(peer for peer in PEERS if peer != PYJOBSHOP)
    limits = {"seconds": options.seconds, "limit": options.limit}
    results = measure(rows, options.data, **limits, peers=peers, tell=line.tell)
    line.end()
    report = make_report(rows, results, options.seconds)
    if options.json:
        show_data(as_json(report))
    else:
        show(markdown(report, language))
    if report.broken:
        return fail(say("bench-broken", language, count=report.broken), NOT_POSSIBLE)
    return DONE


def _bench_app(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui.eval.rows import Row, rows_as_json, rows_as_markdown
    from ui.load import ROWS, Sizes, measure, parts_of
    from ui.load.site import prepared

    chosen = options.only.split(",") if options.only else ROWS
    if strange := sorted(set(chosen) - set(ROWS)):
        return fail(say("bench-row", language, row=strange[0], known=", ".join(ROWS)), WRONG_INPUT)
    found: list[Row] = []

    def told(part: str, seconds: float) -> None:
        print(say("bench-part", language, part=part, seconds=round(seconds)), file=sys.stderr)

    parts = parts_of(Sizes().scaled(options.share), settings.llm)
    try:
        with prepared() as data:
            for rows in measure(chosen, parts, data, told):
                found += rows
                for wrong in (each for row in rows for each in row.wrong):
                    print(wrong, file=sys.stderr)
    finally:  # whatever ends it, what was found is shown
        if options.json:
            show_data(rows_as_json(found))
        else:
            show(rows_as_markdown(found, language))
    return DONE


def evaluate(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    if options.data is None and options.what not in OWN:
        return fail(say("eval-needs-data", language, what=options.what), WRONG_INPUT)
    if options.what == "why":
        return _evaluate_why(options, settings, language)
    chat = options.chat or options.llm is not None
    if options.what in ("tools", "all") and not chat:
        unmeasured = fail(say("eval-needs-chat", language), WRONG_INPUT)
        if options.what == "tools":
            return unmeasured
    from ui.eval import Asked
    from ui.eval.rows import rows_as_json, rows_as_markdown

    line = Line(language)
    asked = Asked(options.data or Path(), settings, options.share, chat, line.questions)
    wanted = MEASURES.values() if options.what == "all" else (MEASURES[options.what],)
    rows = [row for module in wanted for row in import_module(module).measure(asked)]
    line.end()
    if options.json:
        show_data(rows_as_json(rows))
    else:
        show(rows_as_markdown(rows, language))
    return DONE


def _evaluate_why(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui import parts
    from ui.eval.recognition import by_code
    from ui.eval.table import as_json, markdown
    from ui.eval.why import measure

    line, reads = Line(language), {"code": by_code(parts.classifier(settings))}
    if options.chat:
        from ui.eval.chat import by_chat

        reads["chat"] = by_chat(settings, line.tell)
    report = measure(options.data, options.share, reads, line.questions)
    line.end()
    if options.json:
        show_data(as_json(report))
    else:
        show(markdown(report, language))
    return DONE
