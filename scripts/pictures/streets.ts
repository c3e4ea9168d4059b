import { between, type Chance, chance, oneOf } from "./chance.ts";
import { ball, box, type Material, Mesh, sheet, tube } from "./mesh.ts";
import { blades } from "./plants.ts";
import { cloth, glowing, leaf, paint, shiny, wall } from "./stuff.ts";
import { hex, scale, type Vec } from "./vec.ts";

const WALLS = ["#d9c089", "#c9b28c", "#b7c0b0", "#d8cfba", "#c58f5e", "#9fb3b5", "#cdb7a0", "#b98d6a"] as const;
const SHUTTERS = ["#3f5d4a", "#5a3d28", "#4a5f6d", "#6b4a34"] as const;
const AWNINGS = ["#8a3b2e", "#3f6156", "#40566f", "#b08a4a", "#6b6f72"] as const;
const GLASS: Material = { colour: [0.02, 0.025, 0.03], mirror: 0.08 };
const DARK = paint("#1b1917", 0.3);
const METAL = paint("#3a3d40", 0.2);

export type House = {
  seed: number;
  width: number;
  floors: number;
  /** The share of windows that are lit, and how bright; by day 0. */
  lit?: number;
  bright?: number;
  /** What stands on the ground floor. */
  shop?: "open" | "shutter";
  /** With a board that glows. */
  sign?: string;
};

/** A narrow town house; its front stands at z 0 and looks to +z, its middle at x 0. */
export function house(of: House): Mesh {
  const mesh = new Mesh();
  const one = chance(of.seed);
  const { width: w, floors, lit = 0, bright = 4 } = of;
  const plaster = wall(oneOf(one, WALLS), 0.55);
  const trim = wall(oneOf(one, ["#e0d8c4", "#cbbfa6"]), 0.4);
  const shutter = paint(oneOf(one, SHUTTERS), 0.25, 6);
  const high = floors * 3.3;
  box(mesh, plaster, [0, 0, -5.06], [w, high, 10]);
  for (let f = 0; f < floors; f++) {
    const y = f * 3.3;
    box(mesh, trim, [0, y + 3.18, 0.02], [w + 0.05, 0.16, 0.26]);
    if (f === 0) shopFront(mesh, of, one);
    else upperFloor(mesh, { w, y, shutter, trim, one, lit: one() < lit ? bright : 0 });
  }
  box(mesh, plaster, [0, high, -0.1], [w, 0.75, 0.2]);
  box(mesh, trim, [0, high + 0.75, -0.1], [w + 0.1, 0.12, 0.36]);
  if (one() > 0.4) {
    tube(mesh, shiny("#a9adb0", 0.3, 0.2), [-w * 0.2, high + 1.4, -2.5], [w * 0.25, high + 1.4, -2.5], 0.55, 0.55, 14);
  }
  return mesh;
}

