// Runs a script of the site in Node, with as much of a browser around it as it touches.
const { readFileSync } = require("node:fs");
const vm = require("node:vm");
const HOST = "https://intranet.example";

function browser({ name = "", path = "/en/", hash = "", elements = {}, framed = true, answers = {} }) {
  const heard = {}, went = [], told = [];
  const parent = { postMessage: (message, to) => told.push([message.type, to]) };
  const page = { lang: "en", dataset: { origins: HOST } };
  const window = {
    name,
    console,
    CSSStyleSheet: class { replaceSync() {} },
    MutationObserver: class { observe() {} disconnect() {} },
    setTimeout: () => 0,
    BroadcastChannel: class { postMessage() {} addEventListener() {} },
    location: { pathname: path, hash, replace: (address) => went.push(address) },
    localStorage: new Map(),
    sessionStorage: new Map(),
    fetch: async (address) => answers[address],
    addEventListener: (kind, hear) => (heard[kind] = hear),
    document: {
      documentElement: page,
      addEventListener() {},
      getElementById: (id) => elements[`#${id}`] ?? null,
      querySelector: (which) => elements[which] ?? null,
    },
  };
  window.window = window;
  window.parent = framed ? parent : window;
  const hear = (data) => heard.message({ source: parent, origin: HOST, data: { whyflow: 1, ...data } });
  const run = (file) => vm.runInNewContext(readFileSync(file, "utf8"), window);
  return { window, went, told, hear, run };
}

async function panel(frame, script) {
  const typed = { "#box textarea": { value: "half a word" } };
  const over = { "/en/call": { status: 401 } };
  const inside = browser({ name: JSON.stringify({ host: HOST }), path: "/zh/", elements: typed, answers: over });
  inside.run(frame);
  inside.run(script);
  await inside.window.fetch("/en/call");

  const answers = { "/embed/session": { ok: true, json: async () => ({ known: true }) } };
  const first = browser({ name: inside.window.name, path: "/embed", elements: { "#state": {} }, answers });
  first.run(frame);
  first.hear({ type: "hello", language: "zh", message: "Hello", token: "fresh" });
  await new Promise((done) => setImmediate(done));
  return { left: inside.went, told: first.told, went: first.went, kept: JSON.parse(first.window.name).text };
}

async function alone(frame, script) {
  const ended = { hidden: true };
  const answers = { "/en/well": { status: 200 }, "/en/call": { status: 401 } };
  const page = browser({ framed: false, elements: { "#ended": ended }, answers });
  page.run(frame);
  page.run(script);
  await page.window.fetch("/en/well");
  const before = ended.hidden;
  await page.window.fetch("/en/call");
  return { before, after: ended.hidden };
}

const [, , frame, script] = process.argv;
Promise.all([panel(frame, script), alone(frame, script)]).then(([inside, outside]) =>
  console.log(JSON.stringify({ panel: inside, alone: outside })));
