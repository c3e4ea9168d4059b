import { between, chance, oneOf } from "../chance.ts";
import { box, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades } from "../plants.ts";
import type { Lamp, Scene } from "../scene.ts";
import { cloth, glowing, leaf, paint, tiles } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

const BACKS = [
  "#7a2f28",
  "#2f4a5c",
  "#3f5a3c",
  "#a8823c",
  "#5c3a5a",
  "#c8b890",
  "#1f2a3a",
  "#8f5a34",
  "#4a6a6a",
  "#b0533a",
  "#d8d0bc",
  "#6a6a3a",
] as const;

/** A shelf against a wall: six boards, books that lean here and there. Its front looks to +z. */
function shelf(wide: number, seed: number): Mesh {
  const mesh = new Mesh();
  const one = chance(seed);
  const wood = paint("#7a5230", 0.3, 3);
  for (const x of [-wide / 2, wide / 2]) box(mesh, wood, [x, 0, 0], [0.05, 2.55, 0.34]);
  box(mesh, paint("#5a3a22", 0.2), [0, 0, -0.16], [wide, 2.55, 0.02]);
  for (let b = 0; b <= 6; b++) {
    const y = 0.06 + b * 0.41;
    box(mesh, wood, [0, y, 0], [wide, 0.035, 0.34]);
    if (b === 6) continue;
    let x = -wide / 2 + 0.05;
    while (x < wide / 2 - 0.08) {
      if (one() > 0.965) {
        x += between(one, 0.06, 0.2);
        continue;
      }
      const [w, h, d] = [between(one, 0.016, 0.05), between(one, 0.2, 0.33), between(one, 0.16, 0.24)];
      const code = oneOf(one, BACKS);
      box(mesh, paint(code, 0.1, 9), [x + w / 2, y + 0.035, 0.14 - d / 2], [w, h, d]);
      if (one() > 0.5)
        box(mesh, paint("#d8c48a", 0.1), [x + w / 2, y + 0.035 + h * 0.72, 0.141], [w * 0.8, 0.025, 0.003]);
      x += w + 0.002;
    }
  }
  return mesh;
}

