import { between, chance, oneOf } from "../chance.ts";
import { ball, box, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, tree } from "../plants.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { house } from "../streets.ts";
import { cloth, leaf, paint, ripples, tiles } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

const FRUITS = ["#d8641c", "#b3241c", "#e0b22c", "#6a8f2a", "#7a2a4a", "#c8402c", "#e8c860", "#4a7a2a"] as const;

/** Fruit heaped in a basket, or bunches of greens. */
function basket(mesh: Mesh, at: Vec, r: number, seed: number): void {
  const one = chance(seed);
  tube(mesh, paint("#8f6c3c", 0.5, 30), at, [at[0], at[1] + 0.2, at[2]], r * 0.82, r, 18);
  if (one() > 0.62) {
    blades(
      mesh,
      leaf("#3f7a24", "#86b044", 0.5),
      260,
      (c) => [at[0] + between(c, -r, r) * 0.7, at[1] + 0.15, at[2] + between(c, -r, r) * 0.7],
      0.42,
      seed,
      0.16,
    );
    return;
  }
  const fruit = paint(oneOf(one, FRUITS), 0.2, 9);
  const size = between(one, 0.05, 0.085);
  for (let i = 0; i < 40; i++) {
    const t = one() * Math.PI * 2;
    const far = r * 0.92 * Math.sqrt(one());
    ball(
      mesh,
      fruit,
      [
        at[0] + Math.cos(t) * far,
        at[1] + 0.2 + 0.2 * (1 - far / r) + between(one, -0.03, 0.03),
        at[2] + Math.sin(t) * far,
      ],
      size,
      5,
    );
  }
}

