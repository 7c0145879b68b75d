// Shapes and materials all models are made of. Lengths are centimetres; y is up, the front looks along +z.
import * as THREE from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import { weave, wood, brushed, speckle } from './textures.js';

export const finishes = {
  Graphite: '#3b3e44',
  Silver: '#cfd2d6',
  Sage: '#9db097',
  Midnight: '#1d2b4d',
  Porcelain: '#efece6',
  Coral: '#ee7159',
  Sky: '#86b3de',
  Sand: '#d8c4a4',
  Rose: '#e2aaa6',
  Lime: '#b4d63c',
  Black: '#1d1e21',
  Walnut: '#6d4630',
  'White oak': '#d3b68c',
};

export const plastic = (color, more) => new THREE.MeshPhysicalMaterial({ color, roughness: 0.48, ...more });
export const gloss = (color, more) =>
  new THREE.MeshPhysicalMaterial({ color, roughness: 0.22, clearcoat: 1, clearcoatRoughness: 0.06, ...more });
export const rubber = (color, more) => new THREE.MeshStandardMaterial({ color, roughness: 0.82, ...more });
// Dark metal mirrors a bright room as black; less metalness keeps its shape readable.
export const metal = (color, more) => {
  const dark = new THREE.Color(color).getHSL({}).l < 0.12;
  return new THREE.MeshPhysicalMaterial({ color, roughness: 0.36, ...more, metalness: dark ? 0.3 : (more?.metalness ?? 0.82) });
};
export const chrome = (color = '#d9dce0') => new THREE.MeshStandardMaterial({ color, metalness: 1, roughness: 0.16 });
export const glass = (more) =>
  new THREE.MeshPhysicalMaterial({ color: '#0b0d11', roughness: 0.06, clearcoat: 1, clearcoatRoughness: 0.03, ...more });
export const glow = (color, power = 1) =>
  new THREE.MeshStandardMaterial({ color: '#000000', emissive: color, emissiveIntensity: power, roughness: 0.5 });
export const clear = (more) =>
  new THREE.MeshPhysicalMaterial({ color: '#ffffff', roughness: 0.05, transparent: true, opacity: 0.16, depthWrite: false, ...more });
export const fabric = (color, repeat = 6, more) =>
  new THREE.MeshPhysicalMaterial({
    color,
    roughness: 0.95,
    bumpMap: weave(repeat),
    bumpScale: 1.6,
    sheen: 0.35,
    sheenRoughness: 0.6,
    sheenColor: new THREE.Color(color).lerp(new THREE.Color('#ffffff'), 0.3),
    ...more,
  });
export const felt = (color, repeat = 1) =>
  new THREE.MeshPhysicalMaterial({
    color,
    roughness: 1,
    bumpMap: speckle(repeat),
    bumpScale: 2.2,
    sheen: 0.5,
    sheenRoughness: 0.8,
    sheenColor: new THREE.Color(color).lerp(new THREE.Color('#ffffff'), 0.4),
  });
export const timber = (color, repeat = 0.06) =>
  new THREE.MeshPhysicalMaterial({ map: wood(color, repeat), roughness: 0.55, clearcoat: 0.15, clearcoatRoughness: 0.4 });
export const anodised = (color, more) => metal(color, { roughness: 0.42, metalness: 0.7, bumpMap: brushed(), bumpScale: 0.05, ...more });

export const isDark = (color) => {
  const { l } = new THREE.Color(color).getHSL({});
  return l < 0.45;
};
export const shade = (color, amount) => {
  const result = new THREE.Color(color);
  return `#${result.lerp(new THREE.Color(amount > 0 ? '#ffffff' : '#000000'), Math.abs(amount)).getHexString()}`;
};

export function mesh(geometry, material, at = [0, 0, 0], turn = [0, 0, 0]) {
  const result = new THREE.Mesh(geometry, material);
  result.position.set(...at);
  result.rotation.set(...turn);
  const solid = !material.transparent;
  result.castShadow = solid;
  result.receiveShadow = solid;
  return result;
}

