// The drawing of who is tied with whom; the table beneath it says the same.
"use strict";
(async () => {
  const place = document.getElementById("network");
  const answer = await fetch(place.dataset.source);
  if (!answer.ok) return;
  const told = (await answer.json()).ties;
  // Pairs that stand alone are left to the table, where others hang together.
  const degree = new Map();
  for (const tie of told) for (const key of [tie.actor_key, tie.recipient_key]) degree.set(key, (degree.get(key) ?? 0) + 1);
  const together = told.filter((tie) => degree.get(tie.actor_key) + degree.get(tie.recipient_key) > 2);
  const small = place.clientWidth < 640;
  const ties = (together.length ? together : told).slice(0, small ? 12 : 36);
  if (!ties.length) return;
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const hard = new Set(["ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]);
  const names = new Map();
  for (const tie of ties) {
    names.set(tie.actor_key, tie.actor);
    names.set(tie.recipient_key, tie.recipient);
  }
  const weight = new Map();
  for (const tie of ties) for (const key of [tie.actor_key, tie.recipient_key]) weight.set(key, (weight.get(key) ?? 0) + tie.tellings);
  const isHard = (tie) => tie.types.reduce((n, [type, count]) => n + (hard.has(type) ? count : -count), 0) > 0;
  const drawing = cytoscape({
    container: place,
    elements: [
      ...[...names].map(([id, label]) => ({ data: { id, label: label.length > 26 ? `${label.slice(0, 25)}…\u200f` : label, size: small ? 14 : 12 + Math.min(3 * Math.sqrt(weight.get(id)), 34) } })),
      ...ties.filter((tie) => tie.actor_key !== tie.recipient_key)
        .map((tie) => ({ data: { source: tie.actor_key, target: tie.recipient_key, width: Math.min(1 + 0.6 * Math.sqrt(tie.tellings), 6) }, classes: isHard(tie) ? "hard" : "" })),
    ],
    style: [
      { selector: "node", style: { label: "data(label)", width: "data(size)", height: "data(size)", "background-color": colour("--lapis"), color: colour("--ink"), "font-family": "IBM Plex Sans Arabic, sans-serif", "font-size": small ? 13 : 15, "text-margin-y": -4, "text-outline-color": colour("--margin"), "text-outline-width": 3, "text-max-width": 120, "z-index": 2 } },
      { selector: "edge", style: { width: "data(width)", "line-color": colour("--rule-2"), "target-arrow-color": colour("--rule-2"), "target-arrow-shape": "triangle", "arrow-scale": 0.8, "curve-style": "bezier", opacity: 0.75 } },
      { selector: "edge.hard", style: { "line-color": colour("--rubric"), "target-arrow-color": colour("--rubric"), "line-style": "dashed" } },
    ],
    layout: { name: "cose", animate: false, randomize: false, nodeDimensionsIncludeLabels: true, nodeRepulsion: () => 40000, nodeOverlap: 40, idealEdgeLength: () => 90, gravity: 0.6, padding: 16, componentSpacing: 40, boundingBox: { x1: 0, y1: 0, w: place.clientWidth, h: place.clientHeight } },
    maxZoom: 3,
    userZoomingEnabled: false,
  });
  drawing.on("tap", "node", (event) => { location.href = `/actors/${encodeURIComponent(event.target.id())}`; });
})();
