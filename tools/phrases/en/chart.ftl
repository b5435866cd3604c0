# The chart, nearer or farther (ui/page/chart/).
page-zoom = Time axis
page-zoom-in = Nearer
page-zoom-out = Farther
page-zoom-all = Whole plan
page-zoom-back = Earlier
page-zoom-on = Later
page-chain = Decides the end
page-wait = Waits for people or resources
page-load = Load of people and resources
page-load-used = in use
page-load-there = there
