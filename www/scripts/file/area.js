// A whole customer base, from a file: chosen, judged in a worker, shown, and taken away as CSV.

import { announce } from "../announce.js";
import { element, refill } from "../dom.js";
import { grouped, plain, verbatim } from "../text.js";
import { chart } from "./chart.js";
import { recordDetails } from "./details.js";
import { intake } from "./intake.js";
import { startJob } from "./job.js";
import { judgements } from "./judgements.js";
import { recordList } from "./list.js";
import { problemLine } from "./problem-line.js";
import { jobProgress } from "./progress.js";
import { saveFile } from "./save.js";
import { recordSource } from "./source.js";

const SUBJECT = "file";
// Often enough to be seen moving.
const BETWEEN_DRAWINGS = 100;

export function fileArea({ input, result, counts: countsPanel, list: listPanel, details: detailsPanel }) {
  const choice = intake({ take: judge, complain, rejudge: () => shown && judge(shown.file), sample });
  const heading = element("h3", { tabindex: "-1" });
  const state = element("div", { class: "file-state" });
  const progress = jobProgress({ cancel: () => running?.cancel() });
  const actions = element("div", { class: "actions" });
  const counts = chart(countsPanel);
  const details = recordDetails(detailsPanel);
  const list = recordList({ panel: listPanel, choose: (index) => details.show(index, shown) });
  // The file on the page, with what is known of it.
  let shown;
  // What is being done.
  let running;
  let drawn = 0;

  // One thing at a time: what begins ends what is running. Gives nothing if something else has begun meanwhile.
  async function run(job, given, { title, subject, told }) {
    running?.cancel();
    running = undefined;
    result.hidden = false;
    heading.replaceChildren(title, " ", verbatim(subject));
    tell();
    progress.begin(`${title} ${plain(subject)}`);
    const own = startJob(job, given, (news) => running === own && progress.update(told(news)));
    running = own;
    const how = await own.ended;
    if (running !== own) return undefined;
    running = undefined;
    if (progress.node.contains(document.activeElement)) heading.focus();
    progress.end();
    return how;
  }

  async function judge(file) {
    const judged = judgements();
    // Stopped, until it has come to its end.
    const own = { file, judged, options: choice.options(), source: recordSource(file, judged), isStopped: true };
    shown = own;
    details.clear();
    list.open(own);
    const begun = performance.now();
    const told = (piece) => {
      judged.add(piece);
      own.source.describe(piece);
      own.tally = piece.tally;
      if (performance.now() - drawn > BETWEEN_DRAWINGS) draw();
      return { share: piece.read / file.size, text: customers(judged.count()) };
    };
    draw();
    const how = await run("judge", { file, options: own.options }, { title: "Judging", subject: file.name, told });
    if (!how) return;
    draw();
    const problem = how.problem ?? how.done?.problem;
    const count = customers(judged.count());
    own.isStopped = !how.done && !how.problem;
    own.canBeSaved = judged.count() > 0 && how.done !== undefined;
    heading.replaceChildren(verbatim(file.name));
    if (problem) tell(judged.count() > 0 ? `${count} judged, then the reading ended.` : "Nothing was judged.", problem);
    else if (how.done) tell(`${count} judged in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
    else tell(`Stopped. ${count} judged until then.`);
  }

  async function save() {
    const { file, options, judged } = shown;
    const told = ({ read }) => ({ share: read / file.size, text: "" });
    const how = await run("result", { file, options }, { title: "Writing the result of", subject: file.name, told });
    if (!how) return;
    heading.replaceChildren(verbatim(file.name));
    if (how.problem) return tell("The result was not written.", how.problem);
    if (!how.done) return tell("Stopped. Nothing was saved.");
    saveFile(how.done, `${file.name.replace(/\.[^.]*$/, "")}-eligibility.csv`);
    tell(`The decisions for ${customers(judged.count())} are in the downloaded file.`);
  }

  async function sample({ count, kind }, use) {
    const told = ({ made }) => ({ share: made / count, text: customers(made) });
    const how = await run("sample", { count, kind }, { title: "Making", subject: customers(count), told });
    if (!how) return;
    heading.replaceChildren("Sample");
    if (how.problem) return tell("The sample was not made.", how.problem);
    if (!how.done) return tell("Stopped.");
    if (use === "judge") return judge(how.done);
    saveFile(how.done, how.done.name);
    tell(`${customers(count)} are in the downloaded file.`);
  }

  function complain(message) {
    result.hidden = false;
    if (!shown) heading.replaceChildren("No file");
    tell("", { message });
  }

  // What is shown and said of the last thing that was done.
  function tell(text = "", problem = undefined) {
    refill(state, [text ? element("p", {}, text) : null, problem ? problemLine(problem) : null], heading);
    refill(actions, text || problem ? offers() : [], heading);
    if (text || problem) announce([heading.textContent, text, problem?.message].filter(Boolean).join(" "), SUBJECT);
  }

  function offers() {
    if (!shown || running) return [];
    const button = (text, onclick) => element("button", { type: "button", class: "button", onclick }, text);
    return [
      shown.canBeSaved ? button("Download the result as CSV", save) : null,
      shown.isStopped ? button("Judge it again", () => judge(shown.file)) : null,
    ];
  }

  function draw() {
    drawn = performance.now();
    const { judged, tally } = shown;
    const isEmpty = judged.count() === 0;
    for (const panel of [countsPanel, listPanel, detailsPanel]) panel.hidden = isEmpty;
    if (isEmpty) return;
    counts.update(tally, judged.decisions);
    list.update(tally);
  }

  input.replaceChildren(...choice.nodes);
  result.replaceChildren(heading, progress.node, state, actions);
  for (const panel of [result, countsPanel, listPanel, detailsPanel]) panel.hidden = true;
}

function customers(count) {
  return `${grouped(count)} ${count === 1 ? "customer" : "customers"}`;
}
