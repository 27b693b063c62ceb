// The map of where stories took place: shapes that are shipped, no tiles; the table beneath it says the same.
"use strict";
(async () => {
  const place = document.getElementById("map");
  const [shapes, answer] = await Promise.all([fetch(place.dataset.shapes), fetch(place.dataset.source)]);
  if (!shapes.ok || !answer.ok) return;
  const { places } = await answer.json();
  const map = L.map(place, { attributionControl: false, scrollWheelZoom: false, minZoom: 1, maxZoom: 8, zoomControl: false, worldCopyJump: false });
  L.control.zoom({ zoomInTitle: place.dataset.in, zoomOutTitle: place.dataset.out }).addTo(map);
  L.geoJSON(await shapes.json(), { interactive: false, style: { className: "land", weight: 0.6 } }).addTo(map);
  const scale = place.clientWidth < 640 ? 0.5 : 1;
  const spots = places.map((each) => L.circleMarker([each.lat, each.lon], { radius: scale * Math.min(4 + 1.6 * Math.sqrt(each.stories), 24), className: each.violent ? "spot violent" : "spot" })
    .bindTooltip(() => {
      const words = document.createElement("span");
      words.textContent = `${each.name} · ${place.dataset.stories}: ${each.stories}`;
      return words;
    }).on("click", () => { location.href = `/search?q=${encodeURIComponent(each.name)}`; }));
  const group = L.featureGroup(spots).addTo(map);
  // What most stories are about fills the map; a few far places do not make it small.
  const most = places.reduce((n, each) => n + each.stories, 0) * 0.8;
  let seen = 0;
  const near = spots.filter((spot, n) => { const before = seen; seen += places[n].stories; return before < most; });
  group.bringToFront();
  if (near.length) map.fitBounds(L.featureGroup(near).getBounds().pad(0.1), { maxZoom: 6 });
  else map.setView([27, 30], 3);
})();
