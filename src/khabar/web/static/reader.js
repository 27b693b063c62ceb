// Reading and searching need none of this: it folds the summary, plays the voice, links words and notes, keeps the size of text, and walks by keys.
"use strict";
document.documentElement.classList.add("js");
const $ = (id) => document.getElementById(id);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const keep = (name, value) => { document.cookie = `khabar-${name}=${value};path=/;max-age=31536000;samesite=lax`; };

// -- the summary ---------------------------------------------------------------------------------------------------------
const button = $("brief-button");
const show = (open) => {
  $("brief").hidden = !open;
  button.setAttribute("aria-expanded", String(open));
  button.textContent = open ? button.dataset.open : button.dataset.closed;
  button.classList.toggle("on", open);
};
if (button) {
  if (document.cookie.includes("khabar-brief=closed")) show(false);
  button.addEventListener("click", () => {
    show($("brief").hidden);
    keep("brief", $("brief").hidden ? "closed" : "open");
  });
}

// -- the size of text ----------------------------------------------------------------------------------------------------
for (const one of all(".sizes input")) one.addEventListener("change", () => keep("size", one.value));

// -- words and notes -----------------------------------------------------------------------------------------------------
const wordsOf = (id) => all(`.text [data-e~="${CSS.escape(id)}"]`);
const notesOf = (id) => all(`[data-n="${CSS.escape(id)}"]`);
const light = (id, name, on) => [...wordsOf(id), ...notesOf(id)].forEach((each) => each.classList.toggle(name, on));
// What a stretch belongs to first: the event whose evidence is shortest, else the quote.
const owner = (mark) => (mark.dataset.e ?? "").split(" ").filter((id) => /^[eq]/.test(id))
  .sort((a, b) => wordsOf(a).reduce((n, w) => n + w.textContent.length, 0) - wordsOf(b).reduce((n, w) => n + w.textContent.length, 0))[0];
const over = (id, on) => { if (id) light(id, "hot", on); };
for (const mark of all(".text .ev, .text .q")) {
  mark.addEventListener("pointerenter", () => over(owner(mark), true));
  mark.addEventListener("pointerleave", () => over(owner(mark), false));
  mark.addEventListener("click", () => {
    const id = owner(mark);
    if (id && String(getSelection()) === "") location.hash = id.startsWith("e") ? id : `n-${id}`;
  });
}
for (const note of all("[data-n]")) {
  for (const [name, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) note.addEventListener(name, () => over(note.dataset.n, on));
}
const chosen = () => decodeURIComponent(location.hash.slice(1)).replace(/^w/, "e").replace(/^n-/, "");
const choose = () => {
  all(".text .on, .note.on, blockquote.on").forEach((each) => each.classList.remove("on"));
  if (/^[eqs]\d+$/.test(chosen())) light(chosen(), "on", true);
};
addEventListener("hashchange", choose);
choose();

// -- the voice -----------------------------------------------------------------------------------------------------------
const listen = $("listen");
const said = all("#brief .said li");
const speaking = (number) => said.forEach((line, n) => line.classList.toggle("speaking", n === number));
const pressed = (on) => {
  listen.setAttribute("aria-pressed", String(on));
  listen.querySelector("span").textContent = on ? listen.dataset.stop : listen.dataset.start;
  if (!on) speaking(-1);
};
const fromServer = () => {
  let sound = null;
  listen.addEventListener("click", async () => {
    if (sound) {
      sound.pause();
      sound.remove();
      sound = null;
      pressed(false);
      return;
    }
    sound = document.createElement("audio");
    const mine = sound;
    sound.src = listen.dataset.sound;
    sound.id = "sound";
    $("voice").append(sound);
    pressed(true);
    const over = () => {
      mine.remove();
      if (sound === mine) { sound = null; pressed(false); }
    };
    try {
      const answer = await fetch(listen.dataset.cues);
      if (!answer.ok) throw new Error(String(answer.status));
      const { cues } = await answer.json();
      const texts = said.map((line) => line.querySelector("span").textContent);
      mine.addEventListener("timeupdate", () => {
        const cue = cues.find((each) => each.begins <= mine.currentTime && mine.currentTime < each.ends);
        if (sound === mine) speaking(cue ? (texts.indexOf(cue.text) >= 0 ? texts.indexOf(cue.text) : cue.number - 1) : -1);
      });
      mine.addEventListener("ended", over);
      await mine.play();
    } catch (fault) {
      if (fault.name === "AbortError") return;
      if (sound === mine) $("voice").textContent = listen.dataset.fault;
      over();
    }
  });
};
// Where the server has no voice, an Arabic one that is installed here does as well; one that sends the text away does not.
const fromBrowser = () => {
  const voice = speechSynthesis.getVoices().find((each) => each.localService && each.lang.toLowerCase().startsWith("ar"));
  if (!voice || !listen.disabled) return;
  listen.disabled = false;
  $("voice").textContent = "";
  listen.addEventListener("click", () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      pressed(false);
      return;
    }
    pressed(true);
    said.forEach((line, number) => {
      const words = new SpeechSynthesisUtterance(line.querySelector("span").textContent);
      words.voice = voice;
      words.lang = voice.lang;
      words.onstart = () => speaking(number);
      words.onend = () => { if (number === said.length - 1) pressed(false); };
      speechSynthesis.speak(words);
    });
  });
};
if (listen && !("silent" in listen.dataset)) fromServer();
else if (listen && "speechSynthesis" in window) {
  fromBrowser();
  speechSynthesis.addEventListener?.("voiceschanged", fromBrowser);
}

// -- a small screen: filters that hold nothing are folded, the section that is open is in sight -----------------------------
const sift = document.querySelector(".sift");
if (sift && innerWidth < 768 && !("used" in sift.dataset)) sift.open = false;
document.querySelector(".mast nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

// -- the timeline's scrubber, the file that is dropped ----------------------------------------------------------------------
const scrub = $("scrub");
if (scrub) {
  const months = scrub.dataset.months.split(";").map((month) => month.split("|"));
  scrub.addEventListener("input", () => { $("scrubbed").value = months[scrub.value][1]; });
  scrub.addEventListener("change", () => {
    const [year, month] = months[scrub.value][0].split("-").map(Number);
    const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    const address = scrub.dataset.address;
    location.href = `${address}${address.includes("?") ? "&" : "?"}until=${last}`;
  });
}
const drop = $("drop");
if (drop) {
  const over = (on) => drop.parentElement.classList.toggle("over", on);
  addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  addEventListener("dragleave", () => over(false));
  addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (!event.dataTransfer?.files.length) return;
    $("paste-file").files = event.dataTransfer.files;
    $("paste-file").focus();
  });
}

// -- keys ------------------------------------------------------------------------------------------------------------------
const walk = (step) => {
  const links = all(".note .no").length ? all(".note .no") : all(".story h2 a, .story h3 a, .hits h2 a");
  if (!links.length) return;
  const at = links.indexOf(document.activeElement);
  links[Math.min(Math.max(at + step, 0), links.length - 1)].focus();
};
const keys = {
  "/": () => $("find")?.focus(),
  j: () => walk(1),
  k: () => walk(-1),
  w: () => document.activeElement?.closest?.(".note")?.querySelector(".no").click(),
  s: () => button?.click(),
  l: () => { if (listen && !listen.disabled) listen.click(); },
};
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
  const act = keys[event.key.toLowerCase()];
  if (act) {
    event.preventDefault();
    act();
  }
});