export function group(...children) {
  const result = new THREE.Group();
  for (const child of children.flat(Infinity)) if (child?.isObject3D) result.add(child);
  return result;
}

export function put(object, at = [0, 0, 0], turn = [0, 0, 0], scale = 1) {
  object.position.set(...at);
  object.rotation.set(...turn);
  object.scale.setScalar(scale);
  return object;
}

export const box = (w, h, d, r, material, at, turn) =>
  mesh(new RoundedBoxGeometry(w, h, d, 6, Math.min(r, w / 2, h / 2, d / 2)), material, at, turn);

export function outline(w, h, r) {
  const shape = new THREE.Shape();
  const [x, y] = [w / 2, h / 2];
  const c = Math.min(r, x, y);
  shape.moveTo(-x + c, -y);
  shape.lineTo(x - c, -y).absarc(x - c, -y + c, c, -Math.PI / 2, 0, false);
  shape.lineTo(x, y - c).absarc(x - c, y - c, c, 0, Math.PI / 2, false);
  shape.lineTo(-x + c, y).absarc(-x + c, y - c, c, Math.PI / 2, Math.PI, false);
  shape.lineTo(-x, -y + c).absarc(-x + c, -y + c, c, Math.PI, Math.PI * 1.5, false);
  return shape;
}

// A plate with round corners seen from the front (width, height) and a soft edge; thickness along z, centred.
export function plate(w, h, t, r, material, at, turn, edge = Math.min(t * 0.35, 0.25)) {
  const shape = outline(w - edge * 2, h - edge * 2, Math.max(r - edge, 0.01));
  const geometry = new THREE.ExtrudeGeometry(shape, {
    depth: Math.max(t - edge * 2, 0.001),
    bevelEnabled: true,
    bevelSize: edge,
    bevelThickness: edge,
    bevelSegments: 5,
    curveSegments: 20,
  });
  geometry.translate(0, 0, -Math.max(t - edge * 2, 0.001) / 2);
  return mesh(geometry, material, at, turn);
}

// The same plate lying down: width, depth, thickness; its underside is at y = 0.
export function slab(w, d, t, r, material, at = [0, 0, 0], edge) {
  const lying = plate(w, d, t, r, material, [at[0], at[1] + t / 2, at[2]], [-Math.PI / 2, 0, 0], edge);
  return lying;
}

// An extruded outline of one's own.
export function extrude(shape, depth, edge, material, at, turn, segments = 4) {
  const geometry = new THREE.ExtrudeGeometry(shape, {
    depth,
    bevelEnabled: edge > 0,
    bevelSize: edge,
    bevelThickness: edge,
    bevelSegments: segments,
    curveSegments: 32,
  });
  geometry.translate(0, 0, -depth / 2);
  return mesh(geometry, material, at, turn);
}

// A body turned on a lathe; points are [radius, height] from bottom to top.
export const turned = (points, material, at, turn, segments = 72) =>
  mesh(
    new THREE.LatheGeometry(
      points.map(([x, y]) => new THREE.Vector2(x, y)),
      segments,
    ),
    material,
    at,
    turn,
  );

// A cylinder with round edges standing at y = 0.
export function drum(r, h, edge, material, at, turn, topRadius = r) {
  const points = [[0.0001, 0]];
  for (let i = 0; i <= 6; i++)
    points.push([r - edge + Math.sin(((i / 6) * Math.PI) / 2) * edge, edge - Math.cos(((i / 6) * Math.PI) / 2) * edge]);
  for (let i = 0; i <= 6; i++)
    points.push([topRadius - edge + Math.cos(((i / 6) * Math.PI) / 2) * edge, h - edge + Math.sin(((i / 6) * Math.PI) / 2) * edge]);
  points.push([0.0001, h]);
  return turned(points, material, at, turn);
}

