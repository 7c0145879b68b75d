// A small photo studio: soft boxes, a floor that takes shadows, a gradient behind, many exposures added up.
// Every exposure moves the lights and the lens a little, which gives soft shadows, smooth edges and depth of field.
import * as THREE from 'three';
import { studioEnvironment } from './environment.js';

const radicalInverse = (index, base) => {
  let result = 0;
  for (let fraction = 1 / base, left = index; left > 0; left = Math.floor(left / base), fraction /= base)
    result += (left % base) * fraction;
  return result;
};

const fullScreen = `varying vec2 at; void main() { at = uv; gl_Position = vec4(position.xy, 0., 1.); }`;

const most = 8;
const developShader = `
uniform sampler2D light[${most}]; uniform float share; uniform sampler2D shade; uniform vec2 grid;
uniform vec3 shadow; uniform float depth;
uniform vec3 top; uniform vec3 bottom; uniform vec3 glow; uniform vec2 glowAt; uniform float aspect;
varying vec2 at;
float grain(vec2 p) { return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453) - 0.5; }
void main() {
  vec4 scene = (${[...Array(most)].map((_, i) => `texture2D(light[${i}], at)`).join(' + ')}) * share;
  gl_FragColor = vec4(scene.rgb, 1.);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
  float away = length((at - glowAt) * vec2(aspect, 1.));
  vec3 behind = mix(mix(bottom, top, smoothstep(0., 1., at.y)), glow, exp(-away * away * 5.));
  float dark = 0.;
  for (int x = -1; x <= 1; x++) for (int y = -1; y <= 1; y++) dark += texture2D(shade, at + vec2(x, y) * grid).a / 9.;
  behind = mix(behind, shadow, min(dark, 1.) * depth);
  gl_FragColor.rgb += behind * (1. - scene.a) + grain(gl_FragCoord.xy) / 255.;
}`;

export class Stage {
  constructor() {
    this.renderer = new THREE.WebGLRenderer({ antialias: false, alpha: false, preserveDrawingBuffer: true });
    this.renderer.autoClear = false;
    this.renderer.toneMapping = THREE.NeutralToneMapping;
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = THREE.PCFShadowMap;
    this.environment = studioEnvironment(this.renderer);
    this.quad = new THREE.Mesh(new THREE.PlaneGeometry(2, 2));
    this.quad.frustumCulled = false;
    this.unseen = new THREE.MeshBasicMaterial({ side: THREE.DoubleSide, colorWrite: false, depthWrite: false });
    this.flat = new THREE.OrthographicCamera(-1, 1, 1, -1, 0, 1);
    this.developer = new THREE.ShaderMaterial({
      uniforms: {
        light: { value: [] },
        share: { value: 1 },
        shade: { value: null },
        grid: { value: new THREE.Vector2() },
        shadow: { value: null },
        depth: { value: 0.5 },
        top: { value: null },
        bottom: { value: null },
        glow: { value: null },
        glowAt: { value: new THREE.Vector2(0.5, 0.56) },
        aspect: { value: 1 },
      },
      depthTest: false,
      depthWrite: false,
      vertexShader: fullScreen,
      fragmentShader: developShader,
    });
  }

  resize(width, height) {
    if (this.width === width && this.height === height) return;
    [this.width, this.height] = [width, height];
    this.renderer.setSize(width, height, false);
    for (const target of [...(this.frames ?? []), this.blank, this.shadowSum]) target?.dispose();
    const target = (w, h) => new THREE.WebGLRenderTarget(w, h, { type: THREE.HalfFloatType });
    this.frames = [...Array(most)].map(() => target(width, height));
    this.blank = target(4, 4);
    this.clear(this.blank);
    this.shadowSum = target(Math.round(width / 3), Math.round(height / 3));
  }

  // subject: a group standing on the floor (y = 0). Returns a JPEG data address.
  take(subject, shot) {
    const { width = 1280, height = 1280, exposures = most } = shot;
    this.resize(width, height);
    const scene = this.build(subject, shot);
    const camera = frame(scene.userData.subject, shot, width / height);
    for (let index = 1; index <= exposures; index++) this.expose(scene, camera, index, shot);
    this.clear(this.shadowSum);
    if (!shot.noFloor) this.castShadows(scene.userData.subject, camera, 27, shot);
    return this.develop(shot, exposures);
  }

