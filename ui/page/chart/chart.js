// The bars of the chart: a click asks what can be asked about a task, which the server answers with a
// menu in #asks; a bar dragged onto another asks why it is not before that one. What was meant goes
// to the server as JSON, through the hidden box #pointed.
// Plotly covers its bars with a layer of its own, so that bars are found by where they stand.
// By keyboard the chart is one stop of Tab: arrows go from bar to bar, Enter opens the menu, in which
// arrows, Enter and Escape do what they do in menus; Space holds a bar as the mouse does, and Enter
// on another asks why it is not before that one.
(() => {
  const FAR = 8; // pixels: who moves less has clicked
  const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
  const reading = () => document.querySelector("#hint .reading"); // nothing is asked in what others said
  let held = null;
  let count = 0;
  let stop = null; // the bar at which Tab stops
  let focused = false; // whether it has the focus, or had it until the chart was drawn anew

  function bars() {
    const found = [];
    for (const group of document.querySelectorAll("#chart .barlayer .trace")) {
      const trace = group.__data__?.[0]?.trace;
      if (trace?.meta !== "task") continue;
      for (const point of group.querySelectorAll(".point")) {
        const at = point.__data__.i;
        found.push({ task: trace.customdata[at], path: point.querySelector("path"), trace, at });
      }
    }
    return found;
  }

  function inOrder() {
    const boxed = bars().map((bar) => ({ ...bar, box: bar.path.getBoundingClientRect() }));
    return boxed.sort(({ box: a }, { box: b }) => a.top - b.top || a.left - b.left);
  }

  function barAt({ clientX: x, clientY: y }) {
    return bars().find(({ path }) => {
      const box = path.getBoundingClientRect();
      return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
    });
  }

  window.whyflowBarAt = barAt; // `zoom.js` moves the chart only where there is none

  function send(task, other, ask = null) {
    const box = document.querySelector("#pointed textarea, #pointed input");
    const write = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value").set;
    count += 1; // the same question twice is two questions
    write.call(box, JSON.stringify({ task, other, ask, number: count }));
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  const menu = () => document.querySelector("#asks [role=menu]:not([hidden])");
  let offered = 0; // the number of the menu that was put in its place

  // A menu that has just come goes below its bar, and has the focus.
  function place() {
    const shown = menu();
    if (!shown || Number(shown.dataset.number) === offered) return;
    offered = Number(shown.dataset.number);
    shown.popover = "manual"; // above all that stands behind it in the page
    shown.showPopover();
    const bar = bars().find(({ task }) => task === shown.dataset.task)?.path.getBoundingClientRect();
    const { width, height } = shown.getBoundingClientRect();
    const left = Math.min(bar?.left ?? 8, innerWidth - width - 8);
    const below = (bar?.bottom ?? 8) + 6;
    const top = below + height > innerHeight - 8 ? (bar?.top ?? 8) - height - 6 : below;
    shown.style.left = `${Math.max(8, left)}px`;
    shown.style.top = `${Math.max(8, top)}px`;
    shown.querySelector("[role=menuitem]").focus({ preventScroll: true });
  }

  function shut(back) {
    const shown = menu();
    if (!shown) return;
    shown.hidden = true;
    if (back) bars().find(({ task }) => task === shown.dataset.task)?.path.focus({ preventScroll: true });
  }

  document.addEventListener("click", ({ target }) => {
    const item = target.closest?.("#asks [role=menuitem]");
    if (!item) return;
    const task = menu().dataset.task;
    shut(true);
    send(task, null, item.dataset.ask);
  });

  function browse(event) {
    const items = [...menu().querySelectorAll("[role=menuitem]")];
    const at = items.indexOf(event.target) + (STEPS[event.key] ?? 0);
    if (event.key === "Escape") shut(true);
    else if (event.key === "Tab") return shut(false);
    else if (event.key in STEPS) items[Math.min(Math.max(at, 0), items.length - 1)].focus();
    else return;
    event.preventDefault();
  }

  function say(other, x, y) {
    const note = document.querySelector("#dragging");
    if (!note) return;
    note.hidden = !other;
    if (!other) return;
    note.textContent = note.dataset.words.replace("{a}", () => held.task).replace("{b}", () => other);
    note.style.left = `${x}px`;
    note.style.top = `${y}px`;
  }

  function hold(found) {
    held = found;
    for (const { task, path } of bars()) path.ariaPressed = String(task === held?.task);
  }

  function drop() {
    if (held) hold(null);
    const note = document.querySelector("#dragging");
    if (note) note.hidden = true;
  }

  const far = (event) => Math.hypot(event.clientX - held.x, event.clientY - held.y) > FAR;

  document.addEventListener("pointerdown", (event) => {
    focused = false;
    if (!event.target.closest?.("#asks")) shut(false);
    if (event.button !== 0 || reading() || !event.target.closest?.("#chart")) return;
    const bar = barAt(event);
    hold(bar ? { task: bar.task, x: event.clientX, y: event.clientY } : null);
  });

  document.addEventListener("pointermove", (event) => {
    const chart = event.target.closest?.("#chart");
    if (!held && !chart) return;
    const bar = barAt(event);
    const layer = document.querySelector("#chart .nsewdrag");
    if (layer) layer.style.cursor = held && far(event) ? "grabbing" : bar && !reading() ? "pointer" : "";
    const other = held && far(event) && bar && bar.task !== held.task ? bar.task : "";
    if (held) say(other, event.clientX, event.clientY);
  });

  document.addEventListener("pointerup", (event) => {
    if (!held) return;
    const bar = barAt(event);
    if (bar?.task === held.task && !far(event)) send(held.task, null);
    else if (bar && bar.task !== held.task) send(held.task, bar.task);
    drop();
  });

  document.addEventListener("pointercancel", drop);

  const plain = (words) =>
    new DOMParser().parseFromString(words.replaceAll("<br>", ", "), "text/html").body.textContent;

  function reachable() {
    const all = inOrder();
    const same = all.find(({ path }) => path === stop?.path) ?? all.find(({ task }) => task === stop?.task);
    const lost = focused && !stop.path.isConnected;
    stop = same ?? all[0] ?? null;
    for (const { task, path, trace, at } of all) {
      path.setAttribute("role", reading() ? "img" : "button");
      path.setAttribute("tabindex", path === stop.path ? "0" : "-1");
      path.ariaLabel = plain(trace.hovertext[at]);
      path.ariaPressed = reading() ? null : String(task === held?.task);
      path.ariaHasPopup = reading() ? null : "menu";
    }
    if (lost && same) same.path.focus({ preventScroll: true });
  }

  function go(bar) {
    stop?.path.setAttribute("tabindex", "-1");
    stop = bar;
    bar.path.setAttribute("tabindex", "0");
    bar.path.focus();
    if (held) say(bar.task !== held.task ? bar.task : "", bar.box.left, bar.box.bottom);
  }

  document.addEventListener("keydown", (event) => {
    if (event.target.closest?.("#asks [role=menu]")) return browse(event);
    if (event.key === "Escape") return drop();
    if (!event.target.closest?.("#chart .barlayer")) return;
    const all = inOrder();
    const place = all.findIndex(({ path }) => path === event.target);
    const task = all[place]?.task;
    if (event.key in STEPS) {
      go(all[Math.min(Math.max(place + STEPS[event.key], 0), all.length - 1)]);
    } else if (reading()) {
      return;
    } else if (event.key === " ") {
      hold({ task });
    } else if (event.key === "Enter") {
      const first = held?.task ?? task;
      send(first, first === task ? null : task);
      drop();
    } else return;
    event.preventDefault();
  });

  document.addEventListener("focusin", ({ target }) => {
    focused = Boolean(target.closest?.("#chart .barlayer"));
  });

  let waiting = 0;
  new MutationObserver((changes) => {
    place();
    if (!changes.some(({ target }) => target.closest?.(".barlayer"))) return;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(reachable);
  }).observe(document, { childList: true, subtree: true });
})();
