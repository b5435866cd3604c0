// The bars of the chart: a click asks why a task is there; a bar dragged onto another asks why it is
// not before that one. What was meant goes to the server as JSON, through the hidden box #pointed.
// Plotly covers its bars with a layer of its own, so that bars are found by where they stand.
(() => {
  const FAR = 8; // pixels: who moves less has clicked
  let held = null;
  let count = 0;

  function bars() {
    const found = [];
    for (const group of document.querySelectorAll("#chart .barlayer .trace")) {
      const trace = group.__data__?.[0]?.trace;
      if (trace?.meta !== "task") continue;
      for (const point of group.querySelectorAll(".point")) {
        found.push({ task: trace.customdata[point.__data__.i], path: point.querySelector("path") });
      }
    }
    return found;
  }

  function barAt({ clientX: x, clientY: y }) {
    return bars().find(({ path }) => {
      const box = path.getBoundingClientRect();
      return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
    });
  }

  window.whyflowBarAt = barAt; // `zoom.js` moves the chart only where there is none

  function send(task, other) {
    const box = document.querySelector("#pointed textarea, #pointed input");
    const write = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value").set;
    count += 1; // the same question twice is two questions
    write.call(box, JSON.stringify({ task, other, count }));
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function say(event, other) {
    const note = document.querySelector("#dragging");
    if (!note) return;
    note.hidden = !other;
    if (!other) return;
    note.textContent = note.dataset.words.replace("{a}", () => held.task).replace("{b}", () => other);
    note.style.left = `${event.clientX}px`;
    note.style.top = `${event.clientY}px`;
  }

  function drop() {
    held = null;
    const note = document.querySelector("#dragging");
    if (note) note.hidden = true;
  }

  const far = (event) => Math.hypot(event.clientX - held.x, event.clientY - held.y) > FAR;

  document.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.target.closest?.("#chart")) return;
    const bar = barAt(event);
    held = bar ? { task: bar.task, x: event.clientX, y: event.clientY } : null;
  });

  document.addEventListener("pointermove", (event) => {
    const chart = event.target.closest?.("#chart");
    if (!held && !chart) return;
    const bar = barAt(event);
    const layer = document.querySelector("#chart .nsewdrag");
    if (layer) layer.style.cursor = held && far(event) ? "grabbing" : bar ? "pointer" : "";
    if (held) say(event, far(event) && bar && bar.task !== held.task ? bar.task : "");
  });

  document.addEventListener("pointerup", (event) => {
    if (!held) return;
    const bar = barAt(event);
    if (bar?.task === held.task && !far(event)) send(held.task, null);
    else if (bar && bar.task !== held.task) send(held.task, bar.task);
    drop();
  });

  document.addEventListener("pointercancel", drop);
  document.addEventListener("keydown", (event) => event.key === "Escape" && drop());
})();
