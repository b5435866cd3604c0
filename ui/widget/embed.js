// Whyflow on your page: a button, and a panel with Whyflow in it. See docs/developers.md.
// It needs no inline script or style, keeps nothing, and listens only to its own panel.
(() => {
  const script = document.currentScript ?? document.querySelector("script[data-whyflow]"); // of a module
  if (!script || window.whyflow?.context) return; // an element may be called like that too
  const set = script.dataset;
  const home = new URL(script.src).origin;
  const language = (set.language || document.documentElement.lang || "en").startsWith("zh") ? "zh" : "en";
  const words = {
    en: { open: "Ask Whyflow", close: "Close Whyflow", title: "Whyflow" },
    zh: { open: "问 Whyflow", close: "关闭 Whyflow", title: "Whyflow" },
  }[language];
  const side = set.position === "left" ? "left" : "right";
  let context = read(set.context);
  let frame = null;

  function read(text) {
    try {
      return text ? JSON.parse(text) : null;
    } catch {
      console.warn("whyflow: data-context is not JSON");
      return null;
    }
  }

  const place = document.createElement("whyflow-widget");
  const root = place.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet(); // allowed where a style element would not be
  style.replaceSync(`
    :host { all: initial; }
    button { position: fixed; z-index: 2147483000; bottom: 20px; ${side}: 20px; min-width: 56px; height: 56px;
      padding: 0 20px; border: 0; border-radius: 28px; background: #1d4ed8; color: #fff; cursor: pointer;
      font: 600 16px/1 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif;
      box-shadow: 0 4px 16px rgb(0 0 0 / .3); }
    button:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 3px; }
    div { position: fixed; z-index: 2147483000; bottom: 88px; ${side}: 20px; width: min(440px, calc(100vw - 40px));
      height: min(720px, calc(100vh - 108px)); border-radius: 14px; overflow: hidden; background: Canvas;
      box-shadow: 0 8px 32px rgb(0 0 0 / .35); }
    div[hidden] { display: none; }
    iframe { width: 100%; height: 100%; border: 0; }
    @media (max-width: 520px) { div { inset: 0 0 84px; width: 100%; height: auto; border-radius: 0; } }
  `);
  root.adoptedStyleSheets = [style];
  const button = document.createElement("button");
  button.type = "button";
  const panel = document.createElement("div");
  panel.hidden = true;
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", words.title);
  root.append(button, panel);

  function show(open) {
    if (open && !frame) {
      frame = document.createElement("iframe");
      frame.title = words.title;
      frame.allow = "clipboard-write";
      frame.src = `${home}/embed?language=${language}#${encodeURIComponent(location.origin)}`;
      panel.append(frame);
    }
    panel.hidden = !open;
    button.textContent = open ? "✕" : set.label || words.open;
    button.setAttribute("aria-label", open ? words.close : set.label || words.open);
    button.setAttribute("aria-expanded", String(open));
    if (open) frame.focus();
    else button.focus({ preventScroll: true });
  }

  // A fresh token each time the panel asks who is looking: it lives for minutes only.
  async function token() {
    if (!set.tokenUrl) return set.token || "";
    const answer = await fetch(set.tokenUrl, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok) throw new Error(`${set.tokenUrl} answered ${answer.status}`);
    return (await answer.json()).token;
  }

  function tell(type, rest) {
    frame.contentWindow.postMessage({ whyflow: 1, type, ...rest }, home);
  }

  addEventListener("message", async (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== home) return;
    if (event.data?.whyflow !== 1) return;
    if (event.data.type === "close") show(false);
    if (event.data.type !== "ready") return;
    const hello = { language, theme: set.theme || "auto", message: set.message || "", context };
    try {
      tell("hello", { ...hello, token: await token() });
    } catch (error) {
      console.warn("whyflow: no token", error);
      tell("hello", { ...hello, token: "" });
    }
  });
  button.addEventListener("click", () => show(panel.hidden));
  panel.addEventListener("keydown", (event) => event.key === "Escape" && show(false));

  window.whyflow = {
    open: () => show(true),
    close: () => show(false),
    context(value) { // what the panel should know of this page, from now on
      context = value;
      if (frame) tell("context", { context });
    },
  };
  const start = () => {
    document.body.append(place);
    panel.hidden = true;
    button.textContent = set.label || words.open;
    button.setAttribute("aria-expanded", "false");
  };
  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
})();
