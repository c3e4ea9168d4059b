import { between, chance } from "../chance.ts";
import { box, Mesh, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, lotusLeaf, tree } from "../plants.ts";
import { hallRoof } from "../roofs.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { glowing, ground, leaf, paint, tiles, wall, water } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

/** The communal house behind its pond, in the last sun. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(41);
  mesh.quad(water("#161d16", 0.018, 1.1, 2), [-60, -0.7, 40], [60, -0.7, 40], [60, -0.7, -9], [-60, -0.7, -9]);
  box(mesh, wall("#8f8672", 0.7), [0, -1.6, -9.3], [120, 1.75, 0.6]);
  for (let x = -30; x <= 30; x += 3)
    if (Math.abs(x) > 3) box(mesh, wall("#a69c86", 0.8), [x, 0.1, -9.3], [0.36, 0.75, 0.36]);
  for (const s of [-1, 1]) box(mesh, wall("#a69c86", 0.8), [s * 18, 0.3, -9.3], [27, 0.16, 0.22]);
  for (let s = 0; s < 5; s++) box(mesh, wall("#8f8672", 0.6), [0, -0.95 + s * 0.2, -8.0 - s * 0.28], [5.2, 0.22, 0.5]);
  mesh.quad(tiles("#a5714f", 0.35, 0.02), [-60, 0.12, -9], [60, 0.12, -9], [60, 0.12, -40], [-60, 0.12, -40]);
  mesh.quad(ground("#3f4c26", "#56602f"), [-200, 0.1, -30], [200, 0.1, -30], [200, 0.1, -300], [-200, 0.1, -300]);
  const z = -24;
  box(mesh, tiles("#8f8878", 0.8), [0, 0.1, z], [23, 0.75, 13]);
  for (let s = 0; s < 3; s++)
    box(mesh, tiles("#8f8878", 0.8), [0, 0.1, z + 6.9 + (2 - s) * 0.35], [6, 0.25 * (s + 1), 0.4]);
  const wood = paint("#4b2a19", 0.35, 4);
  for (let i = 0; i < 8; i++) {
    const x = -9.8 + i * 2.8;
    for (const dz of [5.2, 2.6]) {
      tube(mesh, wood, [x, 0.85, z + dz], [x, 4.3, z + dz], 0.23, 0.2, 14);
      tube(mesh, paint("#8f8878"), [x, 0.85, z + dz], [x, 1.05, z + dz], 0.34, 0.3, 14);
    }
  }
  box(mesh, wood, [0, 3.75, z + 5.2], [20, 0.4, 0.18]);
  box(mesh, paint("#6b1f16", 0.3), [0, 3.35, z + 5.2], [20, 0.35, 0.08]);
  for (let i = 0; i < 7; i++) {
    const x = -8.4 + i * 2.8;
    const open = i > 1 && i < 5;
    if (open) box(mesh, glowing("#ff9a48", 0.55), [x, 0.9, z - 0.4], [2.2, 2.8, 0.1]);
    for (let k = 0; k < 4; k++) {
      if (open && (k === 1 || k === 2)) continue;
      box(mesh, paint("#5a3019", 0.3, 5), [x - 1.02 + k * 0.68, 0.9, z + 2.5], [0.62, 2.9, 0.08]);
      for (let b = 0; b < 5; b++)
        box(mesh, paint("#331a0e"), [x - 1.22 + k * 0.68 + b * 0.1, 2.2, z + 2.55], [0.03, 1.4, 0.04]);
    }
    if (open) {
      for (const s of [-1, 1]) {
        tube(mesh, glowing("#ff5a2a", 1.6), [x + s * 0.9, 2.75, z + 4.4], [x + s * 0.9, 3.15, z + 4.4], 0.17, 0.17, 12);
        tube(mesh, paint("#3a1a10"), [x + s * 0.9, 3.15, z + 4.4], [x + s * 0.9, 3.6, z + 4.4], 0.01, 0.01, 4);
      }
    }
  }
  box(mesh, paint("#2a1c12"), [0, 0.85, z - 3], [20, 4, 6]);
  hallRoof(mesh, [0, 4.05, z], [13.2, 8.2], 6.4, 6.4, 1.5);
  const old = tree({
    seed: 77,
    height: 15,
    leaves: 80000,
    leaf: 0.145,
    from: 0.26,
    wide: 0.75,
    thick: 0.05,
    green: leaf("#2d4a1a", "#5f7a28"),
  });
  mesh.place(old, [-18.5, 0.1, -18], 1, [1.05, 1, 1.05]);
  const crown = tree({ seed: 6, height: 9, leaves: 16000, leaf: 0.2, from: 0.22 });
  for (let i = 0; i < 26; i++)
    mesh.place(crown, [between(one, -48, 48), 0, between(one, -60, -40)], i, between(one, 0.8, 1.5));
  mesh.place(crown, [17.5, 0.1, -24], 2.4, 0.95);
  for (let i = 0; i < 5; i++) {
    const x = [-7, 7, -10.5, 10.5, 13][i] as number;
    tube(mesh, paint("#7a4a34"), [x, 0.12, -13], [x, 0.75, -13], 0.34, 0.46, 16);
    mesh.place(tree({ seed: 90 + i, height: 1.5, leaves: 1600, leaf: 0.09, from: 0.2 }), [x, 0.7, -13], i);
  }
  const sweeper = new Mesh();
  sweeper.place(person({ seed: 4, doing: "reach", top: "#6a5a4a", hat: "cone" }), [0, 0, 0]);
  tube(sweeper, paint("#a08850"), [0.1, 1.15, 0.35], [0.25, 0.35, 0.85], 0.016);
  tube(sweeper, paint("#8f7a44", 0.4, 20), [0.25, 0.35, 0.85], [0.32, 0.02, 1.05], 0.03, 0.16);
  mesh.place(sweeper, [3.6, 0.12, -12.2], -1.1);
  mesh.place(person({ seed: 14, doing: "walk", top: "#d8d3c8" }), [-3.2, 0.12, -14], 2.9);
  mesh.place(person({ seed: 15, doing: "walk", top: "#a65f43", tall: 1.15 }), [-2.5, 0.12, -14.1], 2.9);
  const pad = leaf("#3a5f30", "#6a8542", 0.5);
  for (let i = 0; i < 190; i++) {
    const left = one() > 0.35;
    lotusLeaf(
      mesh,
      pad,
      [left ? between(one, -13, -2.2) : between(one, 4.2, 13), -0.68, between(one, -6, 10.5)],
      between(one, 0.14, 0.34),
      one() > 0.7 ? between(one, 0.1, 0.4) : 0,
      i,
    );
  }
  blades(mesh, leaf("#4a5a26", "#7a8038"), 2500, (c) => [between(c, -30, 30), -0.75, -8.9], 0.5, 3);
  const toward: Vec = unit([0.82, 0.34, 0.42]);
  return {
    width: 2400,
    height: 1600,
    seed: 4,
    mesh,
    eye: [2.2, 1.9, 15.5],
    at: [0.2, 4.7, -24],
    angle: 37,
    focus: 28,
    lens: 0.01,
    sky: sky({
      zenith: hex("#5f8cc4"),
      horizon: hex("#f0d0a8"),
      glow: scale(hex("#ffd9a0"), 1.4),
      toward,
      clouds: { share: 0.55, lit: scale(hex("#ffdcb4"), 1.15), dark: hex("#98a0b4"), size: 1.1 },
    }),
    sun: { toward, light: scale(hex("#ffc388"), 4.6), spread: 0.02 },
    haze: { thick: 0.003, thins: 0.03, light: () => scale(hex("#ecd2ac"), 0.75) },
    look: { exposure: 0.72, shadows: [0.96, 1, 1.06], lights: [1.03, 1, 0.95], contrast: 0.25 },
  };
}
