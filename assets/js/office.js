// What the office can do better where scripts run. Every page works without them.
"use strict";

// A text being written: kept every few seconds, shown as on the phone, and never lost.
for (const form of document.querySelectorAll("form.writing")) writing(form);
// A record being changed: what is typed stays on this device until it has been saved.
for (const form of document.querySelectorAll("form[data-remember]")) remembering(form);
// Files being made: told how far they are, and shown when they are there.
for (const told of document.querySelectorAll("[data-progress]")) following(told);
// One box that ticks all of its kind.
for (const box of document.querySelectorAll("input[data-ticks]")) ticking(box);

function following(told) {
  const bar = document.querySelector("progress");
  const look = async () => {
    try {
      const answer = await fetch(told.dataset.progress, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      const facts = await answer.json();
      if (!answer.ok) return;
      told.querySelector("output").textContent = facts.text;
      if (bar && facts.all) { bar.max = facts.all; bar.value = facts.done; }
      // Whoever is ticking plates just now is not disturbed.
      if (!facts.moves) { if (!document.querySelector("input[name=codes]:checked")) location.replace(location.pathname + location.search); return; }
    } catch { /* offline: looked at again */ }
    setTimeout(look, 1500);
  };
  setTimeout(look, 1500);
}

function ticking(box) {
  box.addEventListener("change", () => {
    for (const one of box.form.querySelectorAll("input[name=" + box.dataset.ticks + "]")) one.checked = box.checked;
  });
}

function writing(form) {
  const KEEP_AFTER = 1500, AGAIN_AFTER = 4000, SHOW_AFTER = 350;
  const said = form.querySelector("output.kept");
  const words = said.dataset;
  const place = "draft:" + form.dataset.place;
  let keeping = false, changed = false, sent = false, waiting, keepTimer = 0, showTimer = 0;

  const body = () => new URLSearchParams(new FormData(form));
  const plain = () => { const all = body(); for (const name of ["csrf", "draft", "revision"]) all.delete(name); return all.toString(); };
  const begun = plain();

  // Words that could not be sent stay on this device, under the address of the text.
  const remember = () => { try { localStorage.setItem(place, JSON.stringify({ words: plain(), at: Date.now() })); } catch { /* no room: the server has them */ } };
  const forget = () => { try { localStorage.removeItem(place); } catch { /* nothing to forget */ } };

  async function keep() {
    if (sent) return;
    if (keeping) { changed = true; return; }
    keeping = true; changed = false;
    const now = plain();
    said.textContent = words.keeping;
    try {
      const answer = await fetch(form.dataset.keep, { method: "POST", body: body(), headers: { Accept: "application/json" }, credentials: "same-origin" });
      const facts = await answer.json();
      if (!answer.ok) throw facts;
      form.elements.draft.value = facts.draft;
      form.elements.revision.value = facts.revision;
      if (now === plain()) forget();
      said.textContent = (facts.aside ? words.aside + " " : "") + words.kept + " " + new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
    } catch (refused) {
      remember();
      said.textContent = refused && refused.error === "signed-out" ? words.signedOut : refused && refused.text ? refused.text : words.offline;
      if (!(refused && refused.text)) { clearTimeout(keepTimer); keepTimer = setTimeout(keep, AGAIN_AFTER); }
    }
    keeping = false;
    if (waiting !== undefined) { const button = waiting; waiting = undefined; form.requestSubmit(button); return; }
    if (changed) { clearTimeout(keepTimer); keepTimer = setTimeout(keep, KEEP_AFTER); }
  }

  async function show() {
    const frame = form.querySelector("iframe[name=preview]");
    if (!frame || !frame.offsetParent) return;
    try {
      const answer = await fetch(form.dataset.preview, { method: "POST", body: body(), credentials: "same-origin" });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const old = frame.contentDocument;
      // Only what is inside changes, so that nothing flickers and the place one was reading stays.
      if (old && old.querySelector("main") && fresh.querySelector("main")) old.querySelector("main").replaceWith(fresh.querySelector("main"));
    } catch { /* the preview waits for the network */ }
  }

  function typed() {
    remember();
    changed = true;
    if (!keeping) { clearTimeout(keepTimer); keepTimer = setTimeout(keep, KEEP_AFTER); }
    clearTimeout(showTimer); showTimer = setTimeout(show, SHOW_AFTER);
    count();
  }

  function count() {
    for (const output of form.querySelectorAll("output.count")) {
      const field = document.getElementById(output.dataset.for);
      const most = Number(field.dataset.most), length = [...field.value.normalize("NFC").trim()].length;
      output.textContent = length + "/" + most;
      output.classList.toggle("over", length > most);
    }
  }

  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button && button.formTarget === "preview") return;
    clearTimeout(keepTimer);
    // A draft on its way would come after the form and stay behind: the form waits for it.
    if (keeping) { event.preventDefault(); waiting = button; return; }
    sent = true;
  });
  // Back from a page that could not be reached: the words are still here, and kept again.
  window.addEventListener("pageshow", () => { sent = false; });
  window.addEventListener("online", keep);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && !sent && plain() !== begun) keep(); });
  window.addEventListener("beforeunload", (event) => { if (!sent && (changed || keeping)) event.preventDefault(); });

  // Words from last time that never reached the server are offered, never put over what is there.
  try {
    const kept = JSON.parse(localStorage.getItem(place) || "null");
    if (kept && kept.words !== begun) offer(form, words, kept.words, forget, typed); else forget();
  } catch { forget(); }

  toolbar(form, typed);
  count();

  // Ctrl+S saves, Ctrl+Enter ticks the paragraph and goes on to the next.
  form.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === "s") { event.preventDefault(); form.requestSubmit(form.querySelector("button[value=stay]")); }
    if (event.key === "Enter") {
      const pair = event.target.closest(".pair");
      if (!pair) return;
      event.preventDefault();
      const tick = pair.querySelector("input[name=checked]");
      if (tick && !tick.checked) { tick.checked = true; typed(); }
      const next = pair.nextElementSibling && pair.nextElementSibling.querySelector("textarea");
      if (next) { next.focus(); next.scrollIntoView({ block: "center" }); }
    }
  });

  // The preview of a translation is one key away: Alt+P, or the button.
  const button = form.querySelector("button[formtarget=preview]");
  if (form.querySelector(".pairs")) {
    button.addEventListener("click", (event) => { event.preventDefault(); document.body.classList.toggle("shows-glass"); show(); });
  } else {
    button.addEventListener("click", (event) => { event.preventDefault(); show(); });
  }
}