function upperFloor(
  mesh: Mesh,
  of: { w: number; y: number; shutter: Material; trim: Material; one: Chance; lit: number },
): void {
  const { w, y, shutter, trim, one, lit } = of;
  const wide = Math.min(2.2, w * 0.5);
  const glass = lit > 0 ? glowing(oneOf(one, ["#ffcf8a", "#ffd9a8", "#ffe6c4", "#ffb968"]), lit) : GLASS;
  box(mesh, trim, [0, y + 0.35, -0.02], [wide + 0.3, 2.4, 0.1]);
  box(mesh, glass, [0, y + 0.45, 0.0], [wide, 2.2, 0.1]);
  box(mesh, shutter, [0, y + 0.45, 0.02], [0.07, 2.2, 0.1]);
  box(mesh, shutter, [0, y + 1.9, 0.02], [wide, 0.06, 0.1]);
  if (one() > 0.35) {
    for (const side of [-1, 1]) box(mesh, shutter, [side * (wide * 0.72), y + 0.45, 0.09], [wide * 0.44, 2.2, 0.05]);
  }
  if (one() > 0.3) {
    box(mesh, trim, [0, y - 0.02, 0.45], [w * 0.86, 0.12, 0.9]);
    for (let x = -w * 0.42; x <= w * 0.421; x += 0.13)
      tube(mesh, METAL, [x, y + 0.1, 0.86], [x, y + 0.95, 0.86], 0.012, 0.012, 5);
    tube(mesh, METAL, [-w * 0.43, y + 0.96, 0.86], [w * 0.43, y + 0.96, 0.86], 0.03, 0.03, 6);
    const many = Math.floor(between(one, 1, 5));
    for (let i = 0; i < many; i++) {
      const x = between(one, -w * 0.38, w * 0.38);
      tube(mesh, paint("#8a4b2e"), [x, y + 0.1, 0.66], [x, y + 0.36, 0.66], 0.11, 0.15, 10);
      const green = leaf("#2f5a24", "#5f8f35");
      blades(
        mesh,
        green,
        60,
        (c) => [x + between(c, -0.12, 0.12), y + 0.34, 0.66 + between(c, -0.12, 0.12)],
        0.6,
        i + 9,
        0.1,
      );
    }
  } else if (one() > 0.5) {
    box(mesh, paint("#c9c7bd", 0.1), [w * 0.33, y + 0.5, 0.2], [0.8, 0.55, 0.32]);
    tube(mesh, DARK, [w * 0.33, y + 0.77, 0.36], [w * 0.33, y + 0.77, 0.372], 0.2, 0.2, 16);
  }
}

function shopFront(mesh: Mesh, of: House, one: Chance): void {
  const { width: w, lit = 0, bright = 4, shop = one() > 0.4 ? "open" : "shutter", sign } = of;
  const wide = w * 0.8;
  if (shop === "open") {
    const inside = lit > 0 ? glowing(oneOf(one, ["#ffd49a", "#fff0d8", "#ffc680"]), bright) : DARK;
    box(mesh, inside, [0, 0.1, 0], [wide, 2.5, 0.08]);
    for (let i = 0; i < 7; i++) {
      const [x, h] = [between(one, -wide / 2, wide / 2) * 0.9, between(one, 0.3, 1.5)];
      box(mesh, paint(oneOf(one, ["#6d4a30", "#8d8f86", "#7a2f2a", "#3b4d5c"]), 0.3), [x, 0.1, 0.2], [0.5, h, 0.3]);
    }
  } else {
    const steel = paint(oneOf(one, ["#5b6a78", "#7d8078", "#4f6a58"]), 0.2);
    sheet(mesh, steel, (u, v) => [(u - 0.5) * wide, 0.1 + v * 2.5, 0.06 + 0.02 * Math.sin(v * 120)], 2, 100);
  }
  if (one() > 0.35 || sign) {
    const m = cloth(oneOf(one, AWNINGS), 0.3);
    const sag = (u: number) => 0.06 * Math.sin(u * Math.PI * 6);
    sheet(mesh, m, (u, v) => [(u - 0.5) * w * 0.94, 2.95 - 0.55 * v + sag(u) * v, 0.15 + 1.35 * v], 24, 3);
    sheet(mesh, m, (u, v) => [(u - 0.5) * w * 0.94, 2.4 + sag(u) - 0.2 * v, 1.5], 24, 1);
  }
  if (sign) {
    box(mesh, DARK, [0, 3.1, 0.3], [w * 0.8, 0.85, 0.1]);
    box(mesh, glowing(sign, bright * 0.9), [0, 3.2, 0.33], [w * 0.76, 0.65, 0.08]);
    for (let i = 0; i < 5; i++) box(mesh, DARK, [(i - 2) * w * 0.13, 3.38, 0.36], [w * 0.08, 0.28, 0.06]);
  }
}

/** Wires between two places: each hangs a little differently. */
export function wires(mesh: Mesh, from: Vec, to: Vec, many: number, seed: number, sag = 0.7): void {
  const one = chance(seed);
  for (let i = 0; i < many; i++) {
    const [deep, up, off] = [sag * between(one, 0.5, 1.5), between(one, -0.35, 0.35), between(one, -0.15, 0.15)];
    const at = (t: number): Vec => [
      from[0] + (to[0] - from[0]) * t + off,
      from[1] + (to[1] - from[1]) * t + up - deep * 4 * t * (1 - t),
      from[2] + (to[2] - from[2]) * t,
    ];
    for (let s = 0; s < 14; s++) tube(mesh, DARK, at(s / 14), at((s + 1) / 14), 0.011, 0.011, 4);
  }
}

