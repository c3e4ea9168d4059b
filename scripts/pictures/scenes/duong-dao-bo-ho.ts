import { between, chance, fbm } from "../chance.ts";
import { ball, box, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, tree } from "../plants.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { bench } from "../streets.ts";
import { ground, leaf, paint, tiles, water } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

/** Where the middle of the path lies, `z` metres ahead: it bends to the left around the lake. */
const path = (z: number) => 0.9 - 0.0065 * z * z * 0.7 + 0.06 * z;

/** The walk around the lake in early light, with the trees that were kept. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(21);
  mesh.quad(
    water("#15211d", 0.05, 0.8, 2.5),
    [-400, -0.55, 60],
    [300, -0.55, 60],
    [300, -0.55, -400],
    [-400, -0.55, -400],
  );
  const strip = (m: Parameters<typeof sheet>[1], from: number, to: number, y: (v: number) => number) =>
    sheet(mesh, m, (u, v) => [path(v * 75) + from + (to - from) * u, y(u), 6 - v * 75 - 0], 10, 90);
  strip(tiles("#b9a78c", 0.6, 0.02), -1.5, 1.5, () => 0);
  strip(ground("#4d5c2a", "#66702f", 0.6), 1.5, 60, (u) => 0.02 + 1.6 * u);
  strip(ground("#4d5c2a", "#5d6a30", 0.6), -2.5, -1.5, () => -0.02);
  strip(paint("#77726a", 0.5, 3), -3.4, -2.5, (u) => -0.7 + 0.68 * u);
  const grass = leaf("#4c6a22", "#86983c", 0.5);
  blades(
    mesh,
    grass,
    60000,
    (c) => {
      const far = 34 * c() ** 1.7;
      return [path(far) + 1.55 + 9 * c() ** 2, 0.02, 6 - far];
    },
    0.17,
    3,
    0.05,
  );
  blades(
    mesh,
    grass,
    26000,
    (c) => {
      const far = 40 * c() ** 1.5;
      return [path(far) - 1.5 - c(), -0.02, 6 - far];
    },
    0.2,
    5,
    0.05,
  );
  const kinds = [31, 32, 33].map((seed) =>
    tree({ seed, height: 8, leaves: 26000, leaf: 0.14, from: 0.34, wide: 0.52, thick: 0.022 }),
  );
  for (let i = 0; i < 7; i++) {
    const far = 9 + i * 8.5;
    mesh.place(kinds[i % 3] as Mesh, [path(far) + 3.2 + 0.5 * one(), 0, 6 - far], i * 1.9, between(one, 0.85, 1.15));
  }
  mesh.place(kinds[1] as Mesh, [path(15) - 2.2, -0.05, -9], 2.2, 0.9);
  mesh.place(kinds[2] as Mesh, [path(36) - 2.1, -0.05, -30], 4.2, 0.8);
  const afar = [34, 35].map((seed) => tree({ seed, height: 8, leaves: 2200, leaf: 0.55, from: 0.25, wide: 0.55 }));
  for (let i = 0; i < 60; i++) {
    mesh.place(
      afar[i % 2] as Mesh,
      [between(one, -190, 60), -0.8, between(one, -175, -150)],
      i,
      between(one, 0.8, 1.6),
    );
  }
  sheet(
    mesh,
    ground("#3b4a30", "#4c5a3c", 0.02),
    (u, v) => {
      const x = -420 + 800 * u;
      return [x, -1 + 75 * Math.max(0, fbm(x * 0.008, 2.2) - 0.2) * Math.sin(Math.PI * v), -330 - 60 * v];
    },
    100,
    10,
  );
  for (let far = 7; far < 60; far += 6) {
    const at: Vec = [path(far) - 1.75, 0, 6 - far];
    box(mesh, paint("#3d3f3c"), at, [0.14, 0.6, 0.14]);
    ball(mesh, paint("#e8dcc0"), [at[0], 0.64, at[2]], 0.075, 8);
  }
  mesh.place(bench(), [path(17) + 2.25, 0, -11], -1.4);
  mesh.place(person({ seed: 3, doing: "sit", top: "#9a4a3a" }), [path(17) + 2.2, 0, -11.2], -1.4);
  const walkers: [number, number, number, string][] = [
    [13.5, -0.5, 3.25, "#c9ccd0"],
    [13.9, 0.25, 3.15, "#7c3d46"],
    [24, 0.5, 3.2, "#44607a"],
    [31, -0.6, 0.1, "#caa860"],
    [33, -0.1, 0, "#e0e0e0"],
    [44, 0.3, 3.4, "#888"],
  ];
  walkers.forEach(([far, off, turn, top], i) => {
    mesh.place(
      person({ seed: 60 + i, doing: "walk", top: top === "#888" ? "#888888" : top, hat: i === 1 ? "cone" : "none" }),
      [path(far) + off, 0, 6 - far],
      turn,
    );
  });
  tube(mesh, paint("#4a3a2c"), [path(13.9) + 0.55, 0, -8], [path(13.9) + 0.5, 0.85, -7.9], 0.015);
  const toward: Vec = unit([-0.75, 0.3, -0.62]);
  return {
    width: 2400,
    height: 1600,
    seed: 2,
    mesh,
    eye: [0.2, 1.65, 6.6],
    at: [-0.7, 1.75, -10],
    angle: 46,
    focus: 15,
    lens: 0.012,
    sky: sky({
      zenith: hex("#86aad4"),
      horizon: hex("#f2dcb8"),
      glow: scale(hex("#ffdba0"), 2),
      toward,
      clouds: { share: 0.5, lit: scale(hex("#fff0d8"), 1.15), dark: hex("#a9b0bf") },
    }),
    sun: { toward, light: scale(hex("#ffc98c"), 7), spread: 0.012 },
    haze: {
      thick: 0.006,
      thins: 0.04,
      light: (d) => scale(hex("#f0dcbc"), 0.75 + 0.7 * Math.max(0, d[0] * toward[0] + d[2] * toward[2]) ** 6),
    },
    look: { exposure: 0.62, shadows: [0.96, 1, 1.06], lights: [1.03, 1, 0.95], contrast: 0.2 },
  };
}
