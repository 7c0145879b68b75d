// How every product of the computer and phone shelves is built and seen.
import { finishes } from '../parts.js';
import { allInOne, laptop, miniPc, tower } from '../models/computers.js';
import { curvedMonitor, monitor, portableMonitor } from '../models/displays.js';
import { activityBand, phone, phonePair, tablet, tabletKids, watch } from '../models/phones.js';
import { group, put } from '../parts.js';

const paint = (choice) => finishes[choice];
const lidView = { from: [208, 16], fill: 0.74 };
const keysView = { from: [-38, 34], zoom: 2.3, look: [-0.1, -0.3], aperture: 0.07 };
const screenView = { from: [-24, 8], zoom: 1.9, look: [-0.15, 0.1], aperture: 0.05 };
const standView = { from: [202, 14], fill: 0.74 };

const aero = { 'brackwell-aero-13': ['dusk', 2], 'brackwell-aero-15': ['lagoon', 5] };
const laptops = Object.fromEntries(
  Object.entries(aero).map(([slug, [palette, seed]]) => [
    slug,
    {
      make: (choice) =>
        laptop({ color: paint(choice), palette, seed, w: slug.endsWith('15') ? 34 : 29.6, d: slug.endsWith('15') ? 23.3 : 20.9 }),
      all: { fill: 0.78 },
      angle: lidView,
      detail: keysView,
    },
  ]),
);

// A phone lying face down in front of one that stands: for the close view of the cameras.
const backOf = (options) => group(put(phone(options), [0, options.h / 2, 0], [0, Math.PI, 0]));
const phoneLook = (options) => ({
  make: (choice) => phonePair({ ...options, color: paint(choice) }),
  all: { fill: 0.76, from: [16, 8] },
  angle: {
    make: (choice) => group(put(phone({ ...options, color: paint(choice) }), [0, options.h / 2, 0], [-0.0, 0, 0])),
    from: [-34, 10],
    fill: 0.78,
  },
  detail: { make: (choice) => backOf({ ...options, color: paint(choice) }), from: [30, 20], zoom: 2.3, look: [0.12, 0.55], aperture: 0.04 },
});
const watchLook = (options, bands) => ({
  make: (choice) => watch({ ...options, color: paint(choice), band: bands[choice] }),
  all: { fill: 0.72, from: [24, 10] },
  angle: { from: [-52, 16], fill: 0.72 },
  detail: { from: [-22, 16], zoom: 2, look: [-0.1, 0.02], aperture: 0.05 },
});