/** A motorbike that looks to +z. `light`: how bright its headlight is. */
export function motorbike(colour: string, light = 0): Mesh {
  const mesh = new Mesh();
  const body = shiny(colour, 0.06, 0.1);
  for (const z of [-0.62, 0.62]) {
    sheet(
      mesh,
      DARK,
      (u, v) => {
        const [a, b] = [u * Math.PI * 2, v * Math.PI * 2];
        const r = 0.25 + 0.05 * Math.cos(b);
        return [0.05 * Math.sin(b), 0.29 + r * Math.sin(a), z + r * Math.cos(a)];
      },
      24,
      8,
    );
    tube(mesh, METAL, [-0.03, 0.29, z], [0.03, 0.29, z], 0.13, 0.13, 14);
  }
  ball(mesh, body, [0, 0.62, -0.45], [0.15, 0.13, 0.45], 10);
  ball(mesh, DARK, [0, 0.78, -0.22], [0.14, 0.07, 0.46], 10);
  ball(mesh, METAL, [0, 0.36, 0], [0.14, 0.14, 0.3], 8);
  ball(mesh, body, [0, 0.62, 0.4], [0.2, 0.32, 0.08], 10);
  tube(mesh, METAL, [0, 0.3, 0.62], [0, 0.95, 0.42], 0.035);
  tube(mesh, DARK, [-0.34, 1.02, 0.34], [0.34, 1.02, 0.34], 0.022);
  ball(mesh, body, [0, 0.98, 0.46], [0.15, 0.12, 0.1], 8);
  ball(
    mesh,
    light > 0 ? { colour: [0, 0, 0], emit: scale(hex("#fff2d0"), light), lamp: true } : GLASS,
    [0, 0.97, 0.53],
    [0.085, 0.075, 0.05],
    8,
  );
  ball(mesh, light > 0 ? glowing("#ff3018", 6) : paint("#7a1712"), [0, 0.66, -0.88], [0.07, 0.04, 0.03], 6);
  for (const x of [-0.36, 0.36]) tube(mesh, METAL, [x * 0.8, 1.02, 0.34], [x, 1.22, 0.3], 0.008, 0.008, 4);
  return mesh;
}

/** A lamp post with one arm; gives where its light hangs. */
export function lampPost(mesh: Mesh, at: Vec, arm: Vec, high: number, light: Material): Vec {
  tube(mesh, METAL, at, [at[0], high, at[2]], 0.09, 0.05);
  const end: Vec = [at[0] + arm[0], high + 0.35, at[2] + arm[2]];
  tube(mesh, METAL, [at[0], high, at[2]], end, 0.04, 0.03);
  ball(mesh, METAL, [end[0], end[1] + 0.06, end[2]], [0.26, 0.08, 0.2], 8);
  ball(mesh, light, [end[0], end[1] - 0.02, end[2]], [0.2, 0.06, 0.15], 8);
  return [end[0], end[1] - 0.35, end[2]];
}

/** A bench of slats, looking to +z. */
export function bench(): Mesh {
  const mesh = new Mesh();
  const wood = paint("#6b4a2e", 0.3, 9);
  for (const z of [-0.16, 0, 0.16]) box(mesh, wood, [0, 0.43, z], [1.7, 0.04, 0.13]);
  for (const y of [0.6, 0.78]) box(mesh, wood, [0, y, -0.27], [1.7, 0.12, 0.035]);
  for (const x of [-0.7, 0.7]) {
    box(mesh, METAL, [x, 0, 0], [0.06, 0.43, 0.4]);
    box(mesh, METAL, [x, 0.4, -0.25], [0.06, 0.5, 0.04]);
  }
  return mesh;
}
