import { sampan } from "../boats.ts";
import { between, chance, fbm } from "../chance.ts";
import { Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, lotus, lotusLeaf, tree } from "../plants.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { ground, leaf, paint, water } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

/** The lake at dawn: lotus in front, a boat in the middle, the far bank in the mist. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(11);
  mesh.quad(water("#0d1614", 0.05, 0.9, 3), [-900, 0, 900], [900, 0, 900], [900, 0, -900], [-900, 0, -900]);
  const hills = (base: number, high: number, far: number, seed: number) =>
    sheet(
      mesh,
      ground("#24301f", "#39432c", 0.02, 0.2),
      (u, v) => {
        const x = (u - 0.5) * 1400;
        const ridge = fbm(x * 0.006 + seed, seed, 0, 5);
        return [x, -2 + base + high * Math.max(0, ridge - 0.25) * Math.sin(v * Math.PI), -far - (v - 0.5) * 200];
      },
      160,
      12,
    );
  hills(0, 150, 620, 3.3);
  hills(0, 90, 430, 8.1);
  const crowns = [1, 2, 3].map((seed) => tree({ seed, height: 9, leaves: 2600, leaf: 0.6, from: 0.25, wide: 0.55 }));
  for (let i = 0; i < 90; i++) {
    const x = between(one, -120, 120);
    mesh.place(crowns[i % 3] as Mesh, [x, 0.2, between(one, -128, -108)], one() * 6, between(one, 0.45, 1.25));
  }
  blades(
    mesh,
    leaf("#3c4a22", "#5a6a30"),
    9000,
    (c) => [between(c, -130, 130), 0, between(c, -116, -104)],
    2.4,
    4,
    0.14,
  );
  const pad = leaf("#2f5c34", "#4d7c46", 0.5);
  for (let i = 0; i < 330; i++) {
    const far = 3 + 26 * one() ** 1.6;
    const x = between(one, -1, 1) * far * 0.8;
    if (x > -far * 0.16 && x < far * 0.42 && far > 5) continue;
    lotusLeaf(mesh, pad, [x, 0.01, -far], between(one, 0.16, 0.36), one() > 0.45 ? between(one, 0.1, 0.55) : 0, i);
  }
  const petal = leaf("#d98aa0", "#f0c3c8", 0.7);
  for (const [x, z, h] of [
    [-1.25, -3.9, 0.72],
    [-2.6, -6.2, 0.8],
    [2.35, -5.4, 0.7],
    [3.7, -8, 0.8],
    [-4.3, -9.5, 0.8],
  ] as const) {
    tube(mesh, pad, [x, -0.1, z], [x, h, z], 0.012, 0.01, 6);
    lotus(mesh, petal, [x, h, z], 0.2, Math.round(x * 10) + 50);
  }
  const boat = sampan(5);
  boat.place(person({ seed: 5, doing: "reach", hat: "cone", top: "#4a3a3a" }), [-1.4, 0.22, 0], 1.4);
  tube(boat, paint("#4b3c28"), [-0.75, 1.95, 0.1], [-2.1, -0.4, 0.5], 0.022);
  boat.place(person({ seed: 9, doing: "sit", hat: "cone", top: "#7a4a44" }), [1.0, -0.1, 0], -1.5);
  mesh.place(boat, [3.1, -0.03, -19], 0.35);
  const toward: Vec = unit([0.3, 0.085, -1]);
  return {
    width: 2400,
    height: 1600,
    seed: 1,
    mesh,
    eye: [0, 1.35, 0],
    at: [0.8, 0.85, -10],
    angle: 40,
    focus: 9,
    lens: 0.012,
    sky: sky({
      zenith: hex("#7d9cc0"),
      horizon: hex("#f3c9a0"),
      glow: scale(hex("#ffc98a"), 2.4),
      toward,
      clouds: { share: 0.58, lit: scale(hex("#ffd2a8"), 1.15), dark: hex("#8f8fa8"), size: 1.1 },
    }),
    sun: { toward, light: scale(hex("#ffb070"), 4.2), spread: 0.012 },
    haze: {
      thick: 0.0075,
      thins: 0.045,
      light: (d) => scale(hex("#f0c8a4"), 0.72 + 0.6 * Math.max(0, d[0] * toward[0] + d[2] * toward[2]) ** 8),
    },
    look: { exposure: 0.92, shadows: [0.95, 1, 1.08], lights: [1.03, 1, 0.95], contrast: 0.25, glow: 0.1 },
  };
}
