// What shiny parts mirror: a dim room with soft boxes, the way product photographers light a table.
import * as THREE from 'three';

const softBoxes = [
  { size: [5, 5], at: [0, 6, 0], light: 5 },
  { size: [2.2, 6], at: [-6, 2, 1.5], light: 9 },
  { size: [1.2, 6], at: [6, 2.2, 0.5], light: 6 },
  { size: [7, 1.6], at: [0, 3.2, 6.5], light: 2.6 },
  { size: [8, 3], at: [0, 2.4, -7], light: 1.8 },
];

export function studioEnvironment(renderer) {
  const room = new THREE.Scene();
  room.add(new THREE.Mesh(new THREE.BoxGeometry(18, 14, 18), new THREE.MeshBasicMaterial({ color: '#a9abb0', side: THREE.BackSide })));
  const ground = new THREE.Mesh(new THREE.PlaneGeometry(18, 18), new THREE.MeshBasicMaterial({ color: '#c9c8c6' }));
  ground.rotation.x = -Math.PI / 2;
  ground.position.y = -1.2;
  room.add(ground);
  for (const { size, at, light } of softBoxes) {
    const box = new THREE.Mesh(
      new THREE.PlaneGeometry(...size),
      new THREE.MeshBasicMaterial({ color: new THREE.Color(light, light, light), side: THREE.DoubleSide }),
    );
    box.position.set(...at);
    box.lookAt(0, 0.4, 0);
    room.add(box);
  }
  const generator = new THREE.PMREMGenerator(renderer);
  return generator.fromScene(room, 0.015).texture;
}
