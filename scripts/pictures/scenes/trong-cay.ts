import { between, chance } from "../chance.ts";
import { ball, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, tree } from "../plants.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { ground, leaf, paint, water } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

/** Saplings along the eastern bank, planted by many hands, against the light of the lake. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(171);
  const soil = ground("#463020", "#5c4630", 2, 20);
  sheet(
    mesh,
    ground("#5a6a2c", "#74803a", 0.7),
    (u, v) => [-60 + 120 * u, 0.02 * Math.sin(u * 90) - 0.9 * Math.max(0, (v - 0.86) / 0.14) ** 2, 8 - 28 * v],
    60,
    40,
  );
  mesh.quad(
    water("#1a2622", 0.06, 0.9, 2.5),
    [-400, -0.6, -16],
    [400, -0.6, -16],
    [400, -0.6, -300],
    [-400, -0.6, -300],
  );
  const grass = leaf("#5a7a24", "#98a844", 0.6);
  const spots: [number, number][] = [
    [0.7, -3.4],
    [-3.8, -6.6],
    [4.6, -7.2],
    [-8.2, -10.5],
    [9.6, -11],
    [0.4, -11.5],
    [-13.5, -14],
    [15, -13.5],
    [5.2, -14.5],
  ];
  blades(
    mesh,
    grass,
    95000,
    (c) => {
      const far = 15 * c() ** 1.25;
      const p: Vec = [between(c, -1, 1) * (2.5 + far * 0.9), 0, 3.2 - far];
      return spots.some(([x, z]) => Math.hypot(p[0] - x, p[2] - z) < 0.62) ? null : p;
    },
    0.11,
    3,
    0.07,
  );
  spots.forEach(([x, z], i) => {
    sheet(
      mesh,
      soil,
      (u, v) => {
        const [a, r] = [u * 6.283, v * 0.72];
        return [
          x + Math.cos(a) * r,
          0.2 * (1 - v * v) - 0.06 * Math.exp(-v * v * 20) + 0.02 * Math.sin(a * 7 + v * 19),
          z + Math.sin(a) * r,
        ];
      },
      30,
      10,
    );
    mesh.place(
      tree({
        seed: 180 + i,
        height: 2.3,
        leaves: i < 3 ? 900 : 420,
        leaf: i < 3 ? 0.13 : 0.18,
        from: 0.4,
        wide: 0.34,
        thick: 0.011,
        green: leaf("#4c8a2a", "#94c050", 0.7),
      }),
      [x, 0.1, z],
      i,
      between(one, 0.8, 1.1),
    );
    for (let k = 0; k < 3; k++) {
      const a = k * 2.09 + 0.4;
      tube(
        mesh,
        paint("#a08a54", 0.3),
        [x + Math.cos(a) * 0.45, 0, z + Math.sin(a) * 0.45],
        [x + Math.cos(a) * 0.04, 1.15, z + Math.sin(a) * 0.04],
        0.018,
      );
    }
  });
  const shirts = ["#2f5a9a", "#2f5a9a", "#e4e0d4", "#2f5a9a", "#b8383a", "#2f5a9a", "#d8a83c"];
  const put = (
    x: number,
    z: number,
    turn: number,
    doing: "squat" | "reach" | "stand" | "walk",
    k: number,
    tall = 1.62,
    hat: "cone" | "cap" | "none" = "none",
  ) => mesh.place(person({ seed: 700 + k, doing, tall, hat, top: shirts[k % 7] as string }), [x, 0, z], turn);
  put(1.55, -3.7, -1.2, "squat", 0, 1.62, "cap");
  put(-0.15, -3.95, 0.9, "squat", 4, 1.3);
  const digs = new Mesh();
  digs.place(person({ seed: 720, doing: "reach", top: "#2f5a9a", hat: "cone" }), [0, 0, 0]);
  tube(digs, paint("#8a6a40"), [0.1, 1.22, 0.3], [0.2, 0.3, 0.85], 0.018);
  sheet(digs, paint("#4a4c50"), (u, v) => [0.1 + 0.22 * u, 0.34 - 0.3 * v, 0.84 + 0.14 * v], 3, 3);
  mesh.place(digs, [-4.7, 0, -6.9], 1.2);
  put(-3.1, -7.3, -0.9, "squat", 5);
  put(5.5, -7.4, -1.4, "reach", 3);
  put(3.8, -7.9, 0.9, "squat", 2, 1.55, "cone");
  put(2.2, -9.2, 2.6, "walk", 1);
  put(-9, -10.4, 1.3, "squat", 6, 1.6, "cone");
  put(-7.3, -10.9, -1.1, "reach", 2);
  put(10.5, -11.2, -1.4, "squat", 1);
  put(1.2, -12, -1.2, "reach", 0);
  put(-0.5, -12, 1.3, "squat", 4, 1.55, "cone");
  put(-13, -13.6, 0.3, "reach", 5);
  put(14, -13.2, 0.8, "squat", 3);
  for (const [x, z] of [
    [2.35, -3.0],
    [-2.4, -6.0],
    [-1.25, -3.2],
  ] as const) {
    tube(mesh, paint("#3a6a8a"), [x, 0, z], [x, 0.28, z], 0.12, 0.16, 16);
    sheet(
      mesh,
      paint("#888888"),
      (u) => [x + 0.16 * Math.cos(u * Math.PI), 0.28 + 0.18 * Math.sin(u * Math.PI), z],
      14,
      1,
    );
  }
  for (let i = 0; i < 3; i++) ball(mesh, soil, [-1.9 + i * 0.35, 0.06, -3.7 - 0.2 * i], [0.3, 0.2, 0.26], 8);
  const crown = [1, 2].map((seed) =>
    tree({ seed: seed + 190, height: 9, leaves: 2600, leaf: 0.6, from: 0.22, wide: 0.6 }),
  );
  for (let i = 0; i < 70; i++)
    mesh.place(
      crown[i % 2] as Mesh,
      [between(one, -130, 130), -0.6, between(one, -125, -108)],
      i,
      between(one, 0.5, 1.25),
    );
  const near = tree({ seed: 78, height: 11, leaves: 30000, leaf: 0.24, from: 0.3, wide: 0.72, thick: 0.035 });
  mesh.place(near, [-8.8, 0, -3.4], 0.5);
  const toward: Vec = unit([0.28, 0.3, -1]);
  return {
    width: 2400,
    height: 1600,
    seed: 17,
    mesh,
    eye: [0.2, 1.45, 2.9],
    at: [0.25, 1.25, -8],
    angle: 42,
    focus: 6.6,
    lens: 0.022,
    sky: sky({
      zenith: hex("#86aad8"),
      horizon: hex("#f6e0b6"),
      glow: scale(hex("#ffe0a4"), 2.1),
      toward,
      clouds: { share: 0.5, lit: scale(hex("#fff0d4"), 1.2), dark: hex("#b0b2bc") },
    }),
    sun: { toward, light: scale(hex("#ffcc8c"), 7.5), spread: 0.012 },
    haze: {
      thick: 0.008,
      thins: 0.05,
      light: (d) => scale(hex("#f4deb2"), 0.8 + 0.6 * Math.max(0, d[0] * toward[0] + d[2] * toward[2]) ** 6),
    },
    look: { exposure: 0.64, shadows: [0.97, 1, 1.05], lights: [1.03, 1, 0.94], contrast: 0.22 },
  };
}
