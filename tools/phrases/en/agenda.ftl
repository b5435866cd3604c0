# What is planned, and who is free (tools/telling/agenda.py).
agenda-planned = { $count ->
    [0] { $who ->
        [none] Nothing is planned{ agenda-when }.
       *[other] { $who }: no task{ agenda-when }.
    }
    [one] { $who ->
        [none] 1 task{ agenda-when }:
       *[other] { $who }: 1 task{ agenda-when }:
    }
   *[other] { $who ->
        [none] { $count } tasks{ agenda-when }:
       *[other] { $who }: { $count } tasks{ agenda-when }:
    }
}
agenda-when = { $when ->
    [none] { "" }
   *[other] { " " }{ $when }
}
agenda-absent = { $who }: no task{ agenda-when }, and not at work then.
agenda-next = { $count ->
    [0] { $who ->
        [none] Nothing is left to begin.
       *[other] { $who }: nothing is left to begin.
    }
   *[other] { $who ->
        [none] Next:
       *[other] Next for { $who }:
    }
}
agenda-left = { $count ->
    [0] { $who ->
        [none] Nothing is left to begin{ agenda-when }.
       *[other] { $who }: nothing is left to begin{ agenda-when }.
    }
   *[other] { $who ->
        [none] Still to begin{ agenda-when }, { $count } in all:
       *[other] { $who }: still to begin{ agenda-when }, { $count } in all:
    }
}
agenda-left-out = **{ $task }** is left out of this plan.
agenda-row = { $count ->
    [0] **{ $task }**: { $times }
   *[other] **{ $task }**: { $times }, with { $names }
}
agenda-units = { $everybody ->
    [yes] { $count } { $name }
   *[no] { $count ->
        [one] { $name }
       *[other] { $name } × { $count }
    }
}
agenda-times = { $begin } to { $end }
agenda-more = and { $count } more
free-now = Free{ agenda-when }: { $names }.
free-head = { $when ->
    [none] Free while the plan runs:
   *[other] Free { $when }:
}
free-never = { $count ->
    [one] { $names } is not free{ agenda-when }.
   *[other] { $names } are not free{ agenda-when }.
}
free-row = **{ $name }**: { $times }
free-units = { $what } ({ $units } of { $capacity })
free-after = The plan ends { $end }; nothing is planned after that.
no-such-holder = The plan has nobody and nothing called “{ $who }”. { $known ->
    [none] It names no people and no machines.
   *[other] It has: { $known }.
}
which-person = That fits several: { $names }. Whom do you mean?
nobody-to-be-free = The plan names no people and no machines, so I cannot say who is free. Name them with the tasks: “Ann does the welding”.
