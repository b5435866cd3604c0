// The time axis of the chart, nearer or farther: by the buttons above it, by Ctrl and the wheel, and
// moved by dragging where no bar is. Finer labels come with the figure (`layout.meta.levels`).
(() => {
  const PAPER = 680; // pixels: as wide as a sheet of it
  const MOST = 6; // labels that fit side by side
  const NEAREST = 200; // how far one can go in
  let from = null;

  // The charts are as wide as their place, also when the list of conversations takes some of it.
  const fit = new ResizeObserver((places) => {
    for (const { target } of places) {
      const plot = target.querySelector(".js-plotly-plot");
      if (plot?.layout && Math.abs(plot.clientWidth - plot._fullLayout.width) > 1) Plotly.Plots.resize(plot);
    }
  });
  new MutationObserver(() => {
    for (const place of document.querySelectorAll("#chart:not([data-fit]), #busy:not([data-fit])")) {
      place.dataset.fit = "";
      fit.observe(place);
    }
  }).observe(document, { childList: true, subtree: true });

  // Paper is white, and narrower than most windows.
  let dark = false;
  const printed = (change) => document.querySelectorAll("#chart .js-plotly-plot, #busy .js-plotly-plot")
    .forEach((plot) => plot.layout && Plotly.relayout(plot, change));
  addEventListener("beforeprint", () => {
    dark = document.body.classList.contains("dark");
    document.body.classList.remove("dark");
    printed({ width: PAPER });
  });
  addEventListener("afterprint", () => {
    document.body.classList.toggle("dark", dark);
    printed({ width: null, autosize: true });
  });

  const chart = () => document.querySelector("#chart .js-plotly-plot");
  const whole = (plot) => plot.layout.meta?.whole ?? plot.layout.xaxis.range;

  function show(plot, [first, last]) {
    const [begin, end] = whole(plot);
    const span = Math.min(end - begin, Math.max((end - begin) / NEAREST, last - first));
    const start = Math.min(Math.max(first, begin), end - span);
    const seen = (at) => at >= start && at <= start + span;
    const levels = plot.layout.meta?.levels ?? [];
    const fitting = levels.filter((level) => level.at.filter(seen).length <= MOST);
    const labels = fitting.at(-1) ?? levels[0];
    Plotly.relayout(plot, {
      "xaxis.range": [start, start + span],
      ...(labels && { "xaxis.tickvals": labels.at, "xaxis.ticktext": labels.words }),
    });
  }

  function zoom(plot, factor, share = 0.5) {
    const [first, last] = plot.layout.xaxis.range;
    const about = first + (last - first) * share;
    show(plot, [about - (about - first) * factor, about + (last - about) * factor]);
  }

  function move(plot, share) {
    const [first, last] = plot.layout.xaxis.range;
    const by = (last - first) * share;
    show(plot, [first + by, last + by]);
  }

  const ACTIONS = {
    in: (plot) => zoom(plot, 0.5),
    out: (plot) => zoom(plot, 2),
    back: (plot) => move(plot, -0.5),
    on: (plot) => move(plot, 0.5),
    all: (plot) => show(plot, whole(plot)),
  };

  document.addEventListener("click", (event) => {
    const action = event.target.closest?.("[data-zoom]")?.dataset.zoom;
    if (action && chart()) ACTIONS[action](chart());
  });

  document.addEventListener("wheel", (event) => {
    const plot = event.target.closest?.("#chart") && chart();
    if (!plot || !event.ctrlKey) return;
    event.preventDefault();
    const box = plot.querySelector(".nsewdrag").getBoundingClientRect();
    zoom(plot, event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - box.left) / box.width);
  }, { passive: false });

  document.addEventListener("pointerdown", (event) => {
    const plot = event.button === 0 && event.target.closest?.("#chart .nsewdrag") && chart();
    if (!plot || window.whyflowBarAt(event)) return;
    const box = event.target.getBoundingClientRect();
    from = { x: event.clientX, range: [...plot.layout.xaxis.range], width: box.width };
  });
  document.addEventListener("pointermove", (event) => {
    if (!from || !chart()) return;
    const [first, last] = from.range;
    const by = ((from.x - event.clientX) / from.width) * (last - first);
    requestAnimationFrame(() => from && show(chart(), [first + by, last + by]));
  });
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => (from = null));
})();
