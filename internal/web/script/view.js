// The page shows one part at a time. Texts of the pack are only ever set as
// text; the HTML that is set comes from the engine, which escapes them.

const $ = (id) => document.getElementById(id);
const parts = ["intro", "step", "end", "plan"];
const title = document.title;

// show shows one part, and moves the focus to its heading.
const show = (id, heading) => {
  for (const part of parts) $(part).hidden = part !== id;
  $("main").classList.toggle("wide", id === "end" || id === "plan");
  document.title = id === "intro" ? title : heading.textContent + " | " + title;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
};

// say announces something to screen readers.
const say = (text) => { $("live").textContent = text; };

// element makes an element with a class and a text.
const element = (name, className, text) => {
  const e = document.createElement(name);
  if (className) e.className = className;
  if (text !== undefined) e.textContent = text;
  return e;
};

const button = (text, act) => {
  const b = element("button", "", text);
  b.type = "button";
  b.addEventListener("click", act);
  return b;
};

// Keys that pick an option, without those that do something else.
const pickKeys = "123456789acdeghijklmnopqrtuvwxyz";

// A step is what is on the screen: a view of the engine, or a choice that the
// page itself offers (which has the key "act" in its options).
let step = null;
let best = null; // the option chosen as best while the worst is asked for
let shownAt = 0; // when the step came up, in milliseconds

// Nobody reads a step in this time: a key pressed too often, or a second tap on
// the same place, must not answer it.
const pause = 250;

// fill shows a step.
const fill = (view) => {
  step = view;
  best = null;
  shownAt = performance.now();
  $("progress").textContent = view.progress.label;
  $("bar").hidden = !view.progress.max;
  $("bar").max = view.progress.max || 1;
  $("bar").value = view.progress.value || 0;
  $("heading").textContent = view.heading;
  $("text").replaceChildren(...view.text.map((t) => element("p", "", t)));
  $("note").textContent = view.note || "";
  $("instruction").textContent = view.instruction;
  $("options").replaceChildren(...view.options.map(optionItem));
  $("back").hidden = !view.canBack;
  $("skip").hidden = !view.skips.length;
  $("finish").hidden = !view.finish;
  say("");
  delete $("step").dataset.step;
  setTimeout(() => { if (step === view) $("step").dataset.step = view.kind + ":" + view.id; }, pause);
  show("step", $("heading"));
};

const shortcut = (option, i) => (step.kind === "skill" ? option.key : pickKeys[i] || "");

const optionItem = (option, i) => {
  const item = element("li");
  const b = button("", () => choose(i));
  b.append(element("span", "key", shortcut(option, i)), element("span", "words", option.text));
  if (option.before) b.append(element("span", "mark past", { best: "was best", worst: "was worst" }[option.before] || "your answer"));
  b.firstChild.setAttribute("aria-hidden", "true");
  item.append(b);
  return item;
};

// markBest shows which option is the best so far; none for null.
const markBest = () => {
  $("options").querySelectorAll("button").forEach((b, i) => {
    const chosen = best === i;
    b.querySelectorAll(".mark:not(.past)").forEach((m) => m.remove());
    b.removeAttribute("aria-pressed");
    if (!chosen) return;
    b.setAttribute("aria-pressed", "true");
    b.append(element("span", "mark", "Best"));
  });
  $("instruction").textContent = best === null ? step.instruction : step.then;
  $("back").hidden = !step.canBack && best === null;
  say(best === null ? step.instruction : "Best: " + step.options[best].text + ". " + step.then);
};

// choose takes an option: of a question the best, then the worst.
const choose = (i) => {
  if (performance.now() - shownAt < pause) return;
  const option = step.options[i];
  if (step.act) return step.act(option.key);
  if (step.kind === "question" && step.then) {
    if (best === null || best === i) {
      best = best === i ? null : i;
      return markBest();
    }
    return record({ best: step.options[best].key, worst: option.key }, "Worst: " + option.text + ".");
  }
  const event = { question: { best: option.key }, skill: { level: Number(option.key) } }[step.kind] || { pick: option.key };
  record(event, "Picked: " + option.text + ".");
};

const back = () => {
  if (best !== null) {
    best = null;
    return markBest();
  }
  if (step.act) return step.cancel();
  record({ back: true });
};

// ask shows a choice that the page offers itself. Going back from it cancels.
const ask = (id, heading, text, options, act, cancel) => fill({
  kind: "ask", id, heading, text, instruction: "", options, skips: [], finish: "", canBack: true, progress: { label: "" }, act, cancel,
});

const skip = () => {
  const from = step;
  if (from.skips.length === 1) return record({ skip: from.skips[0].key }, "Skipped.");
  ask("skip", "Why do you want to skip this?", ["A skipped question counts for nothing. Another one may take its place."], from.skips,
    (key) => { step = from; record({ skip: key }, "Skipped."); }, () => fill(from));
};

const finish = () => {
  const from = step;
  ask("finish", "Finish now?", [from.finish], [{ key: "yes", text: "Yes, show my result" }, { key: "no", text: "No, continue" }],
    (key) => { step = from; if (key === "yes") record({ finish: true }); else fill(from); }, () => fill(from));
};

// Keys do what the buttons do, unless they go to a field or the person has
// turned them off.
document.addEventListener("keydown", (e) => {
  if ($("step").hidden || !$("shortcuts").checked || e.ctrlKey || e.metaKey || e.altKey || e.repeat) return;
  if (e.target.matches("textarea, select, input:not([type=checkbox])")) return;
  const key = e.key.toLowerCase();
  const i = step.options.findIndex((option, n) => shortcut(option, n) === key);
  const command = { b: $("back"), s: $("skip"), f: $("finish") }[key];
  if (i >= 0) choose(i);
  else if (command && !command.hidden) command.click();
  else return;
  e.preventDefault();
});
$("back").addEventListener("click", back);
$("skip").addEventListener("click", skip);
$("finish").addEventListener("click", finish);
