// The engine, and where the answers are kept.

const prefix = "#a=";
let config = null;
let memory = null; // of the engine

// call calls a function of the engine.
const call = (name, argument) => {
  const out = JSON.parse(globalThis.rolefit(name, argument));
  if (out.error) throw new Error(out.error);
  return out.value;
};

// keep puts the answers where a reload finds them: in the state, which is
// nowhere in the address, or in the fragment.
const keep = (state, fragment) => {
  try {
    history.replaceState(state, "", location.pathname + location.search + fragment);
  } catch {
    // Some viewers don't allow it. Then a reload starts over.
  }
};

const encode = (text) => {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

const decode = (text) => {
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
};

// kept returns the answers that a reload or a bookmark brings back; null if
// there are none.
const kept = () => {
  if (location.hash.startsWith(prefix)) return decode(location.hash.slice(prefix.length));
  return history.state && history.state.answers ? history.state.answers : null;
};

// next shows what follows: a step of the interview, or the result.
const next = (v) => {
  notify("");
  document.documentElement.dataset.memory = memory.buffer.byteLength;
  if (v.kind === "offer" || v.kind === "done") return showResult(v);
  keep(null, v.answered || v.canBack ? prefix + encode(v.answers) : "");
  fill(v);
};

// record records an event at the current step, and announces what it was.
const record = (event, said) => {
  const answers = !event.back && !event.finish;
  if (answers) Object.assign(event, { kind: step.kind, id: step.id });
  event.shown = (performance.now() - shownAt) / 1000;
  next(call("record", JSON.stringify(event)));
  if (said) say(said);
};

const open = () => call("open", JSON.stringify({
  pack: config.pack, roles: config.roles || [], seed: crypto.getRandomValues(new Uint32Array(1))[0], id: randomID(),
}));

const randomID = () => "web-" + Array.from(crypto.getRandomValues(new Uint8Array(6)), (b) => b.toString(16).padStart(2, "0")).join("");

const begin = () => next(open());

const restore = (text) => next(call("restore", text));

const startOver = () => {
  keep(null, "");
  $("begin").hidden = false;
  $("loading").textContent = "";
  show("intro", $("title"));
};

// attempt runs something that may fail on foreign answers. Then it says so, and
// the person stays where they are.
const attempt = (act) => {
  try {
    act();
  } catch (error) {
    const why = "Those answers don't fit this quiz, which may have changed since: " + error.message.split("\n")[0] + ".";
    if ($("intro").hidden) {
      restore(call("answers", ""));
      return notify(why + " You can continue with yours.");
    }
    startOver();
    $("loading").textContent = why + " You can start over.";
  }
};

// load starts the engine.
const load = async () => {
  config = JSON.parse($("config").textContent);
  const bytes = Uint8Array.from(atob($("engine").textContent), (c) => c.charCodeAt(0));
  $("engine").remove();
  const wasm = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const go = new Go();
  const { instance } = await WebAssembly.instantiate(await new Response(wasm).arrayBuffer(), go.importObject);
  go.run(instance);
  memory = instance.exports.mem;
};

// warm draws a result in pieces while the person reads, so that the browser has
// compiled what it takes.
const warm = (n) => {
  if (call("warm", String(n))) setTimeout(() => warm(n + 1), 30);
  else document.documentElement.dataset.warm = "true";
};

// fail shows the quiz on paper, and why.
const fail = (error) => {
  document.documentElement.classList.remove("scripts");
  $("no-scripts").hidden = true;
  $("no-engine").hidden = false;
  $("no-engine").append(" (" + error.message + ")");
};

// whenReady does something as soon as the engine runs.
const whenReady = async (act) => {
  $("loading").textContent = "Getting ready …";
  try {
    await ready;
  } catch {
    return; // fail has said so
  }
  $("loading").textContent = "";
  act();
};

// notify shows a message above everything; none for "".
const notify = (text) => {
  $("failed").hidden = !text;
  $("failed").textContent = text;
};

// Whatever else fails, the answers are in the address.
const failed = () => notify("Something went wrong. Reload this page to continue with your answers.");
addEventListener("error", failed);
addEventListener("unhandledrejection", failed);

$("begin").addEventListener("click", () => whenReady(begin));
$("open").addEventListener("change", (e) => {
  const file = e.target.files[0];
  e.target.value = "";
  if (file) file.text().then((text) => whenReady(() => attempt(() => restore(text))));
});
addEventListener("hashchange", () => {
  if (location.hash.startsWith(prefix)) whenReady(() => attempt(() => restore(kept())));
});

// The engine is at the end of the page; what comes before works already.
const ready = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve)).then(load);
if (location.hash.startsWith(prefix) || history.state && history.state.answers) {
  $("begin").hidden = true;
  $("loading").textContent = "Getting your answers back …";
}
ready.then(() => {
  open();
  let answers = null;
  attempt(() => {
    answers = kept();
    if (answers !== null) restore(answers);
  });
  if (answers === null) warm(0);
  document.documentElement.dataset.ready = "true";
}, fail);