// The same cylinder with its axis along z, front face at z = h / 2 from the given place.
export const disc = (r, h, edge, material, at = [0, 0, 0], topRadius = r) => {
  const result = drum(r, h, edge, material, [0, 0, 0], [Math.PI / 2, 0, 0], topRadius);
  result.position.set(at[0], at[1], at[2] - h / 2);
  return result;
};

export const ball = (r, material, at, stretch = [1, 1, 1]) => {
  const result = mesh(new THREE.SphereGeometry(r, 56, 40), material, at);
  result.scale.set(...stretch);
  return result;
};

export const ring = (r, thick, material, at, turn, arc = Math.PI * 2) =>
  mesh(new THREE.TorusGeometry(r, thick, 24, 96, arc), material, at, turn);

export function tube(points, r, material, closed = false) {
  const curve = new THREE.CatmullRomCurve3(
    points.map((point) => new THREE.Vector3(...point)),
    closed,
    'catmullrom',
    0.5,
  );
  return mesh(new THREE.TubeGeometry(curve, Math.max(points.length * 16, 48), r, 18, closed), material);
}

// A pebble between a box and a ball; power 2 is an ellipsoid, 5 nearly a box.
export function pebble(w, h, d, power, material, at, bend) {
  const geometry = new THREE.SphereGeometry(1, 96, 64);
  const position = geometry.attributes.position;
  const point = new THREE.Vector3();
  for (let i = 0; i < position.count; i++) {
    point.fromBufferAttribute(position, i);
    const length = (Math.abs(point.x) ** power + Math.abs(point.y) ** power + Math.abs(point.z) ** power) ** (1 / power);
    point.divideScalar(length);
    point.set((point.x * w) / 2, (point.y * h) / 2, (point.z * d) / 2);
    bend?.(point);
    position.setXYZ(i, point.x, point.y, point.z);
  }
  geometry.computeVertexNormals();
  return mesh(geometry, material, at);
}

// A flat picture (a canvas) on a plate with round corners, looking along +z.
export function panel(w, h, r, canvas, at, { light = 0.95, turn = [0, 0, 0], rough = 0.12 } = {}) {
  const geometry = new THREE.ShapeGeometry(outline(w, h, r), 16);
  spread(geometry, w, h);
  const map = new THREE.CanvasTexture(canvas);
  map.colorSpace = THREE.SRGBColorSpace;
  map.anisotropy = 8;
  const material =
    light > 0
      ? new THREE.MeshPhysicalMaterial({
          color: '#050505',
          emissive: '#ffffff',
          emissiveMap: map,
          emissiveIntensity: light,
          roughness: rough,
          clearcoat: 0.5,
          envMapIntensity: 0.5,
        })
      : new THREE.MeshPhysicalMaterial({ map, roughness: rough, transparent: true, alphaTest: 0.02 });
  const result = mesh(geometry, material, at, turn);
  result.castShadow = false;
  return result;
}

function spread(geometry, w, h) {
  const { position, uv } = geometry.attributes;
  for (let i = 0; i < position.count; i++) uv.setXY(i, position.getX(i) / w + 0.5, position.getY(i) / h + 0.5);
}

// Many equal small things at once: keys, holes, vents. places: [x, y, z, scaleX?]
export function many(geometry, material, places) {
  const result = new THREE.InstancedMesh(geometry, material, places.length);
  const matrix = new THREE.Matrix4();
  places.forEach(([x, y, z, sx = 1], index) => result.setMatrixAt(index, matrix.makeScale(sx, 1, 1).setPosition(x, y, z)));
  result.castShadow = true;
  result.receiveShadow = true;
  return result;
}

export const roundedBox = (w, h, d, r) => new RoundedBoxGeometry(w, h, d, 4, Math.min(r, w / 2, h / 2, d / 2));
