// Reads the page in the device's own voice, where it has one for its language; else there is no button.
(() => {
  const lead = document.querySelector("[data-listen]"), speech = window.speechSynthesis;
  if (!lead || !speech) return;
  const [start, pause, end] = lead.dataset.listen.split("|");
  const langOf = (part) => part.closest("[lang]").lang;
  const voice = (lang) => speech.getVoices().find((one) => one.lang.slice(0, 2).toLowerCase() === lang);
  const line = document.createElement("p");
  let left = [], state = "";

  const button = (press) => {
    const made = line.appendChild(document.createElement("button"));
    made.type = "button";
    made.onclick = press;
    made.style.cssText = "font-weight:600;padding:.65rem 1.1rem;min-height:2.9rem;margin-right:.5rem;border:1px solid;border-radius:.6rem;background:none;color:var(--link)";
    return made;
  };
  const turn = (now) => {
    state = now;
    main.textContent = now === "on" ? pause : start;
    stop.hidden = !now;
  };
  const halt = () => {
    left = [];
    turn("");
    speech.cancel();
  };
  const next = () => {
    const part = left.shift();
    if (!part) return turn("");
    const words = new SpeechSynthesisUtterance(part.textContent);
    words.lang = langOf(part);
    words.voice = voice(words.lang) || null;
    words.onend = () => state && next();
    words.onerror = () => state && halt();
    speech.speak(words);
  };
  const main = button(() => {
    if (state === "on") speech.pause(), turn("off");
    else if (state) speech.resume(), turn("on");
    else {
      speech.cancel();
      left = [...document.querySelectorAll("h1,.lead,.story p,.story li")];
      turn("on");
      next();
    }
  });
  const stop = button(halt);
  stop.textContent = end;
  turn("");
  const offer = () => {
    if (!line.isConnected && voice(langOf(lead))) lead.after(line);
  };
  offer();
  // Voices come late on most phones.
  if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
  addEventListener("pagehide", halt);
})();
