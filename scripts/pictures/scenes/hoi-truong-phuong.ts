import { between, chance } from "../chance.ts";
import { ball, box, type Material, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, lotus } from "../plants.ts";
import type { Lamp, Scene } from "../scene.ts";
import { cloth, glowing, leaf, paint, shiny, tiles } from "../stuff.ts";
import { hex, scale, type Vec } from "../vec.ts";

function chair(): Mesh {
  const mesh = new Mesh();
  const red = paint("#7a2420", 0.1, 9);
  const wood = paint("#3d2718", 0.3, 6);
  sheet(mesh, red, (u, v) => [(u - 0.5) * 0.5, 0.46 + 0.03 * Math.sin(u * Math.PI), -0.22 + 0.46 * v], 6, 6);
  box(mesh, red, [0, 0.4, 0], [0.5, 0.06, 0.46]);
  sheet(
    mesh,
    red,
    (u, v) => [(u - 0.5) * 0.48, 0.55 + 0.47 * v, -0.24 - 0.07 * v - 0.03 * Math.sin(u * Math.PI)],
    6,
    6,
  );
  box(mesh, wood, [0, 0.52, -0.29], [0.52, 0.54, 0.04]);
  for (const x of [-0.24, 0.24]) for (const z of [-0.22, 0.2]) box(mesh, wood, [x, 0, z], [0.045, 0.42, 0.045]);
  return mesh;
}

