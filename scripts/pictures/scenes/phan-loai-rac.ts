import { between, chance } from "../chance.ts";
import { ball, box, type Material, Mesh, sheet, tube } from "../mesh.ts";
import { blades, tree } from "../plants.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { house } from "../streets.ts";
import { leaf, paint, shiny, tiles, wall } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

/** A wheeled bin, its front to +z: tapered body, lid with a lip, wheels, a pale panel. */
function bin(m: Material, lid: Material): Mesh {
  const mesh = new Mesh();
  const loop = (u: number, v: number): Vec => {
    const a = u * Math.PI * 2;
    const square = (x: number) => Math.sign(x) * Math.abs(x) ** 0.32;
    const [w, d] = [0.24 + 0.05 * v, 0.26 + 0.07 * v];
    return [square(Math.cos(a)) * w, 0.09 + 0.86 * v, -square(Math.sin(a)) * d];
  };
  sheet(mesh, m, loop, 80, 8);
  sheet(
    mesh,
    m,
    (u, v) => {
      const p = loop(u, 1);
      return [p[0] * (1.06 - 0.03 * v), 0.93 + 0.06 * v, p[2] * (1.06 - 0.03 * v)];
    },
    80,
    2,
  );
  sheet(
    mesh,
    lid,
    (u, v) => {
      const p = loop(u, 1);
      return [p[0] * 1.1 * (1 - v), 0.99 + 0.1 * Math.sin(v * Math.PI * 0.5), p[2] * 1.1 * (1 - v) + 0.02];
    },
    80,
    10,
  );
  sheet(
    mesh,
    lid,
    (u, v) => {
      const p = loop(u, 1);
      return [p[0] * 1.1, 0.95 + 0.04 * v, p[2] * 1.1 + 0.02];
    },
    80,
    1,
  );
  tube(mesh, m, [-0.22, 1.0, -0.4], [0.22, 1.0, -0.4], 0.022);
  for (const x of [-0.25, 0.25])
    tube(mesh, paint("#1c1c1c"), [x - 0.03, 0.11, -0.28], [x + 0.03, 0.11, -0.28], 0.11, 0.11, 18);
  for (const x of [-0.2, 0.2]) box(mesh, paint("#1c1c1c"), [x, 0, 0.18], [0.05, 0.1, 0.05]);
  box(mesh, paint("#e8e4d8", 0.03), [0, 0.5, 0.318], [0.26, 0.3, 0.02]);
  return mesh;
}