/** The children's book corner on a Sunday morning: daylight from the left, lamps between the shelves. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(121);
  const wood = paint("#8a6238", 0.35, 2.2);
  mesh.quad(
    { ...tiles("#8f6a44", 0.9, 0.008), mirror: 0.03, rough: 0.015 },
    [-5, 0, 6],
    [5, 0, 6],
    [5, 0, -12],
    [-5, 0, -12],
  );
  const cream = paint("#d6cab0", 0.05, 0.6);
  mesh.quad(cream, [5, 0, 6], [5, 0, -12], [5, 3.6, -12], [5, 3.6, 6]);
  mesh.quad(cream, [-5, 0, -10], [5, 0, -10], [5, 3.6, -10], [-5, 3.6, -10]);
  mesh.quad(paint("#e4dcca", 0.03), [-5, 3.6, 6], [5, 3.6, 6], [5, 3.6, -12], [-5, 3.6, -12]);
  mesh.quad(cream, [-5, 0, 6], [5, 0, 6], [5, 3.6, 6], [-5, 3.6, 6]);
  box(mesh, cream, [-5.1, 0, -2], [0.25, 0.8, 18]);
  box(mesh, cream, [-5.1, 3.0, -2], [0.25, 0.6, 18]);
  const white = paint("#d8d4c8", 0.05);
  for (let i = 0; i < 7; i++) {
    const z = 4 - i * 2.3;
    box(mesh, cream, [-5.1, 0.8, z], [0.25, 2.2, 0.5]);
    for (const dz of [0.6, 1.15, 1.7]) box(mesh, white, [-5.1, 0.8, z - dz], [0.06, 2.2, 0.05]);
    box(mesh, white, [-5.1, 2.1, z - 1.15], [0.06, 0.05, 1.8]);
    sheet(
      mesh,
      cloth("#e8e0cc", 0.75),
      (u, v) => [-4.9 + 0.05 * Math.sin(u * 32), 3.05 - 2.4 * v, z + 0.32 - 0.55 * u],
      30,
      3,
    );
  }
  for (let i = 0; i < 6; i++) mesh.place(shelf(2.2, i + 3), [4.75, 0, 3.3 - i * 2.28], -Math.PI / 2);
  for (let i = 0; i < 3; i++) mesh.place(shelf(2.4, i + 33), [-2.3 + i * 2.45, 0, -9.75], 0);
  const table = (x: number, z: number) => {
    box(mesh, wood, [x, 0.68, z], [1.5, 0.05, 2.6]);
    for (const dx of [-0.65, 0.65])
      for (const dz of [-1.2, 1.2]) box(mesh, wood, [x + dx, 0, z + dz], [0.07, 0.68, 0.07]);
    for (let k = 0; k < 6; k++) {
      const at: Vec = [x + between(one, -0.5, 0.5), 0.73, z + between(one, -1.1, 1.1)];
      const turn = one() * 3;
      if (k % 2) {
        for (let s = 0; s < 3; s++)
          box(
            mesh,
            paint(oneOf(one, BACKS), 0.1),
            [at[0], at[1] + s * 0.035, at[2]],
            [0.2, 0.034, 0.27],
            turn + s * 0.2,
          );
      } else {
        const page = paint("#ece6d6", 0.04);
        const open = new Mesh();
        sheet(
          open,
          page,
          (u, v) => [(u - 0.5) * 0.42, 0.012 + 0.035 * Math.abs(Math.sin((u - 0.5) * 5.2)), (v - 0.5) * 0.28],
          20,
          2,
        );
        mesh.place(open, at, turn);
      }
    }
    for (const [dx, dz, turn] of [
      [-1.0, -0.6, 1.57],
      [-1.0, 0.6, 1.5],
      [1.0, -0.7, -1.6],
      [1.0, 0.5, -1.5],
    ] as const) {
      box(mesh, wood, [x + dx, 0.36, z + dz], [0.36, 0.04, 0.36]);
      for (const a of [-0.15, 0.15])
        for (const b of [-0.15, 0.15]) box(mesh, wood, [x + dx + a, 0, z + dz + b], [0.035, 0.36, 0.035]);
      if (one() > 0.2)
        mesh.place(
          person({
            seed: Math.floor((x + dz + 20) * 40 + dx * 7),
            doing: "sit",
            tall: 1.22,
            top: oneOf(one, ["#c8503c", "#e0b84a", "#4a7a9a", "#e4e0d4", "#6a9a6a", "#c88aa0"]),
          }),
          [x + dx, 0.02, z + dz],
          turn,
        );
    }
  };
  table(-0.4, -0.6);
  table(-0.5, -4.6);
  table(1.7, -7);
  mesh.place(person({ seed: 61, doing: "reach", tall: 1.6, top: "#4a5f72", legs: "#22262e" }), [3.7, 0, -3.2], 1.5);
  mesh.place(person({ seed: 63, doing: "stand", tall: 1.25, top: "#d8a84a" }), [3.1, 0, -2.6], 1.2);
  const lamps: Lamp[] = [];
  for (let i = 0; i < 4; i++) {
    const at: Vec = [0.2 + 0.1 * i, 2.5, 0.6 - i * 2.9];
    tube(mesh, paint("#2a2622"), at, [at[0], 3.6, at[2]], 0.008);
    tube(mesh, paint("#2f4a42"), [at[0], 2.42, at[2]], [at[0], 2.66, at[2]], 0.28, 0.06, 20);
    tube(mesh, glowing("#ffc878", 14), [at[0], 2.41, at[2]], [at[0], 2.43, at[2]], 0.1, 0.1, 12);
    lamps.push({ at: [at[0], 2.36, at[2]], radius: 0.08, light: scale(hex("#ffc27a"), 2.6) });
  }
  for (const z of [1.9, -7.2]) {
    tube(mesh, paint("#a8583a"), [-4.5, 0, z], [-4.5, 0.4, z], 0.2, 0.27, 16);
    blades(
      mesh,
      leaf("#2f5f2a", "#6a9a44"),
      160,
      (c) => [-4.5 + between(c, -0.15, 0.15), 0.38, z + between(c, -0.15, 0.15)],
      1.1,
      6,
      0.09,
    );
  }
  const toward: Vec = unit([-0.86, 0.5, 0.12]);
  return {
    width: 2400,
    height: 1600,
    bounces: 2,
    rays: 5,
    seed: 12,
    mesh,
    eye: [-1.9, 1.72, 4.6],
    at: [0.75, 1.1, -5],
    angle: 45,
    focus: 7.5,
    lens: 0.025,
    sky: (d) => scale(hex("#dfeaf2"), d[1] > 0 ? 6.5 : 2.4),
    sun: { toward, light: scale(hex("#ffe2b8"), 17), spread: 0.015 },
    lamps,
    rest: [0.34, 0.28, 0.2],
    look: {
      exposure: 0.7,
      shadows: [0.98, 1, 1.03],
      lights: [1.02, 1, 0.96],
      contrast: 0.2,
      saturation: 0.86,
      glow: 0.12,
    },
  };
}