  build(subject, shot) {
    const scene = new THREE.Scene();
    scene.environment = this.environment;
    scene.environmentIntensity = shot.ambient ?? 0.62;
    const holder = new THREE.Group();
    const bounds = new THREE.Box3().setFromObject(subject, true);
    const radius = bounds.getSize(new THREE.Vector3()).length() / 2;
    holder.add(subject);
    holder.scale.setScalar(1 / radius);
    subject.position.y -= bounds.min.y;
    subject.position.x -= (bounds.min.x + bounds.max.x) / 2;
    subject.position.z -= (bounds.min.z + bounds.max.z) / 2;
    scene.add(holder);
    scene.userData = { subject: holder, key: lamp(scene, shot.key ?? 2.3), dome: lamp(scene, shot.dome ?? 1.5) };
    return scene;
  }

  expose(scene, camera, index, shot) {
    const [a, b, c, f] = [2, 3, 5, 13].map((base) => radicalInverse(index, base));
    const { key, dome } = scene.userData;
    key.position.copy(keyAt(index, shot));
    dome.position.copy(skyAt(index));
    camera.setViewOffset(this.width, this.height, a - 0.5, b - 0.5, this.width, this.height);
    const lens = (shot.aperture ?? 0) * Math.sqrt(f);
    const { at, eye, right, up } = camera.userData;
    camera.position
      .copy(eye)
      .addScaledVector(right, lens * Math.cos(c * 6.2832))
      .addScaledVector(up, lens * Math.sin(c * 6.2832));
    camera.lookAt(at);
    this.clear(this.frames[index - 1]);
    this.renderer.render(scene, camera);
  }

  // The shadow on the floor on its own, at half size: a third of it from the key light, the rest from the whole sky.
  castShadows(subject, camera, samples, shot) {
    const scene = new THREE.Scene();
    scene.add(subject, floor(1 / samples));
    const light = lamp(scene, 1, 512);
    subject.traverse((node) => {
      if (node.isMesh) node.material = this.unseen;
      node.layers.set(1);
    });
    // Only the floor is looked at; the subject joins when the light's own view is drawn.
    const { updateMatrices } = light.shadow;
    light.shadow.updateMatrices = (source) => {
      camera.layers.enable(1);
      updateMatrices.call(light.shadow, source);
    };
    camera.clearViewOffset();
    place(
      camera,
      camera.userData.at,
      camera.userData.eye.clone().sub(camera.userData.at).normalize(),
      camera.userData.eye.distanceTo(camera.userData.at),
    );
    for (let index = 1; index <= samples; index++) {
      light.position.copy(index % 3 ? skyAt(index) : keyAt(index, shot));
      camera.layers.set(0);
      this.renderer.setRenderTarget(this.shadowSum);
      this.renderer.render(scene, camera);
    }
  }

  clear(target) {
    this.renderer.setRenderTarget(target);
    this.renderer.setClearColor(0, 0);
    this.renderer.clear();
  }

  develop(shot, exposures) {
    const { uniforms } = this.developer;
    const display = (value) => new THREE.Color().setStyle(value, THREE.LinearSRGBColorSpace);
    uniforms.light.value = this.frames.map((target, index) => (index < exposures ? target : this.blank).texture);
    uniforms.share.value = 1 / exposures;
    uniforms.shade.value = this.shadowSum.texture;
    uniforms.grid.value.set(4 / this.width, 4 / this.height);
    uniforms.shadow.value = display(shot.backdrop.shadow);
    uniforms.depth.value = shot.shadow ?? 0.72;
    uniforms.top.value = display(shot.backdrop.top);
    uniforms.bottom.value = display(shot.backdrop.bottom);
    uniforms.glow.value = display(shot.backdrop.glow);
    uniforms.glowAt.value.set(...(shot.glowAt ?? [0.5, 0.58]));
    uniforms.aspect.value = this.width / this.height;
    this.renderer.toneMappingExposure = shot.exposure ?? 1;
    this.paint(this.developer, null);
    return this.renderer.domElement.toDataURL('image/jpeg', 0.97);
  }

  paint(material, target) {
    this.quad.material = material;
    this.renderer.setRenderTarget(target);
    this.renderer.render(this.quad, this.flat);
  }
}

// Places on the key soft box and all over the sky, evenly spread.
function keyAt(index, shot) {
  const jitter = new THREE.Vector3(...[2, 3, 5].map((base) => radicalInverse(index, base) - 0.5));
  return new THREE.Vector3(...(shot.keyAt ?? keySide(shot))).addScaledVector(jitter, 2.4);
}

// Seen from behind, the key light comes from behind as well.
const keySide = ({ from = [0] }) => (Math.cos(THREE.MathUtils.degToRad(from[0])) < 0 ? [2.6, 4.2, -2.4] : [-2.6, 4.2, 2.4]);