// Words of last time, offered above the form: taken back or left, as its author says.
function offer(form, words, kept, forget, typed) {
  const note = document.createElement("p"), take = document.createElement("button"), leave = document.createElement("button");
  note.className = "note"; note.setAttribute("role", "status");
  take.type = leave.type = "button"; take.textContent = words.take; leave.textContent = words.leave; leave.className = "quiet";
  note.append(words.back + " ", take, " ", leave);
  form.before(note);
  leave.onclick = () => { forget(); note.remove(); };
  take.onclick = () => {
    for (const [name, value] of new URLSearchParams(kept)) {
      const field = form.elements[name];
      if (field && field.tagName && (/TEXTAREA|SELECT/.test(field.tagName) || /text|search|url|date|number/.test(field.type))) field.value = value;
    }
    note.remove(); typed();
  };
}

function remembering(form) {
  const place = "record:" + form.getAttribute("action");
  const plain = () => { const all = new URLSearchParams(new FormData(form)); all.delete("csrf"); all.delete("based-on"); return all.toString(); };
  const begun = plain();
  const forget = () => { try { localStorage.removeItem(place); } catch { /* nothing to forget */ } };
  const typed = () => { try { localStorage.setItem(place, plain()); } catch { /* no room */ } };
  form.addEventListener("input", typed);
  try {
    const kept = localStorage.getItem(place);
    if (kept && kept !== begun) offer(form, form.dataset, kept, forget, typed); else forget();
  } catch { /* this browser remembers nothing */ }
}

// Marks around what is selected, and links to entries found while typing.
function toolbar(form, typed) {
  const bar = form.querySelector(".toolbar");
  const field = form.querySelector("textarea[name=body]");
  if (!bar || !field) return;
  bar.hidden = false;
  const put = (text, from, until) => { field.setRangeText(text, field.selectionStart, field.selectionEnd, "end"); field.focus(); if (from !== undefined) field.setSelectionRange(from, until); typed(); };
  const around = (mark) => {
    const start = field.selectionStart, chosen = field.value.slice(start, field.selectionEnd);
    put(mark + chosen + mark, start + mark.length, start + mark.length + chosen.length);
  };
  const before = (mark) => {
    const start = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
    field.setSelectionRange(start, field.selectionEnd);
    put(field.value.slice(start, field.selectionEnd).split("\n").map((line) => mark + line).join("\n"));
  };
  const acts = { bold: () => around("**"), italic: () => around("*"), quote: () => before("> "), list: () => before("- ") };
  for (const button of bar.querySelectorAll("button")) button.onclick = () => acts[button.dataset.mark]();
  const link = bar.querySelector("input"), places = bar.querySelector("datalist");
  const found = new Map();
  link.addEventListener("input", async (event) => {
    event.stopPropagation();
    if (found.has(link.value)) {
      const chosen = field.value.slice(field.selectionStart, field.selectionEnd) || link.value;
      put("[" + chosen + "](" + found.get(link.value) + ")");
      link.value = "";
      return;
    }
    if (link.value.length < 2) return;
    try {
      const facts = await (await fetch("/office/find?q=" + encodeURIComponent(link.value), { headers: { Accept: "application/json" } })).json();
      places.replaceChildren(...facts.places.map((place) => {
        found.set(place.name, place.address);
        const option = document.createElement("option");
        option.value = place.name; option.label = place.address;
        return option;
      }));
    } catch { /* offline: links can be written by hand */ }
  });
  link.addEventListener("change", (event) => event.stopPropagation());
}
