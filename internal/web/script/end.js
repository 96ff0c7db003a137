// The end: the result, the plan, and what can be done with the answers.

let view = null; // the view whose result is shown

const reportHeading = (holder) => holder.querySelector("h1") || holder;

// showResult shows the result, and what the interview offers next.
const showResult = (v) => {
  view = v;
  const result = call("result", "");
  $("end").append($("next")); // out of the report that is replaced
  $("report").innerHTML = result.html;
  const first = $("report").querySelector("section");
  if (first) first.after($("next"));
  $("offer").hidden = v.kind !== "offer";
  if (v.kind === "offer") {
    $("offer-prompt").textContent = v.heading;
    $("offer-text").textContent = v.text.join(" ");
    $("offer-options").replaceChildren(...v.options.map((o) => button(o.text, () => { step = view; record({ pick: o.key }); })));
    $("offer-options").firstChild.classList.add("primary");
  }
  if ($("part-2-first")) $("part-2-first").hidden = v.kind !== "offer" || v.id === "more-skills";
  $("plans").replaceChildren(...result.roles.map((r) => button("Your plan for " + r.text, () => showPlan(r.key))));
  $("copy-fallback").hidden = true;
  $("done").textContent = "";
  keep({ answers: call("answers", "") }, "");
  show("end", reportHeading($("report")));
  $("end").dataset.step = v.kind + ":" + v.id;
};

// goBack goes back by some steps, and returns the view of the last.
const goBack = (steps) => {
  let v = null;
  for (; steps > 0; steps--) v = call("record", JSON.stringify({ back: true }));
  return v;
};

const showPlan = (role) => {
  $("plan-text").innerHTML = call("plan", role).html;
  show("plan", reportHeading($("plan-text")));
};

// save downloads a text as a file.
const save = (name, type, text) => {
  const a = element("a");
  a.href = URL.createObjectURL(new Blob([text], { type }));
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 60000);
  $("done").textContent = "Saved as " + name + ".";
};

// copy copies a text, or shows it to be copied where the browser doesn't allow
// that.
const copy = async (text, what) => {
  try {
    await navigator.clipboard.writeText(text);
    $("copy-fallback").hidden = true;
    $("done").textContent = "Copied: " + what + ".";
  } catch {
    $("copy-fallback").hidden = false;
    $("copy-text").value = text;
    $("copy-text").focus();
    $("copy-text").select();
  }
};

const answers = () => call("answers", $("holds") ? $("holds").value : "");

const answersName = () => "rolefit-" + (JSON.parse(answers()).id || "answers") + ".json";

$("download").addEventListener("click", () => save(answersName(), "application/json", answers()));
$("copy").addEventListener("click", () => copy(answers(), "your answers"));
$("save").addEventListener("click", () => save("rolefit-result.html", "text/html", call("page", "")));
$("link").addEventListener("click", () => copy(location.href.split("#")[0], "the address of this quiz, without your answers"));
$("print").addEventListener("click", () => print());
$("plan-print").addEventListener("click", () => print());
$("plan-back").addEventListener("click", () => show("end", reportHeading($("report"))));
$("edit").addEventListener("click", () => {
  const from = view;
  const before = call("answers", "");
  const steps = [];
  for (let v = from, backs = 1; v.canBack; backs++) {
    v = goBack(1);
    const [place] = v.progress.label.split(",");
    if (v.kind !== "offer") steps.unshift({ key: String(backs), text: place + ": " + v.heading });
  }
  call("restore", before);
  ask("edit", "Which answer do you want to change?", [], steps, (backs) => next(goBack(Number(backs))), () => showResult(from));
});
$("again").addEventListener("click", () => ask("again", "Start over?", ["This deletes your answers from this page. Download them first if you want to keep them."],
  [{ key: "yes", text: "Yes, start over" }, { key: "no", text: "No, back to the result" }],
  (key) => { if (key === "yes") startOver(); else showResult(view); }, () => showResult(view)));

// Answers that someone collects are handed in only after the person agrees.
if ($("consent")) {
  const update = () => { $("download").disabled = $("copy").disabled = !$("consent").checked; };
  $("consent").addEventListener("change", update);
  update();
}

// The contents list of a report must not replace the fragment, where answers
// are.
document.addEventListener("click", (e) => {
  const link = e.target.closest ? e.target.closest('a[href^="#s-"]') : null;
  const target = link && $(link.getAttribute("href").slice(1));
  if (!target) return;
  e.preventDefault();
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
});
