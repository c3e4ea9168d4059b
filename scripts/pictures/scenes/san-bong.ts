import { between, chance, fbm } from "../chance.ts";
import { ball, box, Mesh, sheet, tube } from "../mesh.ts";
import { type Pose, person } from "../people.ts";
import { blades, tree } from "../plants.ts";
import type { Lamp, Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { glowing, leaf, paint } from "../stuff.ts";
import { hex, mix, scale, smooth, unit, type Vec } from "../vec.ts";

/** A match of the wards' children under the first floodlights, seen from behind a goal. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(81);
  const line = (p: Vec) => {
    const near = (d: number) => smooth(0.09, 0.04, Math.abs(d));
    const circle = near(Math.hypot(p[0], p[2] + 24) - 6);
    const box1 = Math.max(Math.abs(p[0]) < 11 ? near(p[2] + 8) : 0, p[2] > -8 ? near(Math.abs(p[0]) - 11) : 0);
    return Math.max(circle, near(p[2] + 24), near(Math.abs(p[0]) - 18), box1, near(p[2] + 0.1));
  };
  const turf = {
    colour: (p: Vec) => {
      const mown = Math.floor((p[2] + 100) / 4) % 2 ? 1 : 0.78;
      const green = mix(hex("#38611f"), hex("#5f7f2e"), fbm(p[0] * 0.5, p[2] * 0.5, 1, 5));
      const worn = smooth(
        0.55,
        0.8,
        fbm(p[0] * 0.25, p[2] * 0.25, 7, 4) + smooth(5, 0, Math.hypot(p[0], p[2] + 2)) * 0.35,
      );
      return mix(
        scale(mix(green, hex("#7a6a44"), worn * 0.8), mown * (0.7 + 0.6 * fbm(p[0] * 14, p[2] * 14, 0, 2))),
        hex("#e8e8dc"),
        0.8 * line(p),
      );
    },
  };
  mesh.quad(turf, [-120, 0, 20], [120, 0, 20], [120, 0, -140], [-120, 0, -140]);
  blades(
    mesh,
    leaf("#426a22", "#7a9038", 0.5),
    45000,
    (c) => [between(c, -7, 7), 0, 5.2 - 9 * c() ** 1.3],
    0.055,
    2,
    0.09,
  );
  const steel = paint("#e4e4e0", 0.05);
  for (const x of [-3, 3]) {
    tube(mesh, steel, [x, 0, 0], [x, 2.1, 0], 0.055);
    tube(mesh, steel, [x, 2.1, 0], [x, 0, 1.5], 0.025);
  }
  tube(mesh, steel, [-3, 2.1, 0], [3, 2.1, 0], 0.055);
  const cord = paint("#d8d8d0", 0.05);
  for (let x = -3; x <= 3.001; x += 0.2) tube(mesh, cord, [x, 2.1, 0], [x, 0, 1.5], 0.006, 0.006, 3);
  for (let s = 0; s <= 1; s += 0.09)
    tube(mesh, cord, [-3, 2.1 - 2.1 * s, 1.5 * s], [3, 2.1 - 2.1 * s, 1.5 * s], 0.006, 0.006, 3);
  const shirts = ["#b8322a", "#e8e4d4"];
  const keeper: Pose = { seed: 2, doing: "reach", top: "#d8a832", legs: "#1c1c22", tall: 1.5 };
  mesh.place(person(keeper), [0.5, 0, -1.1], Math.PI - 0.2);
  const players: [number, number, number, Pose["doing"]][] = [
    [-3.6, -7.5, 0.5, "run"],
    [-1.6, -9.6, 0.2, "run"],
    [1.9, -8.6, -0.3, "run"],
    [4.6, -12.5, -0.7, "run"],
    [-7, -15, 0.9, "run"],
    [6.9, -19, -0.4, "walk"],
    [-3.2, -20, 0.1, "run"],
    [0.8, -17, 0, "run"],
    [10, -27, -0.6, "walk"],
    [-10, -29, 0.6, "stand"],
    [2.5, -34, 0, "stand"],
  ];
  players.forEach(([x, z, turn, doing], i) => {
    mesh.place(
      person({
        seed: 20 + i,
        doing: doing ?? "run",
        top: shirts[i % 2] as string,
        legs: i % 2 ? "#22304a" : "#e0dccc",
        tall: 1.48,
      }),
      [x, 0, z],
      turn,
    );
  });
  ball(mesh, paint("#f0efe8", 0.02), [-0.5, 0.45, -6.2], 0.13, 12);
  for (let i = 0; i < 60; i++)
    mesh.place(
      person({ seed: 200 + i, doing: one() > 0.5 ? "stand" : "sit", tall: between(one, 1.2, 1.7) }),
      [between(one, -17, 17), 0.1 + 0.5 * Math.floor(one() * 2), between(one, -52, -49.5)],
      0,
    );
  box(mesh, paint("#5a564e"), [0, 0, -50.5], [40, 0.5, 3]);
  const crown = [1, 2, 3].map((seed) => tree({ seed: seed + 50, height: 9, leaves: 5200, leaf: 0.4, from: 0.25 }));
  for (let i = 0; i < 44; i++)
    mesh.place(crown[i % 3] as Mesh, [between(one, -75, 75), 0, between(one, -68, -58)], i, between(one, 0.6, 1.15));
  for (let i = 0; i < 16; i++) {
    const [x, h] = [between(one, -90, 90), between(one, 7, 17)];
    box(mesh, paint("#3a3a40"), [x, 0, -85], [between(one, 6, 11), h, 8]);
    for (let k = 0; k < 6; k++)
      if (one() > 0.4)
        box(mesh, glowing("#ffd498", 1.6), [x + between(one, -2.4, 2.4), between(one, 2, h - 2), -80.9], [1, 1.3, 0.1]);
  }
  const lamps: Lamp[] = [];
  for (const [x, z] of [
    [-21, -14],
    [21, -14],
    [-21, -42],
    [21, -42],
  ] as const) {
    tube(mesh, paint("#4a4c50"), [x, 0, z], [x, 11, z], 0.16, 0.1);
    for (const dx of [-0.9, 0, 0.9]) ball(mesh, glowing("#fff4dc", 60), [x + dx, 11.2, z], [0.32, 0.24, 0.15], 8);
    lamps.push({ at: [x, 11.2, z + 0.3], radius: 0.8, light: scale(hex("#fff0d4"), 760) });
  }
  sheet(
    mesh,
    paint("#2c3440"),
    (u, v) => [-300 + 600 * u, -1 + 46 * Math.max(0, fbm(u * 6, 3.1) - 0.25) * Math.sin(Math.PI * v), -260 - 60 * v],
    100,
    8,
  );
  const toward: Vec = unit([-0.35, 0.02, -1]);
  return {
    width: 2400,
    height: 1350,
    seed: 8,
    mesh,
    eye: [1.15, 1.25, 5.6],
    at: [-0.35, 2.05, -10],
    angle: 40,
    focus: 9,
    lens: 0.025,
    sky: sky({
      zenith: scale(hex("#34477a"), 0.8),
      horizon: hex("#f0935a"),
      glow: scale(hex("#ff9a50"), 1.6),
      toward,
      clouds: { share: 0.6, lit: hex("#f08a62"), dark: scale(hex("#5a5578"), 0.8), size: 0.8 },
    }),
    lamps,
    haze: { thick: 0.004, thins: 0.05, light: () => scale(hex("#c89080"), 0.4) },
    look: { exposure: 0.8, shadows: [0.95, 1, 1.1], lights: [1.03, 1, 0.96], contrast: 0.2, glow: 0.16 },
  };
}