export const computing = {
  ...laptops,
  'brackwell-forge-16': {
    make: () => laptop({ color: '#33363b', w: 35.6, d: 24.8, t: 1.2, palette: 'sand', window: 'video' }),
    all: { fill: 0.8 },
    angle: lidView,
    detail: { ...screenView, look: [0.1, 0.25] },
  },
  'brackwell-note-14': {
    make: (choice) => laptop({ color: paint(choice), w: 31.4, d: 22.2, t: 1.2, palette: 'meadow', window: 'write', keys: '#f2efe9' }),
    all: { fill: 0.78 },
    angle: lidView,
    detail: keysView,
  },
  'rookery-gambit-16': {
    make: () => laptop({ color: '#1d1e22', w: 35.8, d: 26.2, t: 1.4, palette: 'ember', game: true, lights: '#ff5a36', brand: 'ROOKERY' }),
    all: { fill: 0.8 },
    angle: lidView,
    detail: keysView,
  },
  'brackwell-cube': {
    make: () => miniPc(),
    all: { fill: 0.6, from: [30, 24] },
    angle: { from: [-40, 12] },
    detail: { from: [22, 12], zoom: 2.1, look: [0.05, -0.1], aperture: 0.06 },
  },
  'brackwell-forge-tower': {
    make: () => tower(),
    all: { fill: 0.74, from: [34, 14] },
    angle: { from: [-34, 20] },
    detail: { from: [30, 32], zoom: 2.3, look: [-0.2, 0.5], aperture: 0.06 },
  },
  'brackwell-canvas-27': {
    make: (choice) => allInOne({ color: paint(choice) }),
    all: { fill: 0.78, from: [20, 8] },
    angle: standView,
    detail: screenView,
  },
  'vistrand-office-24': {
    make: () => monitor({ w: 53.9, h: 31.8, palette: 'ice', window: 'write', stand: 'column' }),
    all: { fill: 0.76, from: [22, 8] },
    angle: standView,
    detail: { ...screenView, look: [-0.2, -0.4] },
  },
  'vistrand-studio-27': {
    make: () =>
      monitor({ w: 61.2, h: 35.6, palette: 'dusk', seed: 8, window: 'photo', stand: 'blade', color: '#2a2c30', standColor: '#c9ccd1' }),
    all: { fill: 0.78, from: [20, 8] },
    angle: standView,
    detail: screenView,
  },
  'vistrand-arc-34': {
    make: () => curvedMonitor({}),
    all: { fill: 0.82, from: [18, 9] },
    angle: { from: [206, 16], fill: 0.8 },
    detail: { from: [-34, 10], zoom: 1.8, look: [-0.2, 0.1], aperture: 0.06 },
  },
  'vistrand-carry-16': {
    make: () => portableMonitor(),
    all: { fill: 0.74 },
    angle: { from: [-58, 12] },
    detail: { from: [40, 26], zoom: 1.9, look: [0.2, -0.2], aperture: 0.06 },
  },
  'solvane-one': phoneLook({ w: 7.1, h: 14.9, palette: 'dusk', seed: 3, cameras: 2 }),
  'solvane-one-max': phoneLook({ w: 7.7, h: 16.3, palette: 'lagoon', seed: 6, cameras: 3, frame: 'titanium', r: 0.85 }),
  'solvane-lite': phoneLook({ w: 7.4, h: 16, t: 0.9, palette: 'meadow', seed: 2, cameras: 1 }),
  'solvane-mini': phoneLook({ w: 6.4, h: 13.1, palette: 'berry', seed: 4, cameras: 2 }),
  'solvane-slate-11': {
    make: (choice) => tablet({ w: 24.8, h: 17.8, color: paint(choice), palette: 'lagoon' }),
    all: { fill: 0.76, from: [22, 14] },
    angle: { from: [206, 14] },
    detail: { from: [-30, 26], zoom: 2, look: [0.1, -0.4], aperture: 0.06 },
  },
  'solvane-slate-13': {
    make: () => tablet({ w: 28.2, h: 21.4, color: '#4a4e55', palette: 'ember', seed: 8 }),
    all: { fill: 0.76, from: [-22, 14] },
    angle: { from: [156, 14] },
    detail: { from: [-30, 26], zoom: 2, look: [0.1, -0.4], aperture: 0.06 },
  },
  'solvane-slate-kids': {
    make: (choice) => tabletKids({ color: paint(choice) }),
    all: { fill: 0.68, from: [22, 12] },
    angle: { from: [-38, 18] },
    detail: { from: [-26, 22], zoom: 2, look: [-0.1, 0.4], aperture: 0.06 },
  },
  'solvane-tempo': watchLook({ kind: 'round' }, { Graphite: '#26282c', Silver: '#d9d4ca', Rose: '#d9a39b' }),
  'solvane-tempo-sport': watchLook({ kind: 'sport' }, { Black: '#202226', Lime: '#a9cb35' }),
  'solvane-band': {
    make: (choice) => activityBand({ color: paint(choice) }),
    all: { fill: 0.7, from: [28, 10] },
    angle: { from: [-50, 18] },
    detail: { from: [-18, 14], zoom: 2.1, look: [-0.05, 0.05], aperture: 0.05 },
  },
};
