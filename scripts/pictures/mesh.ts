import { add, cross, scale, sub, turned, unit, type Vec } from "./vec.ts";

/** What a surface is made of. */
export type Material = {
  /** The share of light that comes back. A function is asked with the point in the world. */
  colour: Vec | ((p: Vec, n: Vec) => Vec);
  /** Light of its own. */
  emit?: Vec;
  /** Its light is given by a lamp of the scene as well, and so is not counted where it falls. */
  lamp?: boolean;
  /** How much it mirrors when looked at straight (water 0.02, wet asphalt 0.04, lacquer 0.05). */
  mirror?: number;
  /** How blurred the mirror is, 0 to 1. */
  rough?: number;
  /** Light that passes through from behind: leaves, cloth. */
  through?: number;
  /** The normal, bent by ripples or grain; asked with the distance from the eye. */
  bend?: (p: Vec, n: Vec, far: number) => Vec;
};

/** Triangles with normals at their corners. */
export class Mesh {
  readonly points: number[] = [];
  readonly normals: number[] = [];
  readonly kinds: number[] = [];
  readonly materials: Material[] = [];
  readonly #known = new Map<Material, number>();

  get size(): number {
    return this.kinds.length;
  }

  #kind(material: Material): number {
    const known = this.#known.get(material);
    if (known !== undefined) return known;
    this.#known.set(material, this.materials.length);
    return this.materials.push(material) - 1;
  }

  /** A flat triangle, or a bent one where the corners have normals. */
  triangle(m: Material, a: Vec, b: Vec, c: Vec, normals?: readonly [Vec, Vec, Vec]): void {
    const flat = normals ? null : unit(cross(sub(b, a), sub(c, a)));
    const [na, nb, nc] = normals ?? [flat as Vec, flat as Vec, flat as Vec];
    this.points.push(...a, ...b, ...c);
    this.normals.push(...na, ...nb, ...nc);
    this.kinds.push(this.#kind(m));
  }

  quad(m: Material, a: Vec, b: Vec, c: Vec, d: Vec): void {
    this.triangle(m, a, b, c);
    this.triangle(m, a, c, d);
  }

  /** Puts a copy of another mesh at a place: turned about the upright axis, and larger or smaller. */
  place(other: Mesh, at: Vec, turn = 0, size: number | Vec = 1): void {
    const by: Vec = typeof size === "number" ? [size, size, size] : size;
    const kinds = other.materials.map((m) => this.#kind(m));
    const read = (of: readonly number[], i: number): Vec => [of[i] ?? 0, of[i + 1] ?? 0, of[i + 2] ?? 0];
    for (let i = 0; i < other.points.length; i += 3) {
      const p = read(other.points, i);
      this.points.push(...add(turned([p[0] * by[0], p[1] * by[1], p[2] * by[2]], turn), at));
      const n = read(other.normals, i);
      this.normals.push(...turned(unit([n[0] / by[0], n[1] / by[1], n[2] / by[2]]), turn));
    }
    for (const k of other.kinds) this.kinds.push(kinds[k] ?? 0);
  }
}

/** A box that stands on `at` (the middle of its floor), turned about the upright axis. */
export function box(mesh: Mesh, m: Material, at: Vec, size: Vec, turn = 0): void {
  const [w, h, d] = [size[0] / 2, size[1], size[2] / 2];
  const p = (x: number, y: number, z: number) => add(turned([x * w, y * h, z * d], turn), at);
  mesh.quad(m, p(-1, 0, 1), p(1, 0, 1), p(1, 1, 1), p(-1, 1, 1));
  mesh.quad(m, p(1, 0, -1), p(-1, 0, -1), p(-1, 1, -1), p(1, 1, -1));
  mesh.quad(m, p(1, 0, 1), p(1, 0, -1), p(1, 1, -1), p(1, 1, 1));
  mesh.quad(m, p(-1, 0, -1), p(-1, 0, 1), p(-1, 1, 1), p(-1, 1, -1));
  mesh.quad(m, p(-1, 1, 1), p(1, 1, 1), p(1, 1, -1), p(-1, 1, -1));
  mesh.quad(m, p(-1, 0, -1), p(1, 0, -1), p(1, 0, 1), p(-1, 0, 1));
}

/** A round stick from `a` to `b`, thicker or thinner at the end. */
export function tube(mesh: Mesh, m: Material, a: Vec, b: Vec, ra: number, rb = ra, sides = 10): void {
  const d = unit(sub(b, a));
  const u = unit(cross(Math.abs(d[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0], d));
  const v = cross(d, u);
  const out = (i: number): Vec => {
    const t = (i / sides) * Math.PI * 2;
    return add(scale(u, Math.cos(t)), scale(v, Math.sin(t)));
  };
  for (let i = 0; i < sides; i++) {
    const [n, o] = [out(i), out(i + 1)];
    const [p, q] = [add(a, scale(n, ra)), add(a, scale(o, ra))];
    const [r, s] = [add(b, scale(o, rb)), add(b, scale(n, rb))];
    mesh.triangle(m, p, q, r, [n, o, o]);
    mesh.triangle(m, p, r, s, [n, o, n]);
    mesh.triangle(m, b, s, r);
  }
}

/** A surface over the square 0..1 × 0..1, bent as `at` says; its normals are worked out from its neighbours. */
export function sheet(mesh: Mesh, m: Material, at: (u: number, v: number) => Vec, across: number, down = across): void {
  const normal = (u: number, v: number) => {
    const e = 0.002;
    const [l, r, t, b] = [Math.max(0, u - e), Math.min(1, u + e), Math.max(0, v - e), Math.min(1, v + e)];
    return unit(cross(sub(at(r, v), at(l, v)), sub(at(u, b), at(u, t))));
  };
  const rows = Array.from({ length: down + 1 }, (_, j) =>
    Array.from({ length: across + 1 }, (_, i) => ({
      p: at(i / across, j / down),
      n: normal(i / across, j / down),
    })),
  );
  for (let j = 0; j < down; j++) {
    for (let i = 0; i < across; i++) {
      const [a, b, c, d] = [rows[j]?.[i], rows[j]?.[i + 1], rows[j + 1]?.[i + 1], rows[j + 1]?.[i]];
      if (!a || !b || !c || !d) continue;
      mesh.triangle(m, a.p, b.p, c.p, [a.n, b.n, c.n]);
      mesh.triangle(m, a.p, c.p, d.p, [a.n, c.n, d.n]);
    }
  }
}

/** A ball, or an egg where the radii differ. */
export function ball(mesh: Mesh, m: Material, at: Vec, r: number | Vec, fine = 12): void {
  const by: Vec = typeof r === "number" ? [r, r, r] : r;
  const on = (u: number, v: number): Vec => {
    const [a, b] = [u * Math.PI * 2, (v - 0.5) * Math.PI];
    return [Math.cos(a) * Math.cos(b), Math.sin(b), -Math.sin(a) * Math.cos(b)];
  };
  const p = (n: Vec): Vec => [at[0] + n[0] * by[0], at[1] + n[1] * by[1], at[2] + n[2] * by[2]];
  const normal = (n: Vec) => unit([n[0] / by[0], n[1] / by[1], n[2] / by[2]]);
  for (let j = 0; j < fine; j++) {
    for (let i = 0; i < fine * 2; i++) {
      const [u, v, s, t] = [i / (fine * 2), j / fine, (i + 1) / (fine * 2), (j + 1) / fine];
      const [a, b, c, d] = [on(u, v), on(s, v), on(s, t), on(u, t)];
      mesh.triangle(m, p(a), p(b), p(c), [normal(a), normal(b), normal(c)]);
      mesh.triangle(m, p(a), p(c), p(d), [normal(a), normal(c), normal(d)]);
    }
  }
}
