# 与问题一起给出的、正在执行的计划
before-of-others = 之前的计划不是这个问题的计划：计划里有{ $tasks }，问题里有{ $known }。
before-too-late = 之前的计划里，“{ $task }”在开始后 { $end } 分钟才结束，没有计划能到那么晚；最多 { $limit } 分钟。
before-unknown-tasks = 之前的计划里有 { $count } 项任务不在问题里，不予考虑：{ $tasks }。
before-unknown-ways = 之前的计划里有 { $count } 项任务所用的做法已不存在：{ $tasks }。它们算作有变动。
before-unknown-resources = 之前的计划用到问题里没有的 { $count } 种资源：{ $resources }。
before-too-many = 之前的计划里有任务占用 { $demand } 个“{ $resource }”，而现在只有 { $capacity } 个。