/** Three bins at the mouth of a lane, the shade of a tree moving over the wall. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(181);
  mesh.quad(tiles("#9a8c7c", 0.4, 0.018), [-30, 0, 8], [30, 0, 8], [30, 0, -40], [-30, 0, -40]);
  box(mesh, wall("#d8b878", 0.6), [-4.4, 0, -2.2], [9.6, 3.1, 0.3]);
  box(mesh, wall("#b8a488", 0.5), [-4.4, 3.1, -2.2], [9.8, 0.16, 0.42]);
  box(mesh, wall("#8f7a5c", 0.5), [-4.4, 0, -2.03], [9.6, 0.45, 0.05]);
  const sorts: [string, string, number, number][] = [
    ["#2f6a3c", "#2a5a34", -1.75, 0.05],
    ["#c8962c", "#b0801f", -0.85, -0.03],
    ["#2f5f8f", "#28507a", 0.05, 0.06],
  ];
  sorts.forEach(([body, lid, x, turn], i) => {
    mesh.place(bin(paint(body, 0.05), paint(lid, 0.05)), [x, 0, -1.25 + 0.04 * i], turn);
    const mark = paint(body, 0.03);
    const z = -0.905 + 0.04 * i;
    if (i === 0)
      for (let k = 0; k < 3; k++)
        ball(mesh, mark, [x + 0.02 + (k - 1) * 0.05, 0.63 + (k % 2) * 0.05, z], [0.05, 0.08, 0.012], 8);
    if (i === 1) for (let k = 0; k < 3; k++) box(mesh, mark, [x - 0.01, 0.56 + k * 0.065, z], [0.15, 0.04, 0.02]);
    if (i === 2) {
      tube(mesh, mark, [x + 0.02, 0.56, z], [x + 0.02, 0.68, z], 0.045, 0.045, 12);
      tube(mesh, mark, [x + 0.02, 0.68, z], [x + 0.02, 0.74, z], 0.02, 0.02, 12);
    }
  });
  const crate = paint("#6b4f36", 0.3, 6);
  for (const y of [0.02, 0.14, 0.26])
    for (const [dx, dz, w, d] of [
      [0, 0.22, 0.62, 0.03],
      [0, -0.22, 0.62, 0.03],
      [0.31, 0, 0.03, 0.44],
      [-0.31, 0, 0.03, 0.44],
    ] as const)
      box(mesh, crate, [-2.85 + dx, y, -1.2 + dz], [w, 0.09, d]);
  for (let k = 0; k < 9; k++) {
    const at: Vec = [-2.85 + between(one, -0.22, 0.22), 0.2, -1.2 + between(one, -0.14, 0.14)];
    tube(
      mesh,
      { ...shiny(k % 2 ? "#4a7a5a" : "#a8b8b8", 0.08, 0.05), through: 0.5 },
      at,
      [at[0] + 0.03, 0.42, at[2]],
      0.04,
      0.04,
      12,
    );
    tube(mesh, shiny("#a8b8b8", 0.08, 0.05), [at[0] + 0.03, 0.42, at[2]], [at[0] + 0.04, 0.5, at[2]], 0.035, 0.015, 12);
  }
  tube(mesh, paint("#8a4b2e", 0.3), [-3.75, 0, -1.4], [-3.75, 0.42, -1.4], 0.2, 0.28, 16);
  blades(
    mesh,
    leaf("#35651f", "#78a03a", 0.6),
    240,
    (c) => [-3.75 + between(c, -0.16, 0.16), 0.4, -1.4 + between(c, -0.16, 0.16)],
    0.95,
    3,
    0.1,
  );
  const pink = leaf("#c23a78", "#e0609a", 0.6);
  const green = leaf("#3c6a22", "#7fa83c", 0.6);
  for (const [m, many] of [
    [green, 2600],
    [pink, 1900],
  ] as const)
    blades(mesh, m, many, (c) => [-4.2 + 3.4 * c(), 3.3 - 1.1 * c() ** 2.2, -2.02 + 0.3 * c()], 0.15, many, 0.32);
  for (let i = 0; i < 7; i++) {
    mesh.place(
      house({ seed: 900 + i * 3, width: 4.2, floors: 2 + (i % 2), shop: "shutter" }),
      [0.45, 0, -4.6 - i * 4.2],
      Math.PI / 2,
    );
    mesh.place(
      house({ seed: 940 + i * 3, width: 4.2, floors: 2 + ((i + 1) % 2) }),
      [4.6, 0, 1 - i * 4.2],
      -Math.PI / 2,
    );
  }
  blades(mesh, leaf("#a8842c", "#8a5a24", 0.3), 110, (c) => [between(c, -4, 3), 0, between(c, -2, 2)], 0.07, 8, 0.35);
  const shade = tree({ seed: 79, height: 9, leaves: 4600, leaf: 0.24, from: 0.4, wide: 0.8, thick: 0.03 });
  mesh.place(shade, [3.2, 0, 6.5], 1);
  mesh.place(tree({ seed: 80, height: 10, leaves: 12000, leaf: 0.28, from: 0.35, wide: 0.7 }), [2.2, 0, -30], 0);
  const toward: Vec = unit([0.55, 0.62, 0.62]);
  return {
    width: 2400,
    height: 1600,
    seed: 18,
    mesh,
    eye: [-0.1, 1.35, 3.0],
    at: [-0.62, 0.98, -1.4],
    angle: 38,
    focus: 4.25,
    lens: 0.035,
    sky: sky({
      zenith: scale(hex("#7fa8dc"), 1.2),
      horizon: scale(hex("#f0e2c4"), 1.2),
      toward,
      glow: scale(hex("#fff0d0"), 1.2),
    }),
    sun: { toward, light: scale(hex("#ffd6a0"), 8), spread: 0.014 },
    haze: { thick: 0.012, thins: 0.03, light: () => scale(hex("#f0dcb8"), 1) },
    look: { exposure: 0.98, shadows: [0.97, 1, 1.05], lights: [1.03, 1, 0.95], contrast: 0.22 },
  };
}
