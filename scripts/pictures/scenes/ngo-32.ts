import { between, chance } from "../chance.ts";
import { box, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, tree } from "../plants.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { house, motorbike, wires } from "../streets.ts";
import { cloth, ground, leaf, paint, tiles } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

/** A narrow lane in the morning: sun on one side, wires above, somebody on a stool before her door. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(61);
  mesh.quad(tiles("#9a8f80", 0.42, 0.02), [-3, 0, 12], [3, 0, 12], [3, 0, -70], [-3, 0, -70]);
  mesh.quad(ground("#6a6456", "#7a7466"), [-200, -0.02, 20], [200, -0.02, 20], [200, -0.02, -200], [-200, -0.02, -200]);
  for (const side of [-1, 1]) {
    let z = side < 0 ? 6 : 7.4;
    for (let i = 0; i < 15; i++) {
      const width = between(one, 3.4, 4.6);
      const floors = side < 0 ? Math.floor(between(one, 2, 4)) : Math.floor(between(one, 1.6, 3.2));
      const built = house({ seed: i * 11 + side * 3 + 40, width, floors, shop: one() > 0.5 ? "open" : "shutter" });
      mesh.place(built, [side * (2.15 + 0.18 * one()), 0, z - width / 2], side < 0 ? Math.PI / 2 : -Math.PI / 2);
      z -= width;
    }
    mesh.quad(
      paint("#3d3a36", 0.4),
      [side * 1.95, 0.006, 12],
      [side * 1.75, 0.006, 12],
      [side * 1.75, 0.006, -60],
      [side * 1.95, 0.006, -60],
    );
  }
  const pots: [number, number, number][] = [
    [-1.65, 1.4, 0.9],
    [-1.6, 0.6, 0.6],
    [1.6, 0.2, 0.8],
    [1.65, -0.6, 1.1],
    [-1.6, -4.5, 1.2],
    [1.6, -7.2, 0.8],
    [-1.6, -9.2, 0.9],
    [1.62, -12, 1.2],
    [-1.6, -13, 0.8],
  ];
  pots.forEach(([x, z, size], i) => {
    tube(
      mesh,
      paint(i % 3 === 0 ? "#3d5a6a" : "#8a4b2e", 0.3),
      [x, 0, z],
      [x, 0.4 * size, z],
      0.17 * size,
      0.24 * size,
      14,
    );
    if (i % 2 === 0)
      blades(
        mesh,
        leaf("#35651f", "#78a03a"),
        150,
        (c) => [x + between(c, -0.12, 0.12), 0.36 * size, z + between(c, -0.12, 0.12)],
        0.75 * size,
        i + 3,
        0.11,
      );
    else
      mesh.place(
        tree({ seed: 120 + i, height: 0.95 * size, leaves: 900, leaf: 0.08, from: 0.2 }),
        [x, 0.36 * size, z],
        i,
      );
  });
  const vine = leaf("#3c6a22", "#7fa83c", 0.6);
  const pink = leaf("#c23a78", "#e0609a", 0.6);
  for (const [x, y, z] of [
    [1.75, 3.4, -3.5],
    [-1.9, 3.7, -8.5],
    [1.8, 3.2, -15],
  ] as const) {
    for (const [m, many] of [
      [vine, 1500],
      [pink, 1100],
    ] as const) {
      blades(
        mesh,
        m,
        many,
        (c) => [x + between(c, -0.45, 0.35), y - 1.7 * c() ** 2 + 0.4 * c(), z + between(c, -1.3, 1.3)],
        0.17,
        many,
        0.3,
      );
    }
  }
  mesh.place(motorbike("#2f5d7a"), [1.15, 0, -4.2], 2.9);
  mesh.place(motorbike("#8a2a22"), [-1.25, 0, -11.5], 0.2);
  const wheel = (at: Vec) =>
    sheet(
      mesh,
      paint("#1c1c1c"),
      (u, v) => [
        at[0] + 0.014 * Math.sin(v * 6.283),
        at[1] + (0.31 + 0.014 * Math.cos(v * 6.283)) * Math.sin(u * 6.283),
        at[2] + (0.31 + 0.014 * Math.cos(v * 6.283)) * Math.cos(u * 6.283),
      ],
      30,
      6,
    );
  wheel([-1.3, 0.32, -1.9]);
  wheel([-1.3, 0.32, -2.95]);
  const frame = paint("#2e4a3c");
  for (const [a, b] of [
    [
      [-1.3, 0.32, -1.9],
      [-1.3, 0.85, -2.1],
    ],
    [
      [-1.3, 0.75, -2.1],
      [-1.3, 0.35, -2.5],
    ],
    [
      [-1.3, 0.35, -2.5],
      [-1.3, 0.85, -2.72],
    ],
    [
      [-1.3, 0.32, -2.95],
      [-1.3, 0.7, -2.66],
    ],
    [
      [-1.3, 0.72, -2.14],
      [-1.3, 0.72, -2.68],
    ],
    [
      [-1.3, 0.35, -2.5],
      [-1.3, 0.32, -2.95],
    ],
    [
      [-1.52, 0.98, -2.1],
      [-1.08, 0.98, -2.1],
    ],
    [
      [-1.3, 0.85, -2.1],
      [-1.3, 0.98, -2.1],
    ],
  ] as [Vec, Vec][])
    tube(mesh, frame, a, b, 0.017);
  box(mesh, paint("#2a1c14"), [-1.3, 0.86, -2.75], [0.13, 0.05, 0.24]);
  const seated = new Mesh();
  seated.place(person({ seed: 12, doing: "sit", top: "#7a4a5c", legs: "#22262e", tall: 1.52 }), [0, -0.08, 0]);
  box(seated, paint("#2f6a8a"), [0, 0, -0.05], [0.34, 0.3, 0.3]);
  mesh.place(seated, [-1.25, 0, -6.3], 1.1);
  mesh.place(person({ seed: 17, doing: "walk", hat: "cone", top: "#c9b8a0" }), [0.35, 0, -10.5], 3.0);
  mesh.place(person({ seed: 19, doing: "walk", top: "#e8e4da", legs: "#22304a", tall: 1.2 }), [0.1, 0, -18], 0.2);
  mesh.place(person({ seed: 20, doing: "walk", top: "#e8e4da", legs: "#22304a", tall: 1.25 }), [0.65, 0, -18.3], 0.1);
  const line = 4.6;
  tube(mesh, paint("#222222"), [-2.1, line, -6], [2.1, line - 0.1, -6.2], 0.008, 0.008, 4);
  ["#d8d3c8", "#a65f43", "#5a7a94", "#e0cf9a", "#d8d3c8", "#7a8f6a"].forEach((code, i) => {
    const x = -1.5 + i * 0.58;
    sheet(
      mesh,
      cloth(code, 0.6),
      (u, v) => [x + 0.42 * u, line - 0.06 - (0.6 + 0.12 * (i % 2)) * v, -6.1 + 0.05 * Math.sin(u * 7 + v * 3 + i)],
      8,
      8,
    );
  });
  wires(mesh, [-1.9, 5.4, 8], [-1.6, 5.2, -22], 6, 4, 0.5);
  wires(mesh, [1.9, 5.9, 8], [1.5, 5.4, -24], 5, 5, 0.5);
  wires(mesh, [-1.9, 5.9, -2], [1.9, 6.3, -10], 4, 6, 0.3);
  wires(mesh, [1.9, 6.6, -9], [-1.8, 5.8, -20], 4, 7, 0.3);
  tube(mesh, paint("#8a867c", 0.3), [1.75, 0, -9], [1.75, 7.4, -9], 0.14, 0.11, 12);
  const crown = tree({ seed: 9, height: 12, leaves: 12000, leaf: 0.3, from: 0.35, wide: 0.7 });
  mesh.place(crown, [-3.4, 0, -50], 0);
  mesh.place(crown, [3.6, 0, -58], 2);
  const toward: Vec = unit([0.3, 0.85, -0.42]);
  return {
    width: 1600,
    height: 2400,
    seed: 6,
    mesh,
    eye: [0.1, 1.5, 5.2],
    at: [-0.05, 2.35, -8],
    angle: 56,
    focus: 10,
    lens: 0.012,
    sky: sky({
      zenith: scale(hex("#7fa8d8"), 1.3),
      horizon: scale(hex("#e8e2d0"), 1.3),
      glow: scale(hex("#ffe8c0"), 1.6),
      toward,
    }),
    sun: { toward, light: scale(hex("#ffdcae"), 13), spread: 0.012 },
    haze: { thick: 0.007, thins: 0.02, light: () => scale(hex("#ecdcbe"), 1.3) },
    look: { exposure: 0.86, shadows: [0.97, 1, 1.05], lights: [1.03, 1, 0.95], contrast: 0.15 },
  };
}
