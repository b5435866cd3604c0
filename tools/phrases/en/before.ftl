# A plan that is carried out now, given beside a problem
before-of-others = The plan before is no plan of this problem: it has { $tasks }, and the problem has { $known }.
before-too-late = In the plan before, “{ $task }” ends { $end } min after the start, which no plan can reach; { $limit } min are the most.
before-unknown-tasks = { $count ->
    [one] A task of the plan before is not in the problem and is left aside: { $tasks }.
   *[other] { $count } tasks of the plan before are not in the problem and are left aside: { $tasks }.
}
before-unknown-ways = { $count ->
    [one] In the plan before a task is done by a way that it no longer has: { $tasks }. It counts as moved.
   *[other] In the plan before { $count } tasks are done by ways that they no longer have: { $tasks }. They count as moved.
}
before-unknown-resources = { $count ->
    [one] The plan before uses a resource that the problem does not have: { $resources }.
   *[other] The plan before uses { $count } resources that the problem does not have: { $resources }.
}
before-too-many = In the plan before a task holds { $demand } of “{ $resource }”, of which there are only { $capacity } now.
