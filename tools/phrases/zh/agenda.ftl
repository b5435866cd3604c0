# What is planned, and who is free (tools/telling/agenda.py).
agenda-planned = { $count ->
    [0] { $who ->
        [none] { agenda-when }没有安排任务。
       *[other] { $who } { agenda-when }没有任务。
    }
   *[other] { $who ->
        [none] { agenda-when }有 { $count } 项任务：
       *[other] { $who } { agenda-when }有 { $count } 项任务：
    }
}
agenda-when = { $when ->
    [none] { "" }
   *[other] { $when }
}
agenda-absent = { $who } { agenda-when }没有任务，那时也不上班。
agenda-next = { $count ->
    [0] { $who ->
        [none] 没有还要开始的任务。
       *[other] { $who } 没有还要开始的任务。
    }
   *[other] { $who ->
        [none] 接下来：
       *[other] { $who } 接下来：
    }
}
agenda-left = { $count ->
    [0] { $who ->
        [none] { agenda-when }没有还要开始的任务。
       *[other] { $who } { agenda-when }没有还要开始的任务。
    }
   *[other] { $who ->
        [none] { agenda-when }还没开始的有 { $count } 项：
       *[other] { $who } { agenda-when }还没开始的有 { $count } 项：
    }
}
agenda-left-out = 这个计划不做 **{ $task }**。
agenda-row = { $count ->
    [0] **{ $task }**：{ $times }
   *[other] **{ $task }**：{ $times }（{ $names }）
}
agenda-units = { $everybody ->
    [yes] { $count } 人
   *[no] { $count ->
        [1] { $name }
       *[other] { $name } × { $count }
    }
}
agenda-times = { $begin } 到 { $end }
agenda-more = 还有 { $count } 项
free-now = { agenda-when }有空的：{ $names }。
free-head = { $when ->
    [none] 计划期间有空的时间：
   *[other] { $when }有空的时间：
}
free-never = { $names } { agenda-when }没有空。
free-row = **{ $name }**：{ $times }
free-units = { $what }（{ $units }/{ $capacity }）
free-after = 计划在{ $end }结束，之后没有安排。
no-such-holder = 计划里没有“{ $who }”。{ $known ->
    [none] 计划里没有点名的人，也没有设备。
   *[other] 计划里有：{ $known }。
}
which-person = 有好几位都符合：{ $names }。您指的是哪一位？
nobody-to-be-free = 计划里没有点名的人，也没有设备，所以说不出谁有空。请把他们和任务一起告诉我，例如“小李做焊接”。
