import { between, chance, oneOf } from "../chance.ts";
import { ball, box, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, palm, tree } from "../plants.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { cloth, ground, leaf, paint, tiles, wall } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

/** The health station on a day of vaccination: a tent in the yard, families on chairs that stand apart. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(141);
  mesh.quad(tiles("#a89a88", 0.6, 0.02), [-60, 0, 12], [60, 0, 12], [60, 0, -40], [-60, 0, -40]);
  mesh.quad(ground("#4a5a2c", "#5f6a34"), [-200, -0.02, 30], [200, -0.02, 30], [200, -0.02, -250], [-200, -0.02, -250]);
  const white = wall("#e4e0d4", 0.28);
  const green = paint("#3f7a6a", 0.15);
  const z = -21;
  box(mesh, white, [0, 0, z - 5], [26, 7, 10]);
  box(mesh, green, [0, 0, z + 0.02], [26, 0.9, 0.1]);
  box(mesh, white, [0, 3.3, z + 0.6], [26.4, 0.3, 1.6]);
  box(mesh, white, [0, 6.9, z - 4.5], [27, 0.35, 11.6]);
  for (let k = 0; k < 8; k++) {
    const x = -11.4 + k * 3.25;
    for (const y of [1.1, 4.4]) {
      if (y < 2 && (k === 3 || k === 4)) continue;
      box(mesh, { colour: [0.03, 0.05, 0.06], mirror: 0.1 }, [x, y, z + 0.02], [1.9, 1.5, 0.08]);
      for (const s of [-0.95, 0, 0.95]) box(mesh, paint("#e8e8e0"), [x + s, y, z + 0.05], [0.07, 1.5, 0.1]);
      for (const s of [0, 1.5]) box(mesh, paint("#e8e8e0"), [x, y + s, z + 0.05], [2, 0.07, 0.12]);
      box(mesh, green, [x, y + 1.62, z + 0.3], [2.3, 0.08, 0.6]);
    }
  }
  box(mesh, paint("#2a3a3a"), [0, 0.3, z + 0.02], [3.4, 2.6, 0.06]);
  for (const s of [-0.85, 0.85])
    box(mesh, { colour: [0.1, 0.16, 0.17], mirror: 0.12 }, [s * 1.02, 0.3, z + 0.08], [1.5, 2.5, 0.06]);
  for (const s of [-3, 3]) tube(mesh, white, [s, 0, z + 2.4], [s, 3.3, z + 2.4], 0.22, 0.22, 16);
  box(mesh, white, [0, 3.25, z + 1.2], [7.6, 0.4, 3.2]);
  box(mesh, paint("#d8e4e0"), [0, 3.66, z + 2.7], [6.4, 0.95, 0.1]);
  box(mesh, paint("#2f7a5a"), [-2.6, 3.98, z + 2.77], [0.62, 0.2, 0.04]);
  box(mesh, paint("#2f7a5a"), [-2.6, 3.77, z + 2.77], [0.2, 0.62, 0.04]);
  for (let k = 0; k < 9; k++)
    box(mesh, green, [-1.7 + k * 0.48, 3.95, z + 2.77], [k % 4 === 2 ? 0.2 : 0.36, 0.28, 0.04]);
  for (let s = 0; s < 2; s++) box(mesh, tiles("#9a9488", 0.5), [0, 0, z + 2.6 + s * 0.4], [7, 0.3 - s * 0.15, 0.5]);
  const canvas = cloth("#cfdcd8", 0.65);
  const [cx, cz, half, low, high] = [4.6, -9.5, 3.3, 2.25, 3.7];
  for (const [a, b] of [
    [
      [-1, -1],
      [1, -1],
    ],
    [
      [1, -1],
      [1, 1],
    ],
    [
      [1, 1],
      [-1, 1],
    ],
    [
      [-1, 1],
      [-1, -1],
    ],
  ] as const) {
    sheet(
      mesh,
      canvas,
      (u, v) => {
        const [x, y] = [a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u];
        const sag = 0.22 * Math.sin(Math.PI * v) + 0.06 * Math.sin(u * Math.PI) * (1 - v);
        return [cx + x * half * (1 - v), low + (high - low) * v - sag, cz + y * half * (1 - v)];
      },
      24,
      16,
    );
    sheet(
      mesh,
      paint("#3f7a6a", 0.1),
      (u, v) => {
        const [x, y] = [a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u];
        return [cx + x * half * 1.005, low + 0.02 - (0.3 + 0.05 * Math.cos(u * 60)) * v, cz + y * half * 1.005];
      },
      80,
      2,
    );
    tube(
      mesh,
      paint("#d8d8d4"),
      [cx + a[0] * half, 0, cz + a[1] * half],
      [cx + a[0] * half, low, cz + a[1] * half],
      0.035,
    );
  }
  for (const dx of [-1.3, 1.2]) {
    box(mesh, cloth("#d8e4e4", 0), [cx + dx, 0, cz - 0.6], [1.5, 0.76, 0.7]);
    box(mesh, paint("#4a7aa0"), [cx + dx + 0.4, 0.76, cz - 0.6], [0.34, 0.26, 0.26]);
    box(mesh, paint("#e8e8e4"), [cx + dx + 0.4, 1.02, cz - 0.6], [0.36, 0.05, 0.28]);
    box(mesh, paint("#f0efe8"), [cx + dx - 0.3, 0.76, cz - 0.5], [0.24, 0.02, 0.32]);
    mesh.place(
      person({ seed: Math.floor(dx * 10) + 40, doing: "sit", top: "#e6ecea", legs: "#e0e4e4", hat: "cap" }),
      [cx + dx, 0.02, cz - 1.3],
      0.1,
    );
    mesh.place(
      person({ seed: Math.floor(dx * 10) + 60, doing: "sit", top: dx < 0 ? "#a65f43" : "#5a7a94" }),
      [cx + dx - 0.1, 0, cz + 0.55],
      Math.PI + 0.3,
    );
    mesh.place(
      person({ seed: Math.floor(dx * 10) + 80, doing: "stand", tall: 0.95, top: "#e0b04a" }),
      [cx + dx + 0.42, 0, cz + 0.35],
      Math.PI - 0.5,
    );
  }
  const plastic = ["#2f6a9a", "#b8383a"];
  const chair = (at: Vec, turn: number, code: string) => {
    const made = new Mesh();
    const m = paint(code, 0.05);
    box(made, m, [0, 0.42, 0], [0.42, 0.04, 0.42]);
    box(made, m, [0, 0.46, -0.2], [0.42, 0.42, 0.03]);
    for (const x of [-0.18, 0.18])
      for (const dz of [-0.18, 0.18]) tube(made, m, [x, 0, dz], [x, 0.42, dz], 0.022, 0.026, 6);
    mesh.place(made, at, turn);
  };
  for (let row = 0; row < 3; row++) {
    for (let k = 0; k < 5; k++) {
      const at: Vec = [-6.6 + k * 1.35 + 0.15 * row, 0, -6.6 - row * 1.9];
      chair(at, 2.2, plastic[row % 2] as string);
      if (one() > 0.25) {
        mesh.place(person({ seed: row * 9 + k + 500, doing: "sit", hat: one() > 0.8 ? "cone" : "none" }), at, 2.2);
        if (one() > 0.5)
          mesh.place(
            person({
              seed: row * 9 + k + 600,
              doing: "sit",
              tall: 0.8,
              top: oneOf(one, ["#e0b04a", "#c8506a", "#6aa0b8", "#e8e0d0"]),
            }),
            [at[0] + 0.18, 0.28, at[2] - 0.2],
            2.2,
          );
      }
    }
  }
  mesh.place(person({ seed: 91, doing: "walk", top: "#e6ecea", legs: "#e0e4e4", hat: "cap" }), [0.7, 0, -11.5], -0.9);
  mesh.place(person({ seed: 92, doing: "walk", top: "#7d3b3a" }), [-0.4, 0, -14.5], 3.0);
  mesh.place(person({ seed: 93, doing: "walk", tall: 1.0, top: "#d8c04a" }), [0.15, 0, -14.3], 3.1);
  mesh.place(palm(5, 6.5, 15, 2.3), [-10.5, 0, -13.5], 0);
  mesh.place(palm(8, 5.2, 14, 2.2), [10.8, 0, -16.5], 1);
  mesh.place(
    tree({ seed: 25, height: 8, leaves: 24000, leaf: 0.2, from: 0.32, wide: 0.75, thick: 0.035 }),
    [-8.6, 0, -3.6],
    2,
  );
  for (let i = 0; i < 7; i++) {
    const x = -12 + i * 1.5;
    tube(mesh, paint("#8a5034"), [x, 0, -19], [x, 0.42, -19], 0.22, 0.3, 14);
    blades(
      mesh,
      leaf("#3a6a2c", "#7aa048"),
      130,
      (c) => [x + between(c, -0.2, 0.2), 0.38, -19 + between(c, -0.2, 0.2)],
      0.8,
      i,
      0.1,
    );
  }
  ball(mesh, paint("#3c5a2c", 0.4, 6), [-20, 0, -22], [5, 2.5, 2], 10);
  const crown = tree({ seed: 26, height: 10, leaves: 7000, leaf: 0.38, from: 0.2, wide: 0.6 });
  for (let i = 0; i < 16; i++)
    mesh.place(crown, [between(one, -45, 45), 0, between(one, -50, -36)], i, between(one, 0.8, 1.3));
  const toward: Vec = unit([0.55, 0.36, 0.1]);
  return {
    width: 2400,
    height: 1600,
    seed: 14,
    mesh,
    eye: [-6.9, 1.62, -3.4],
    at: [1.6, 1.75, -13],
    angle: 40,
    focus: 9,
    lens: 0.025,
    sky: sky({
      zenith: hex("#6aa0dc"),
      horizon: hex("#e0e8e6"),
      glow: scale(hex("#fff0d0"), 1.3),
      toward,
      clouds: { share: 0.5, lit: scale(hex("#fffaf2"), 1.2), dark: hex("#b0bcc8") },
    }),
    sun: { toward, light: scale(hex("#ffd09a"), 5.6), spread: 0.012 },
    haze: { thick: 0.003, thins: 0.03, light: () => scale(hex("#e6e4d8"), 0.85) },
    look: { exposure: 0.64, shadows: [0.97, 1, 1.05], lights: [1.02, 1, 0.96], contrast: 0.2 },
  };
}