function skyAt(index) {
  const turn = radicalInverse(index, 2) * Math.PI * 2;
  const rise = Math.sqrt(radicalInverse(index, 3) * 0.9);
  return new THREE.Vector3(Math.cos(turn) * rise * 5, Math.sqrt(1 - rise * rise) * 5, Math.sin(turn) * rise * 5);
}

function lamp(scene, intensity, size = 768) {
  const light = new THREE.DirectionalLight('#ffffff', intensity);
  light.castShadow = true;
  light.shadow.mapSize.set(size, size);
  light.shadow.bias = -0.0006;
  light.shadow.normalBias = 0.006;
  const reach = 1.55;
  Object.assign(light.shadow.camera, { left: -reach, right: reach, top: reach, bottom: -reach, near: 0.5, far: 12 });
  light.target.position.set(0, 0.35, 0);
  scene.add(light, light.target);
  return light;
}

// The floor adds its share of shadow to what is there already.
function floor(share) {
  const material = new THREE.ShadowMaterial({
    opacity: share,
    blending: THREE.CustomBlending,
    blendSrc: THREE.OneFactor,
    blendDst: THREE.OneFactor,
    blendSrcAlpha: THREE.OneFactor,
    blendDstAlpha: THREE.OneFactor,
    depthTest: false,
    depthWrite: false,
  });
  const plane = new THREE.Mesh(new THREE.PlaneGeometry(12, 12), material);
  plane.rotation.x = -Math.PI / 2;
  plane.position.y = -0.001;
  plane.receiveShadow = true;
  return plane;
}

// Moves back until the subject fills the wanted share of the picture, then aims at its middle.
function frame(subject, shot, aspect) {
  const camera = new THREE.PerspectiveCamera(shot.fov ?? 24, aspect, 0.05, 60);
  const [turn, rise] = (shot.from ?? [28, 14]).map(THREE.MathUtils.degToRad);
  const direction = new THREE.Vector3(Math.sin(turn) * Math.cos(rise), Math.sin(rise), Math.cos(turn) * Math.cos(rise));
  const points = corners(subject);
  const at = new THREE.Box3().setFromPoints(points).getCenter(new THREE.Vector3());
  let distance = 6;
  for (let step = 0; step < 8; step++) {
    place(camera, at, direction, distance);
    const seen = points.map((point) => point.clone().project(camera));
    const [left, right] = [Math.min(...seen.map((p) => p.x)), Math.max(...seen.map((p) => p.x))];
    const [low, high] = [Math.min(...seen.map((p) => p.y)), Math.max(...seen.map((p) => p.y))];
    distance *= Math.max((right - left) / 2, (high - low) / 2) / (shot.fill ?? 0.7);
    const half = Math.tan(THREE.MathUtils.degToRad(camera.fov / 2)) * distance;
    at.addScaledVector(camera.userData.right, ((left + right) / 2) * half * aspect).addScaledVector(
      camera.userData.up,
      ((low + high) / 2) * half,
    );
  }
  const zoom = shot.zoom ?? 1;
  const [dx, dy] = shot.look ?? [0, 0];
  const half = Math.tan(THREE.MathUtils.degToRad(camera.fov / 2)) * distance;
  at.addScaledVector(camera.userData.right, dx * half).addScaledVector(camera.userData.up, dy * half);
  place(camera, at, direction, distance / zoom);
  return camera;
}

function place(camera, at, direction, distance) {
  camera.position.copy(at).addScaledVector(direction, distance);
  camera.lookAt(at);
  camera.updateMatrixWorld();
  const right = new THREE.Vector3().setFromMatrixColumn(camera.matrixWorld, 0);
  const up = new THREE.Vector3().setFromMatrixColumn(camera.matrixWorld, 1);
  camera.userData = { at: at.clone(), eye: camera.position.clone(), right, up };
}

function corners(subject) {
  const points = [];
  subject.updateMatrixWorld(true);
  subject.traverse((node) => {
    if (!node.isMesh) return;
    node.geometry.computeBoundingBox();
    const { min, max } = node.geometry.boundingBox;
    const box = node.isInstancedMesh ? (node.computeBoundingBox(), node.boundingBox) : { min, max };
    for (const x of [box.min.x, box.max.x])
      for (const y of [box.min.y, box.max.y])
        for (const z of [box.min.z, box.max.z]) {
          points.push(new THREE.Vector3(x, y, z).applyMatrix4(node.matrixWorld));
        }
  });
  return points;
}
