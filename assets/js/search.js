// Suggestions under the search box: a combobox with a list (ARIA 1.2). Without this script the form is sent as it stands.
(() => {
  const form = document.querySelector("form.find");
  const box = form && form.elements.q;
  if (!box || !window.AbortController) return;
  const make = (name, facts) => Object.assign(document.createElement(name), facts);
  const list = make("ul", { className: "hints", id: "hints", hidden: true });
  const said = make("p", { className: "unseen" });
  let asking, waiting, at = -1;

  // A search field may not be a combobox; the keyboard keeps its button by `enterkeyhint`.
  box.type = "text";
  const set = (element, facts) => Object.entries(facts).forEach(([name, value]) => element.setAttribute(name, value));
  set(box, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "hints" });
  set(list, { role: "listbox", "aria-label": form.querySelector("label").textContent });
  set(said, { role: "status" });
  form.append(list, said);

  const close = () => {
    clearTimeout(waiting);
    if (asking) asking.abort();
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    pick(-1);
  };
  const pick = (next) => {
    at = next;
    [...list.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === at)));
    const row = list.children[at];
    if (row) {
      box.setAttribute("aria-activedescendant", row.id);
      row.scrollIntoView({ block: "nearest" });
    } else box.removeAttribute("aria-activedescendant");
  };
  const go = (row) => location.assign(row.dataset.address);
  const show = ({ rows, said: words }) => {
    list.replaceChildren(...rows.map((one, place) => {
      const row = make("li", { id: "hint-" + place });
      const name = make("span", { textContent: one.name });
      if (one.lang) name.lang = one.lang;
      row.append(name, make("small", { textContent: one.kind }));
      row.dataset.address = one.address;
      set(row, { role: "option", "aria-selected": "false" });
      return row;
    }));
    at = -1;
    box.removeAttribute("aria-activedescendant");
    list.hidden = !rows.length;
    box.setAttribute("aria-expanded", String(rows.length > 0));
    said.textContent = words;
  };
  const ask = async () => {
    if (asking) asking.abort();
    asking = new AbortController();
    const address = form.action.replace(/search$/, "suggest") + "?" + new URLSearchParams({ q: box.value });
    try {
      const answer = await fetch(address, { signal: asking.signal });
      if (answer.ok) show(await answer.json());
    } catch {
      // Stale, or offline: the form still works.
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    if (box.value.trim()) waiting = setTimeout(ask, 120);
    else close();
  });
  box.addEventListener("keydown", (event) => {
    const { key, isComposing } = event;
    if (isComposing || list.hidden) return;
    const { length } = list.children;
    if (key === "ArrowDown") pick(at + 1 < length ? at + 1 : -1);
    else if (key === "ArrowUp") pick(at < 0 ? length - 1 : at - 1);
    else if (key === "Enter" && at >= 0) go(list.children[at]);
    else if (key === "Escape") close();
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // The box keeps the focus while a row is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const row = event.target.closest("li");
    if (row) go(row);
  });
})();