/** The ward's meeting hall, seen over the shoulders of those who listen. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(111);
  mesh.quad(
    { ...tiles("#9c8468", 0.8, 0.01), mirror: 0.05, rough: 0.08 },
    [-9, 0, 6],
    [9, 0, 6],
    [9, 0, -18],
    [-9, 0, -18],
  );
  const cream = paint("#cfc2a6", 0.06, 0.5);
  const panel: Material = paint("#6b4426", 0.3, 1.2);
  for (const side of [-1, 1]) {
    mesh.quad(cream, [side * 8, 0, 8], [side * 8, 0, -18], [side * 8, 5.2, -18], [side * 8, 5.2, 8]);
    box(mesh, panel, [side * 7.97, 0, -5], [0.08, 1.2, 26]);
    for (let i = 0; i < 5; i++) {
      const z = 0.5 - i * 3.6;
      box(mesh, side < 0 ? glowing("#dfeaf4", 2.0) : cloth("#b8a888", 0.2), [side * 7.95, 1.5, z], [0.08, 2.6, 1.5]);
      for (const dz of [-0.5, 0, 0.5]) box(mesh, panel, [side * 7.9, 1.5, z + dz * 1.5], [0.07, 2.6, 0.06]);
      box(mesh, panel, [side * 7.9, 2.8, z], [0.07, 0.06, 1.5]);
      if (side < 0) {
        const curtain = cloth("#c8b48c", 0.5);
        for (const dz of [-1.05, 1.05])
          sheet(
            mesh,
            curtain,
            (u, v) => [side * 7.78 + 0.05 * Math.sin(u * 38), 4.3 - 3.1 * v, z + dz + (u - 0.5) * 0.7],
            40,
            3,
          );
      }
    }
  }
  mesh.quad(paint("#e0d8c6", 0.03), [-9, 5.2, 8], [9, 5.2, 8], [9, 5.2, -18], [-9, 5.2, -18]);
  mesh.quad(cream, [-9, 0, 8], [9, 0, 8], [9, 5.2, 8], [-9, 5.2, 8]);
  mesh.quad(panel, [-9, 0, -17.9], [9, 0, -17.9], [9, 5.2, -17.9], [-9, 5.2, -17.9]);
  const lamps: Lamp[] = [];
  for (let i = 0; i < 5; i++) {
    for (const x of [-4.4, 0, 4.4]) {
      const at: Vec = [x, 5.1, 1 - i * 3.6];
      box(mesh, glowing("#fff0d8", 5), at, [1.4, 0.06, 0.7]);
      lamps.push({ at: [x, 4.95, at[2]], radius: 0.5, light: scale(hex("#ffe6c4"), i === 4 ? 14 : 8.5) });
    }
  }
  for (let i = 0; i < 5; i++)
    lamps.push({ at: [-7.4, 2.9, 0.5 - i * 3.6], radius: 0.8, light: scale(hex("#d8e6f8"), 11) });
  box(mesh, paint("#5a3820", 0.3, 1.5), [0, 0, -15.6], [15.9, 0.75, 4.6]);
  const red = cloth("#7e1a1a", 0);
  sheet(
    mesh,
    red,
    (u, v) => [-6.8 + 13.6 * u, 0.75 + 4.2 * v, -17.4 + 0.13 * Math.sin(u * 150) + 0.05 * Math.sin(u * 61)],
    500,
    4,
  );
  for (const side of [-1, 1])
    sheet(
      mesh,
      cloth("#5c1414", 0),
      (u, v) => [side * (5.7 + 1.7 * u), 0.75 + 4.3 * v, -14.2 + 0.12 * Math.sin(u * 34)],
      90,
      4,
    );
  sheet(
    mesh,
    cloth("#5c1414", 0),
    (u, v) => [-7.4 + 14.8 * u, 5.1 - 0.7 * v - 0.06 * Math.sin(u * 60), -14.0 + 0.08 * Math.sin(u * 160)],
    400,
    3,
  );
  const oak = shiny("#5c3519", 0.05, 0.2);
  box(mesh, oak, [3.4, 0.75, -14.6], [0.95, 1.12, 0.6]);
  box(mesh, oak, [3.4, 1.87, -14.6], [1.1, 0.08, 0.75]);
  box(mesh, paint("#a8843c"), [3.4, 1.15, -14.28], [0.4, 0.4, 0.02]);
  tube(mesh, paint("#1c1c1c"), [3.4, 1.95, -14.5], [3.35, 2.25, -14.4], 0.012);
  ball(mesh, paint("#1c1c1c"), [3.35, 2.27, -14.38], 0.035, 8);
  mesh.place(
    person({ seed: 5, doing: "reach", top: "#2c3644", legs: "#1c2028", tall: 1.66 }),
    [3.4, 0.75, -15.15],
    -0.1,
  );
  box(mesh, cloth("#3d5a4a", 0), [-1.9, 0.75, -15.4], [5.4, 0.78, 0.8]);
  for (let i = 0; i < 5; i++) {
    const x = -4 + i * 1.05;
    mesh.place(
      person({ seed: 70 + i, doing: "sit", top: ["#e0dcd2", "#2c3644", "#7a3a44", "#d8d8dc", "#3a4a5c"][i] as string }),
      [x, 0.75, -16.1],
      0,
    );
    tube(mesh, cloth("#e0e8ec", 0.5), [x + 0.3, 1.53, -15.3], [x + 0.3, 1.72, -15.3], 0.03, 0.025, 8);
    box(mesh, paint("#e8e4da"), [x, 1.53, -15.2], [0.22, 0.01, 0.3]);
  }
  for (const [x, y, z] of [
    [-1.9, 1.53, -15.3],
    [5.0, 0.75, -13.9],
    [-5.4, 0.75, -13.9],
  ] as const) {
    blades(
      mesh,
      leaf("#3f6a2c", "#6f9a3c"),
      200,
      (c) => [x + between(c, -0.22, 0.22), y, z + between(c, -0.12, 0.12)],
      0.42,
      5,
      0.13,
    );
    for (let k = 0; k < 9; k++)
      lotus(
        mesh,
        leaf("#e8d8d8", "#e09aa8", 0.5),
        [x + between(one, -0.25, 0.25), y + between(one, 0.2, 0.36), z + between(one, -0.1, 0.15)],
        0.1,
        k,
      );
  }
  const seat = chair();
  for (let row = 0; row < 9; row++) {
    for (let k = 0; k < 14; k++) {
      const x = (k - 6.5) * 0.78 + (k > 6 ? 0.75 : -0.75);
      const z = 1.4 - row * 1.28;
      mesh.place(seat, [x, 0, z], Math.PI);
      const taken = one() < (row === 0 ? 0.7 : row < 2 ? 0.75 : 0.86);
      if (taken)
        mesh.place(
          person({
            seed: row * 31 + k,
            doing: "sit",
            tall: between(one, 1.5, 1.68),
            top: ["#d8d3c8", "#b9c4c9", "#3d5870", "#7d3b3a", "#e4e0d8", "#5f6f52", "#44506b", "#8a6a5a"][
              Math.floor(one() * 8)
            ] as string,
          }),
          [x + between(one, -0.04, 0.04), 0, z],
          Math.PI + between(one, -0.25, 0.25),
        );
    }
  }
  return {
    width: 2400,
    height: 1600,
    rays: 5,
    seed: 11,
    mesh,
    eye: [-1.6, 2.15, 4.9],
    at: [0.7, 1.55, -13],
    angle: 41,
    focus: 14,
    lens: 0.03,
    sky: () => [0.3, 0.28, 0.25],
    lamps,
    rest: [0.3, 0.25, 0.19],
    look: { exposure: 0.66, shadows: [0.98, 1, 1.04], lights: [1.02, 1, 0.96], contrast: 0.25, glow: 0.1 },
  };
}