/** The market in the morning: light falls through the awnings onto the lane. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(91);
  mesh.quad(
    { ...tiles("#8a8276", 0.5, 0.02), mirror: 0.035, rough: 0.12, bend: ripples(0.02, 2) },
    [-4, 0, 10],
    [4, 0, 10],
    [4, 0, -60],
    [-4, 0, -60],
  );
  mesh.quad(paint("#6a6458"), [-60, -0.02, 20], [60, -0.02, 20], [60, -0.02, -90], [-60, -0.02, -90]);
  const covers = ["#c86a2a", "#3a6ea0", "#b83a34", "#d8a840", "#3f8a70", "#d8d0b8"] as const;
  for (const side of [-1, 1]) {
    for (let i = 0; i < 14; i++) {
      const z = 3.6 - i * 3.1;
      const x = side * 2.55;
      const wood = paint("#6b4f36", 0.35, 5);
      box(mesh, wood, [x, 0, z], [1.5, 0.62, 2.5]);
      box(
        mesh,
        cloth(oneOf(one, ["#3b5a6a", "#8a8a80", "#a04a3a"]), 0),
        [x - side * 0.77, 0.06, z],
        [0.02, 0.54, 2.45],
      );
      for (let k = 0; k < 5; k++) basket(mesh, [x - side * 0.42, 0.62, z - 1 + k * 0.5], 0.24, i * 50 + k + side + 2);
      for (let k = 0; k < 4; k++)
        basket(mesh, [x + side * 0.16, 0.82, z - 0.9 + k * 0.6], 0.25, i * 70 + k + side + 900);
      if (one() > 0.4) basket(mesh, [x - side * 1.12, 0.0, z - 0.5 + one()], 0.28, i * 90 + side + 1700);
      for (const dz of [-1.35, 1.35]) {
        tube(mesh, wood, [x - side * 0.95, 0, z + dz], [x - side * 0.95, 2.35, z + dz], 0.03);
        tube(mesh, wood, [x + side * 0.9, 0, z + dz], [x + side * 0.9, 2.9, z + dz], 0.03);
      }
      const cover = cloth(covers[Math.floor(one() * covers.length)] ?? "#c86a2a", 0.75);
      const [low, high] = [between(one, 2.15, 2.4), between(one, 2.7, 3.0)];
      sheet(
        mesh,
        cover,
        (u, v) => [
          x - side * 1.35 + side * 2.6 * u,
          low + (high - low) * u - 0.13 * Math.sin(Math.PI * u) * Math.sin(Math.PI * v),
          z - 1.5 + 3 * v,
        ],
        12,
        12,
      );
      sheet(mesh, cover, (u, v) => [x - side * 1.35, low - 0.2 * u + 0.03 * Math.sin(v * 40), z - 1.5 + 3 * v], 2, 30);
      if (one() > 0.25)
        mesh.place(
          person({ seed: i * 5 + side + 7, doing: "sit", hat: one() > 0.35 ? "cone" : "none" }),
          [x + side * 0.95, 0.2, z + between(one, -0.8, 0.8)],
          -side * 1.57,
        );
      if (one() > 0.55) {
        tube(mesh, paint("#222222"), [x - side * 0.5, low + 0.1, z], [x - side * 0.5, 1.95, z], 0.005, 0.005, 4);
        ball(
          mesh,
          { colour: [0, 0, 0], emit: scale(hex("#ffd08a"), 9), lamp: true },
          [x - side * 0.5, 1.9, z],
          0.06,
          8,
        );
      }
    }
  }
  const walkers: [number, number, number, "cone" | "none", "walk" | "reach" | "stand"][] = [
    [-0.75, -4.4, 2.9, "cone", "walk"],
    [0.95, -3.1, 1.9, "none", "reach"],
    [0.35, -8.2, 0.1, "none", "walk"],
    [-0.9, -9.5, -1.5, "cone", "reach"],
    [0.9, -12, 3.3, "cone", "walk"],
    [-0.3, -14.5, 0.2, "none", "walk"],
    [-0.8, -17, 3, "none", "walk"],
    [0.5, -19, 3.1, "cone", "walk"],
    [0.0, -23, 0, "cone", "walk"],
    [-0.7, -27, 3, "none", "walk"],
  ];
  walkers.forEach(([x, z, turn, hat, doing], i) => {
    mesh.place(person({ seed: 400 + i * 3, doing, hat }), [x, 0, z], turn);
    if (i % 2 === 0)
      ball(
        mesh,
        cloth(["#d8d3c8", "#b83a34", "#5a8a5a"][i % 3] as string, 0.5),
        [x + 0.28, 0.48, z + 0.05],
        [0.1, 0.16, 0.13],
        8,
      );
  });
  for (let i = 0; i < 8; i++) {
    for (const side of [-1, 1])
      mesh.place(
        house({ seed: 700 + i * 3 + side, width: 4.8, floors: 2 + ((i + side + 3) % 3) }),
        [side * 5.4, 0, 3 - i * 4.8],
        side < 0 ? Math.PI / 2 : -Math.PI / 2,
      );
  }
  mesh.place(tree({ seed: 8, height: 13, leaves: 16000, leaf: 0.28, from: 0.35, wide: 0.7 }), [2.5, 0, -46], 0);
  mesh.place(tree({ seed: 12, height: 12, leaves: 14000, leaf: 0.28, from: 0.35, wide: 0.7 }), [-4, 0, -52], 0);
  const toward: Vec = unit([0.3, 0.62, -0.6]);
  return {
    width: 2400,
    height: 1600,
    seed: 9,
    mesh,
    eye: [-0.1, 1.6, 4.6],
    at: [0.05, 1.38, -10],
    angle: 46,
    focus: 8.5,
    lens: 0.018,
    sky: sky({
      zenith: scale(hex("#88aed8"), 1.1),
      horizon: scale(hex("#f4e6c8"), 1.25),
      glow: scale(hex("#fff0cc"), 1.7),
      toward,
    }),
    sun: { toward, light: scale(hex("#ffd9a4"), 11), spread: 0.012 },
    haze: { thick: 0.014, thins: 0.02, light: (d) => scale(hex("#f2dcb4"), 1 + 0.5 * Math.max(0, -d[2]) ** 6) },
    look: { exposure: 0.68, shadows: [0.97, 1, 1.05], lights: [1.03, 1, 0.95], contrast: 0.2 },
  };
}
