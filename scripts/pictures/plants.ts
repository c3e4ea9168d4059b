import { between, type Chance, chance } from "./chance.ts";
import { type Material, Mesh, tube } from "./mesh.ts";
import { leaf, paint } from "./stuff.ts";
import { add, along, cross, frameOf, scale, unit, type Vec } from "./vec.ts";

const BARK = paint("#4a3a2c", 0.4, 6);
const GREEN = leaf("#2f5a1c", "#5d8a2a");

const anywhere = (one: Chance): Vec => {
  const y = between(one, -1, 1);
  const t = one() * Math.PI * 2;
  return [Math.sqrt(1 - y * y) * Math.cos(t), y, Math.sqrt(1 - y * y) * Math.sin(t)];
};

/** A leaf: a narrow kite, bent a little at its middle line. */
function oneLeaf(mesh: Mesh, m: Material, at: Vec, d: Vec, size: number, one: Chance): void {
  const side = scale(unit(cross(d, anywhere(one))), size * 0.3);
  const middle = along(at, d, size * 0.45);
  const end = along(at, d, size);
  mesh.triangle(m, at, add(middle, side), end);
  mesh.triangle(m, at, end, add(middle, scale(side, -1)));
}

export type TreeShape = {
  seed: number;
  height: number;
  /** Leaves in all, and how long one is in metres. */
  leaves: number;
  leaf: number;
  green?: Material;
  bark?: Material;
  /** Where the crown begins, as a share of the height, and how wide the crown is, as a share of it. */
  from?: number;
  wide?: number;
  thick?: number;
};

/** A broad-leaved tree: boughs from a bent trunk, twigs from the boughs, leaves about the twigs. */
export function tree(shape: TreeShape): Mesh {
  const mesh = new Mesh();
  const one = chance(shape.seed);
  const { height, green = GREEN, bark = BARK, from = 0.32, wide = 0.5, thick = 0.026 } = shape;
  const ends: Vec[] = [];
  const grow = (at: Vec, d: Vec, long: number, r: number, level: number): void => {
    let [p, way] = [at, d];
    for (let s = 0; s < 3; s++) {
      way = unit(add(way, scale(anywhere(one), 0.16 + 0.05 * level)));
      const next = along(p, way, long / 3);
      tube(mesh, bark, p, next, r * (1 - s * 0.2), r * (0.8 - s * 0.2), level < 2 ? 8 : 4);
      p = next;
      if (level >= 2) ends.push(p);
    }
    if (level >= 3) return;
    const boughs = level === 0 ? 6 : 4;
    for (let b = 0; b < boughs; b++) {
      const turn = (b / boughs) * Math.PI * 2 + one() * 1.2;
      const [u, v] = frameOf(way);
      const open = between(one, 0.45, 1.1) * (b === 0 ? 0.3 : 1) * (wide / 0.5);
      const out = add(scale(u, Math.cos(turn)), scale(v, Math.sin(turn)));
      const next = unit(add(add(scale(way, Math.cos(open)), scale(out, Math.sin(open))), [0, 0.12, 0]));
      grow(along(p, way, -long * 0.12 * one()), next, long * between(one, 0.5, 0.78), r * 0.52, level + 1);
    }
  };
  grow([0, 0, 0], [0, 1, 0], height * from, height * thick, 0);
  const top = Math.max(...ends.map((e) => e[1]));
  for (let i = 0; i < shape.leaves; i++) {
    const end = ends[Math.floor(one() * ends.length)] ?? [0, 0, 0];
    const at = along(end, anywhere(one), height * 0.055 * Math.cbrt(one()) * 1.4);
    const d = unit(add(anywhere(one), [0, -0.25, 0]));
    oneLeaf(mesh, green, at, d, shape.leaf * between(one, 0.6, 1.3), one);
  }
  const fitted = new Mesh();
  fitted.place(mesh, [0, 0, 0], 0, height / top);
  return fitted;
}

