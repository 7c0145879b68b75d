// How desk things, power, networking, the smart home and storage are built and seen.
import { finishes } from '../parts.js';
import * as desk from '../models/desk.js';
import * as storage from '../models/storage.js';
import * as inputs from '../models/inputs.js';
import { webcam } from '../models/displays.js';
import * as home from '../models/home.js';
import * as power from '../models/power.js';

const paint = (choice) => finishes[choice];
const close = (from, look, zoom = 2) => ({ from, look, zoom, aperture: 0.06 });
const tones = {
  Graphite: ['#2a2c30', '#3d4046', '#ee7159'],
  Porcelain: ['#f3f0ea', '#d9d3c7', '#ee7159'],
  Sage: ['#f1eee4', '#b9c7b2', '#e7b65a'],
  Silver: ['#f4f4f2', '#e4e4e2', '#e4e4e2'],
};
const flatTones = { Silver: ['#fbfbfa', '#ececea', '#ececea'], Graphite: ['#212326', '#2a2c30', '#2a2c30'] };
const packOf = (product, choice) =>
  product.options[0]?.name === 'Pack' ? Number.parseInt(choice ?? product.options[0].values.at(-1), 10) : 1;

export const household = {
  'keyhaven-k65': {
    make: (choice) => inputs.keyboard({ kind: '65', color: choice === 'Graphite' ? '#3b3e44' : paint(choice), tones: tones[choice] }),
    all: { fill: 0.84, from: [20, 34] },
    angle: { from: [-32, 18], fill: 0.82 },
    detail: close([-30, 28], [-0.2, 0], 2.4),
  },
  'keyhaven-k100': {
    make: () => inputs.keyboard({ kind: 'full', color: '#2b2d31', tones: ['#34373c', '#26282c', '#5f8fd8'] }),
    all: { fill: 0.86, from: [18, 36] },
    angle: { from: [-30, 20], fill: 0.84 },
    detail: close([34, 28], [0.35, 0.1], 2.6),
  },
  'keyhaven-slim': {
    make: (choice) => inputs.keyboard({ kind: 'slim', color: paint(choice), tones: flatTones[choice] }),
    all: { fill: 0.82, from: [20, 36] },
    angle: { from: [-30, 16], fill: 0.82 },
    detail: close([-30, 30], [-0.25, 0], 2.4),
  },
  'keyhaven-glide': {
    make: (choice) => inputs.mouse({ color: paint(choice) }),
    all: { fill: 0.62, from: [34, 28] },
    angle: { from: [-58, 18] },
    detail: close([20, 34], [0.05, 0.05]),
  },
  'keyhaven-upright': {
    make: () => inputs.mouse({ kind: 'vertical', color: '#3b3e44', accent: '#c9ccd1' }),
    all: { fill: 0.6, from: [-34, 24] },
    angle: { from: [42, 22] },
    detail: close([24, 30], [-0.05, 0.1], 1.8),
  },
  'rookery-pawn': {
    make: (choice) => inputs.mouse({ kind: 'gaming', color: paint(choice), accent: choice === 'Black' ? '#b4d63c' : '#2b2d31' }),
    all: { fill: 0.62, from: [32, 30] },
    angle: { from: [-56, 18] },
    detail: close([18, 32], [0.05, 0.05]),
  },
  'ionbay-nano-30': {
    make: (choice) => power.cubeCharger({ color: paint(choice) }),
    all: { fill: 0.52, from: [30, 20] },
    angle: { from: [214, 18] },
    detail: close([24, 26], [-0.05, 0.05], 1.7),
  },
  'ionbay-trio-100': {
    make: () => power.trioCharger(),
    tint: 'power',
    all: { fill: 0.56, from: [28, 16] },
    angle: { from: [212, 18] },
    detail: close([22, 12], [0, 0.1], 1.8),
  },
  'ionbay-reserve-10k': {
    make: (choice) => power.powerBank({ color: paint(choice) }),
    all: { fill: 0.72, from: [26, 12] },
    angle: { from: [-42, 18] },
    detail: close([20, 20], [0.15, 0.1]),
  },
  'ionbay-puck': {
    make: (choice) => power.puck({ color: paint(choice) }),
    all: { fill: 0.72, from: [16, 34] },
    angle: { from: [-40, 18] },
    detail: close([24, 30], [-0.2, 0.1], 2.2),
  },
  'ionbay-stand-3': {
    make: () => power.chargingStand(),
    all: { fill: 0.76, from: [20, 12] },
    angle: { from: [-38, 20] },
    detail: close([28, 14], [0.25, -0.1], 1.9),
  },
  'ionbay-braid': {
    make: (choice) => power.cable({ color: paint(choice) }),
    all: { fill: 0.76, from: [16, 44] },
    angle: { from: [-36, 26] },
    detail: close([40, 36], [0.5, -0.2], 2.6),
  },
  'ionbay-strip': {
    make: () => power.powerHub(),
    all: { fill: 0.84, from: [22, 24] },
    angle: { from: [-28, 16] },
    detail: close([30, 16], [0.2, 0.05], 2.4),
  },
  'deskfold-rise': {
    make: (choice) => desk.laptopStand({ color: paint(choice) }),
    all: { fill: 0.7, from: [34, 16] },
    angle: { from: [-62, 12] },
    detail: close([48, 26], [0.1, 0.2]),
  },
  'deskfold-reach': {
    make: (choice) => desk.monitorArm({ color: paint(choice) }),
    all: { fill: 0.8, from: [24, 12], noFloor: false },
    angle: { from: [-36, 16] },
    detail: close([30, 14], [0.4, 0.5], 2.2),
  },
  'deskfold-felt': {
    make: (choice) => desk.deskMat({ color: paint(choice) }),
    all: { fill: 0.86, from: [22, 34] },
    angle: { make: (choice) => desk.matRoll({ color: paint(choice) }), from: [28, 16], fill: 0.7 },
    detail: close([34, 38], [0.5, -0.2], 3.2),
  },
  'deskfold-beam': {
    make: () => desk.lightBar(),
    all: { fill: 0.86, from: [20, 14] },
    angle: { from: [-34, 24] },
    detail: close([30, 6], [0.1, 0.3], 2.2),
  },
  'deskfold-sleeve': {
    make: (choice) => desk.sleeve({ color: paint(choice) }),
    all: { fill: 0.76, from: [22, 10] },
    angle: { from: [-36, 14] },
    detail: close([22, 12], [0, 0.2]),
  },
  'deskfold-hub-8': {
    make: () => desk.hub(),
    all: { fill: 0.76, from: [24, 26] },
    angle: { from: [-34, 20] },
    detail: close([26, 18], [0.2, -0.2], 2.4),
  },
  'vistrand-gaze': {
    make: () => webcam(),
    tint: 'monitors',
    all: { fill: 0.6, from: [22, 12] },
    angle: { from: [-52, 18] },
    detail: close([14, 8], [0, 0.3], 1.9),
  },
  'meshwick-six': {
    make: () => home.router(),
    all: { fill: 0.68, from: [28, 12] },
    angle: { from: [208, 16] },
    detail: close([-30, 8], [0, -0.45]),
  },
  'meshwick-trio': {
    make: (choice, product) => home.meshUnits({ count: packOf(product, choice) }),
    all: { fill: 0.76, from: [14, 14] },
    angle: { from: [-34, 30] },
    detail: close([18, 20], [0, 0.1]),
  },
  'meshwick-switch-8': {
    make: () => home.networkSwitch(),
    all: { fill: 0.76, from: [26, 22] },
    angle: { from: [-34, 34] },
    detail: close([22, 10], [-0.05, -0.05], 2.4),
  },
  'meshwick-roam': {
    make: () => home.hotspot(),
    all: { fill: 0.66, from: [24, 10] },
    angle: { from: [-40, 16] },
    detail: close([18, 12], [0, 0.25], 1.9),
  },
  'dwellmark-glow': {
    make: (choice, product) => home.bulbs(packOf(product, choice)),
    all: { fill: 0.72, from: [12, 10] },
    angle: { make: () => home.bulbs(1), from: [20, 18], fill: 0.62 },
    detail: close([20, 14], [0.2, 0.1], 1.9),
  },
  'dwellmark-degree': {
    make: (choice) => home.thermostat({ color: paint(choice) }),
    all: { fill: 0.66, from: [22, 6], noFloor: false },
    angle: { from: [-48, 8] },
    detail: close([30, 10], [0.1, 0.05]),
  },
  'dwellmark-chime': {
    make: () => home.doorbell(),
    all: { fill: 0.72, from: [24, 8] },
    angle: { from: [-44, 12] },
    detail: close([20, 8], [0, 0.35]),
  },
  'dwellmark-lookout': {
    make: (choice) => home.indoorCamera({ color: paint(choice) }),
    all: { fill: 0.62, from: [24, 10] },
    angle: { from: [-50, 16] },
    detail: close([16, 8], [0.05, 0.25], 1.8),
  },
  'dwellmark-plug': {
    make: () => home.smartPlug(),
    all: { fill: 0.54, from: [28, 18] },
    angle: { from: [208, 16] },
    detail: close([20, 12], [0, 0.05], 1.7),
  },
  'dwellmark-leaf': {
    make: () => home.airSensor(),
    all: { fill: 0.6, from: [22, 10] },
    angle: { from: [-46, 16] },
    detail: close([18, 14], [0, 0.3], 1.8),
  },
  'granary-silo': {
    make: (choice) => storage.portableSsd({ color: paint(choice) }),
    all: { fill: 0.64, from: [26, 12] },
    angle: { make: (choice) => storage.ssdWithCable({ color: paint(choice) }), from: [-20, 36], fill: 0.74 },
    detail: close([20, 16], [0, 0.3], 1.9),
  },
  'granary-kernel': {
    make: () => storage.nvme(),
    all: { fill: 0.78, from: [20, 14] },
    angle: { from: [-38, 26] },
    detail: close([34, 22], [-0.4, -0.1], 2.4),
  },
  'granary-barn-2': {
    make: () => storage.nas(),
    all: { fill: 0.64, from: [30, 14] },
    angle: { from: [-34, 24] },
    detail: close([18, 8], [-0.15, -0.3]),
  },
  'granary-seed': {
    make: () => storage.usbStick(),
    all: { fill: 0.62, from: [16, 10] },
    angle: { from: [-36, 16] },
    detail: close([20, 14], [0, 0.1], 1.8),
  },
  'granary-flake': {
    make: () => storage.microSd(),
    all: { fill: 0.58, from: [14, 12] },
    angle: { from: [-32, 24] },
    detail: close([20, 12], [0.4, -0.4], 2.1),
  },
};
