// In the panel of a widget: learns from the host's page who is looking and what about, and puts the
// host's words into the message box. Outside of a panel it does nothing.
(() => {
  if (window === window.parent) {
    const state = document.getElementById("state");
    if (location.pathname === "/embed" && state) state.textContent = document.documentElement.dataset.alone;
    return;
  }
  // The name of the frame outlives the way from /embed to the page; storage may be forbidden here.
  const kept = read(window.name);
  const keep = (more) => (window.name = JSON.stringify(Object.assign(kept, more)));
  const state = document.getElementById("state");
  const page = document.documentElement;

  function read(text) {
    try {
      return JSON.parse(text) || {};
    } catch {
      return {};
    }
  }

  // Where the browser forbids storage, Gradio's own must still find some; it lasts as long as the page.
  function lend(name) {
    try {
      void window[name].length;
    } catch {
      const held = new Map();
      const value = {
        getItem: (key) => held.get(String(key)) ?? null,
        setItem: (key, text) => void held.set(String(key), String(text)),
        removeItem: (key) => void held.delete(String(key)),
        clear: () => held.clear(),
        key: (place) => [...held.keys()][place] ?? null,
        get length() {
          return held.size;
        },
      };
      Object.defineProperty(window, name, { value, configurable: true });
    }
  }

  function tell(type) {
    if (kept.host) parent.postMessage({ whyflow: 1, type }, kept.host);
  }

  function listen(hear) {
    addEventListener("message", (event) => {
      if (event.source !== parent || event.origin !== kept.host || event.data?.whyflow !== 1) return;
      hear(event.data);
    });
  }

  // What is open in the panel is closed first; by then it may say that it is closed.
  let list = null;
  addEventListener("keydown", ({ target }) => (list = target.closest?.("input[aria-expanded=true]")), true);
  addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && !list && tell("close"));

  // The first page: from the host's token to a session, and on to Whyflow itself.
  async function enter(hello) {
    const headers = { "content-type": "application/json", "accept-language": page.lang };
    const body = JSON.stringify({ token: hello.token || "" });
    const answer = await fetch("/embed/session", { method: "POST", headers, body });
    if (!answer.ok) {
      const { detail } = await answer.json();
      throw new Error(detail || page.dataset.failed);
    }
    if (!(await (await fetch("/embed/session")).json()).known) throw new Error(page.dataset.cookies);
    keep({ text: kept.typed || words(hello.message, hello.context), typed: "", told: false });
    const theme = ["light", "dark"].includes(hello.theme) ? hello.theme : "";
    // The address holds it for one page, the cookie for all that are opened in the panel.
    if (theme) document.cookie = `whyflow-theme=${theme}; path=/; samesite=none; secure; partitioned`;
    location.replace(`/${hello.language === "zh" ? "zh" : "en"}/${theme && `?__theme=${theme}`}`);
  }

  // What the message box starts with: the first message, then what the context says, line by line.
  function words(message, context) {
    const lines = Object.entries(context || {}).map(([name, value]) => `${name}: ${value}`);
    return [message, ...lines].filter(Boolean).join("\n");
  }

  function put(text) {
    const box = document.querySelector("#box textarea");
    if (!box) return false;
    const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
    write.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }

  if (state) {
    const host = decodeURIComponent(location.hash.slice(1));
    if (page.dataset.origins.split(" ").includes(host)) keep({ host });
    let entering = false;
    listen((said) => {
      if (said.type !== "hello" || entering) return;
      entering = true;
      enter(said).catch((error) => {
        state.textContent = error.message;
        state.setAttribute("role", "alert");
      });
    });
    tell("ready");
    return;
  }

  // Whyflow itself, in the panel.
  lend("localStorage");
  lend("sessionStorage");
  const style = new CSSStyleSheet(); // the box is in sight, also with what the host has put into it
  style.replaceSync(`.brand p { display: none !important; }
    @media (max-width: 900px) { #chat#chat#chat { height: calc(100vh - 330px) !important; min-height: 200px !important; } }`);
  document.adoptedStyleSheets = [style];
  window.whyflowEnded = (typed) => { // by page.js: the first page asks the host who is looking
    keep({ typed });
    location.replace(`/embed?language=${location.pathname.startsWith("/zh") ? "zh" : "en"}`);
  };
  listen((said) => {
    if (said.type === "context") put(words("", said.context));
  });
  if (kept.text && !kept.told) {
    const watch = new MutationObserver(() => {
      if (!put(kept.text)) return;
      watch.disconnect();
      keep({ told: true });
    });
    watch.observe(page, { childList: true, subtree: true });
  }
})();