/** A palm: a slender trunk with feathered leaves (areca, coconut). */
export function palm(seed: number, height: number, fronds = 13, long = 2.4): Mesh {
  const mesh = new Mesh();
  const one = chance(seed);
  const lean: Vec = [between(one, -0.08, 0.08), 1, between(one, -0.08, 0.08)];
  const at = (h: number): Vec => [lean[0] * h * (h / height) * 2, h, lean[2] * h * (h / height) * 2];
  for (let s = 0; s < 8; s++) {
    tube(
      mesh,
      paint("#7c7464", 0.3, 8),
      at((s / 8) * height),
      at(((s + 1) / 8) * height),
      0.13 - s * 0.006,
      0.125 - s * 0.006,
      8,
    );
  }
  for (let k = 0; k < fronds; k++) {
    const turn = (k / fronds) * Math.PI * 2 + one();
    const rise = between(one, -0.1, 1.1);
    const out: Vec = [Math.cos(turn), 0, Math.sin(turn)];
    const spot = (t: number): Vec => {
      const p = along(at(height), out, long * t * Math.cos(rise * (1 - t * 0.7)));
      return [p[0], p[1] + long * (Math.sin(rise) * t - 0.75 * t * t), p[2]];
    };
    for (let t = 0.08; t < 1; t += 0.025) {
      const p = spot(t);
      const fore = unit(add(spot(t + 0.02), scale(p, -1)));
      const side = cross(fore, [0, 1, 0]);
      const size = long * 0.32 * Math.sin(Math.PI * Math.min(1, t * 0.85 + 0.12));
      for (const way of [-1, 1]) {
        const d = unit([side[0] * way + fore[0] * 0.7, -0.45 - 0.3 * one(), side[2] * way + fore[2] * 0.7]);
        oneLeaf(mesh, leaf("#35601f", "#6b9433"), p, d, size, one);
      }
    }
  }
  return mesh;
}

/** Grass, rice, seedlings: blades that bend over, `many` of them where `where` puts them. */
export function blades(
  mesh: Mesh,
  m: Material,
  many: number,
  where: (one: Chance) => Vec | null,
  size: number,
  seed: number,
  wide = 0.07,
): void {
  const one = chance(seed);
  for (let i = 0; i < many; i++) {
    const at = where(one);
    if (!at) continue;
    const t = one() * Math.PI * 2;
    const long = size * between(one, 0.55, 1.2);
    const lean = between(one, 0.1, 0.6) * long;
    const w = wide * long;
    const [c, s] = [Math.cos(t), Math.sin(t)];
    const middle: Vec = [at[0] + c * lean * 0.35, at[1] + long * 0.62, at[2] + s * lean * 0.35];
    const end: Vec = [at[0] + c * lean, at[1] + long * 0.92, at[2] + s * lean];
    const [l, r]: [Vec, Vec] = [add(at, [-s * w, 0, c * w]), add(at, [s * w, 0, -c * w])];
    mesh.triangle(m, l, r, middle);
    mesh.triangle(m, add(middle, [-s * w * 0.7, 0, c * w * 0.7]), add(middle, [s * w * 0.7, 0, -c * w * 0.7]), end);
  }
}

/** A lotus leaf on its stalk (0: it floats), a shallow bowl with waves at its rim. */
export function lotusLeaf(mesh: Mesh, m: Material, at: Vec, r: number, high: number, seed: number): void {
  const one = chance(seed);
  const [tiltX, tiltZ, phase] = [between(one, -0.25, 0.25), between(one, -0.25, 0.25), one() * 6];
  const on = (t: number, s: number): Vec => {
    const a = t * Math.PI * 2;
    const [x, z] = [Math.cos(a) * r * s, Math.sin(a) * r * s];
    const bowl = high > 0 ? r * 0.22 * s * s + r * 0.07 * s * s * Math.sin(a * 5 + phase) : 0.01 * s;
    return [at[0] + x, at[1] + high + bowl + (high > 0 ? x * tiltX + z * tiltZ : 0), at[2] + z];
  };
  for (let i = 0; i < 28; i++) {
    for (const [a, b] of [
      [0, 0.5],
      [0.5, 1],
    ] as const) {
      mesh.quad(m, on(i / 28, a), on((i + 1) / 28, a), on((i + 1) / 28, b), on(i / 28, b));
    }
  }
  if (high > 0) tube(mesh, m, [at[0], at[1] - 0.2, at[2]], on(0, 0), 0.012, 0.01, 6);
}

/** A lotus flower, half open. */
export function lotus(mesh: Mesh, m: Material, at: Vec, size: number, seed: number): void {
  const one = chance(seed);
  for (let ring = 0; ring < 3; ring++) {
    const petals = 7;
    for (let k = 0; k < petals; k++) {
      const t = ((k + ring * 0.5 + one() * 0.2) / petals) * Math.PI * 2;
      const open = 0.3 + ring * 0.38;
      const out: Vec = [Math.cos(t) * Math.sin(open), Math.cos(open), Math.sin(t) * Math.sin(open)];
      const side: Vec = [-Math.sin(t), 0, Math.cos(t)];
      const middle = along(at, out, size * 0.5);
      const tip = add(along(at, out, size), [-out[0] * size * 0.2, size * 0.05, -out[2] * size * 0.2]);
      const [l, r] = [along(middle, side, size * 0.2), along(middle, side, -size * 0.2)];
      mesh.triangle(m, at, l, tip);
      mesh.triangle(m, at, tip, r);
    }
  }
}
