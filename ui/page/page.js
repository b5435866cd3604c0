// What the page does without asking the server: saves a file that the server made, or the chart as a
// picture; takes files that are dropped anywhere on the desk; opens the passage that an answer cites;
// says when the server does not answer or was started anew, and when the session has ended; changes
// between light and dark; shows what was said and changed in another window.
(() => {
  const LOOK = 10_000; // milliseconds between two looks whether the server is still there
  const INK = "#1f2937"; // a picture is for paper, whatever the theme of the page

  // Whose clock "tomorrow at three" is on. In a panel on another page the cookie is kept for that page.
  const place = window.top === window ? "samesite=lax" : "samesite=none; secure; partitioned";
  const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
  document.cookie = `whyflow-zone=${zone}; path=/; max-age=31536000; ${place}`;

  function save(name, url) {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
  }

  function picture(name) {
    const chart = document.querySelector("#chart .js-plotly-plot");
    if (!chart) return;
    const { width, height } = chart.getBoundingClientRect();
    const font = { ...chart.layout.font, color: INK };
    const layout = { ...chart.layout, paper_bgcolor: "#fff", plot_bgcolor: "#fff", font };
    Plotly.downloadImage({ data: chart.data, layout }, { format: "png", scale: 2, width, height, filename: name });
  }

  window.whyflowSave = (text) => {
    if (!text) return;
    const file = JSON.parse(text);
    if (file.png) return picture(file.png);
    const bytes = Uint8Array.from(atob(file.data), (letter) => letter.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: file.type }));
    save(file.name, url);
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };

  // A link to a conversation has done its work: what is opened next is not to be left at a reload.
  window.whyflowArrived = () => {
    const here = new URL(location);
    here.searchParams.delete("chat");
    history.replaceState(history.state, "", here);
    arrived = true;
  };

  // What is said and changed in one window is shown in the others, and in one that is come back to:
  // once it is looked at, nobody types in a cell there, and no answer is awaited there.
  const others = new BroadcastChannel("whyflow");
  let arrived = false, news = false;
  const typing = () => document.activeElement.matches(":is(#tasks, #pools, #calendars, #frame) :is(input, textarea)");
  const awaiting = () => document.querySelector("#halt")?.checkVisibility();
  function catchUp() {
    if (!news || !arrived || document.hidden || typing() || awaiting()) return;
    news = false;
    document.querySelector("#elsewhere")?.click();
  }
  function hear() {
    news = true;
    catchUp();
  }
  window.whyflowTold = () => others.postMessage("");
  others.addEventListener("message", hear);
  addEventListener("focus", hear);
  document.addEventListener("visibilitychange", catchUp);
  document.addEventListener("focusout", () => setTimeout(catchUp));

  // Only the desk takes files anywhere; the other pages have fields of their own for them.
  const taking = () => document.querySelector("#upload")?.parentElement.querySelector("input[type=file]");
  const brings = (event) => event.dataTransfer?.types.includes("Files") && taking();
  const mark = (on) => document.body.classList.toggle("dropping", on);

  document.addEventListener("dragover", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    mark(true);
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || mark(false));
  document.addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    event.stopPropagation();
    mark(false);
    const input = taking();
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, true);

  async function check() {
    const note = document.querySelector("#offline"), anew = document.querySelector("#anew");
    if (note && !document.hidden) {
      const said = await fetch("/healthz", { cache: "no-store" })
        .then((answer) => answer.ok && answer.json()).catch(() => null);
      note.hidden = Boolean(said);
      anew.hidden = !said || said.run === anew.dataset.run;
    }
  }
  async function look() {
    await check();
    setTimeout(look, LOOK);
  }
  setTimeout(look, LOOK);
  for (const change of ["online", "offline"]) {
    addEventListener(change, () => {
      const note = document.querySelector("#offline");
      if (note) note.hidden = change === "online";
      check();
    });
  }

  // What is asked from beside an open source is answered above it.
  const upwards = () => document.querySelector(".talk")?.scrollTo({ top: 0 });
  document.addEventListener("keydown", ({ key, target }) => {
    if (key === "Enter" && target.closest?.("#box")) upwards();
  });
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("#box button, #again, #mend")) upwards();
  });

  // A session ends after hours. A panel then asks its host who is looking; elsewhere a note says so.
  const typed = () => document.querySelector("#box textarea")?.value ?? "";
  const ask = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await ask(...asked);
    if (answer.status !== 401) return answer;
    const note = document.querySelector("#ended");
    if (window.whyflowEnded) window.whyflowEnded(typed());
    else if (note) note.hidden = false;
    return answer;
  };

  // Whoever loads the page because of a note finds what they typed; until they do something on it,
  // for on a slow machine the box is emptied once more while the page is being built.
  const kept = (() => { try { return sessionStorage; } catch { return null; } })(); // not in every frame
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("#anew a, #ended a") && typed()) kept?.setItem("typed", typed());
  });
  // Gradio loads the page anew by itself once a server is back that went away in mid-answer.
  let lost = false;
  addEventListener("pagehide", () => lost && typed() && kept?.setItem("typed", typed()));
  for (const done of ["keydown", "pointerdown"]) {
    document.addEventListener(done, () => document.querySelector("#box") && kept?.removeItem("typed"), true);
  }
  function retype() {
    const box = document.querySelector("#box textarea"), before = kept?.getItem("typed");
    if (!box || !before || box.value === before) return;
    box.value = before;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  const SAID = { // by Gradio, in English only, and by our server as a program would read it
    large: /^File\(s\) exceed the maximum allowed size of (?<limit>.+?): (?<files>.+)$/,
    strange: /^Invalid file types?: (?<files>.+?)(?<more> and \d+ more)?\. Only (?<kinds>.+) allowed\.$/,
    refused: /^HTTP \d+: \{"detail":"(?<detail>.+)","request":"[\w-]+"\}$/,
  };
  function retell(each) {
    for (const [name, words] of Object.entries(SAID)) {
      const said = each.textContent.match(words)?.groups;
      const told = document.querySelector("#offline")?.dataset[name];
      if (!said || !told) continue;
      if (said.limit) said.limit = said.limit.replace(".0 ", " ").toUpperCase(); // it writes 10.0 Mb
      if (said.more) said.files += " …";
      each.textContent = told.replace(/\{(\w+)\}/g, (_, key) => said[key]);
    }
  }

  // What Gradio's own markup gets wrong for who listens to the page instead of looking at it.
  const MENDS = [
    ["#chat .example[aria-label]", (each) => each.removeAttribute("aria-label")], // its text says it
    ["#chat .examples[role=list]", (each) => each.removeAttribute("role")], // it holds buttons
    [".thought-group .title[role=button] button:not([disabled])", (each) => {
      each.disabled = true; // the title around it is the button
      each.ariaHidden = "true";
    }],
    ["#templates .virtual-table-viewport:not([tabindex])", (each) => each.tabIndex = 0], // it scrolls
    [".search-input:not([aria-label])", (each) => each.setAttribute("aria-label", each.title)],
    [".toast-body:not(.connection)", (each) => {
      if (!each.textContent.includes("Connection to the server was lost")) return;
      lost = true;
      each.classList.add("connection"); // hidden: it is English, and covers what we say of it
      check();
    }],
    ["[data-testid=toast-text]", retell],
    [".toast-header[role=button]", (each) => {
      each.removeAttribute("role"); // it holds a button, which closes it
      each.removeAttribute("tabindex");
    }],
  ];
  function rename() {
    const names = JSON.parse(document.querySelector("#offline")?.dataset.names ?? "{}");
    for (const what of ["aria-label", "title", "placeholder"]) {
      for (const each of document.querySelectorAll(`[${what}]`)) {
        const said = each.getAttribute(what);
        const name = names[said] ?? said.replace(/^(user|bot)'s message(?=: )/, (_, who) => names[who] ?? who);
        if (name !== said) each.setAttribute(what, name);
      }
    }
  }

  let mending = 0;
  new MutationObserver(() => {
    cancelAnimationFrame(mending);
    mending = requestAnimationFrame(() => {
      for (const [which, mend] of MENDS) document.querySelectorAll(which).forEach(mend);
      rename();
      retype();
      catchUp();
    });
  }).observe(document, { childList: true, subtree: true });

  // Light or dark at once; the link itself would load the page anew, and what is typed would be gone.
  document.addEventListener("click", (event) => {
    const theme = event.target.closest?.('a[href^="/theme/"]')?.pathname.split("/").pop();
    if (!theme) return;
    event.preventDefault();
    document.cookie = `whyflow-theme=${theme}; path=/; max-age=31536000; ${place}`;
    document.body.classList.toggle("dark", theme === "dark");
    const here = new URL(location);
    here.searchParams.set("__theme", theme);
    history.replaceState(history.state, "", here);
    document.querySelector(`.to-${theme === "dark" ? "light" : "dark"}`)?.focus();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('#chat a[href*="#source-"]');
    if (!link) return;
    event.preventDefault();
    const sources = document.querySelector("#sources");
    const passage = document.getElementById(link.hash.slice(1));
    const folded = sources?.querySelector("button[aria-expanded=false]");
    folded?.click();
    if (!passage) return;
    passage.open = true;
    passage.scrollIntoView({ block: "center" });
    passage.querySelector("summary").focus();
  });
})();
