import { Tree } from "./bvh.ts";
import { type Chance, chance } from "./chance.ts";
import type { Material } from "./mesh.ts";
import type { Lamp, Scene } from "./scene.ts";
import { add, along, clamp, dot, frameOf, mix, scale, sub, times, unit, type Vec } from "./vec.ts";

const NONE: Vec = [0, 0, 0];

/** One look along a ray. What is seen is `seen` + `colour` × `light`; only `light` is noisy, and is smoothed later. */
export type Seen = { seen: Vec; colour: Vec; light: Vec; normal: Vec; far: number };

type Spot = { p: Vec; n: Vec; far: number; material: Material; colour: Vec };

/** Follows light backwards through a scene: sun, sky, lamps, what surfaces give to each other, and mirrors. */
export class Light {
  readonly #scene: Scene;
  readonly #tree: Tree;
  readonly #one: Chance;
  readonly #normals: Float32Array;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#tree = new Tree(scene.mesh);
    this.#one = chance(scene.seed);
    this.#normals = Float32Array.from(scene.mesh.normals);
  }

  #meet(o: Vec, d: Vec): Spot | null {
    const tree = this.#tree;
    if (!tree.hit(o[0], o[1], o[2], d[0], d[1], d[2], 1e5, false)) return null;
    const { triangle, far, u, v } = tree.met;
    const normals = this.#normals;
    const i = triangle * 9;
    const w = 1 - u - v;
    const part = (a: number) =>
      (normals[i + a] as number) * w + (normals[i + 3 + a] as number) * u + (normals[i + 6 + a] as number) * v;
    let n = unit([part(0), part(1), part(2)]);
    if (dot(n, d) > 0) n = scale(n, -1);
    const mesh = this.#scene.mesh;
    const material = mesh.materials[mesh.kinds[triangle] as number] as Material;
    const p = along(o, d, far);
    const colour = typeof material.colour === "function" ? material.colour(p, n) : material.colour;
    if (material.bend) n = material.bend(p, n, far);
    return { p, n, far, material, colour };
  }

  #shadowed(p: Vec, d: Vec, most: number): boolean {
    return this.#tree.hit(p[0], p[1], p[2], d[0], d[1], d[2], most, true);
  }

  /** The share that haze takes on the way, and the light that it gives instead. */
  #haze(o: Vec, d: Vec, far: number): { left: number; light: Vec } {
    const haze = this.#scene.haze;
    if (!haze) return { left: 1, light: NONE };
    const k = haze.thins * d[1];
    const start = haze.thick * Math.exp(-haze.thins * Math.max(0, o[1]));
    const depth = Math.abs(k * far) < 1e-4 ? start * far : (start * (1 - Math.exp(-clamp(k * far, -30, 30)))) / k;
    const left = Math.exp(-depth);
    return { left, light: scale(haze.light(d), 1 - left) };
  }

  look(o: Vec, d: Vec, mirrors = 0): Seen {
    const spot = this.#meet(o, d);
    if (!spot) {
      return { seen: this.#scene.sky(d, true), colour: NONE, light: NONE, normal: [0, 0, 0], far: 1e5 };
    }
    const { p, n, far, material } = spot;
    const haze = this.#haze(o, d, far);
    let seen = add(haze.light, scale(material.emit ?? NONE, haze.left));
    let rest = haze.left;
    if (material.mirror && mirrors < 2) {
      const away = clamp(-dot(n, d));
      const share = material.mirror + (1 - material.mirror) * (1 - away) ** 5;
      if (share > 0.01) {
        let m = unit(along(d, n, -2 * dot(d, n)));
        const rough = (material.rough ?? 0) * (1 - 0.5 * (1 - away));
        if (rough > 0) m = unit(along(m, this.#anywhere(), rough * Math.sqrt(this.#one())));
        if (m[1] < 0.002 && n[1] > 0.5) m = unit([m[0], 0.002 - 0.3 * m[1], m[2]]);
        const other = this.look(along(p, n, 0.002), m, mirrors + 1);
        const got = add(other.seen, times(other.colour, other.light));
        seen = along(seen, [Math.min(got[0], 30), Math.min(got[1], 30), Math.min(got[2], 30)], rest * share);
        rest *= 1 - share;
      }
    }
    return { seen, colour: scale(spot.colour, rest), light: this.#at(spot, d, mirrors > 0 ? 1 : 0), normal: n, far };
  }

  #at(spot: Spot, d: Vec, bounce: number): Vec {
    const { n, material } = spot;
    const p = along(spot.p, n, 0.003);
    const behind = along(spot.p, n, -0.003);
    const sun = this.#scene.sun;
    let light = NONE;
    if (sun) {
      const s = unit(along(sun.toward, this.#anywhere(), sun.spread * Math.sqrt(this.#one())));
      const cos = dot(n, s);
      const share = cos > 0 ? cos : -cos * (material.through ?? 0);
      if (share > 0.001 && !this.#shadowed(cos > 0 ? p : behind, s, 1e5)) light = scale(sun.light, share);
    }
    light = add(light, this.#lamps(p, n, material.through ?? 0));
    if (bounce >= (this.#scene.bounces ?? 1))
      return add(light, this.#scene.rest ?? scale(this.#scene.sky([0, 1, 0], false), 0.5));
    const through = material.through ?? 0;
    const flip = through > 0 && this.#one() < through / (1 + through);
    const side = flip ? scale(n, -1) : n;
    const out = unit(add(side, this.#anywhere()));
    const next = this.#meet(flip ? behind : p, out);
    if (!next) return add(light, this.#scene.sky(out, false));
    const own = next.material.emit && !next.material.lamp ? next.material.emit : NONE;
    const got = add(own, times(next.colour, this.#at(next, d, bounce + 1)));
    const haze = this.#haze(p, out, next.far);
    return add(light, add(mix(NONE, [cap(got[0]), cap(got[1]), cap(got[2])], haze.left), haze.light));
  }

  /** One of the lamps, chosen by how much it may give here. */
  #lamps(p: Vec, n: Vec, through: number): Vec {
    const lamps = this.#scene.lamps;
    if (!lamps || lamps.length === 0) return NONE;
    let sum = 0;
    let chosen = 0;
    let own = 0;
    for (let i = 0; i < lamps.length; i++) {
      const { at, light } = lamps[i] as Lamp;
      const x = at[0] - p[0];
      const y = at[1] - p[1];
      const z = at[2] - p[2];
      const far = x * x + y * y + z * z;
      const facing = (x * n[0] + y * n[1] + z * n[2]) / Math.sqrt(far);
      const side = facing > 0 ? facing + 0.05 : facing > -0.05 ? 0.05 : through + 0.001;
      const may = ((light[0] + light[1] + light[2]) / (far + 0.05)) * side;
      sum += may;
      if (this.#one() * sum < may) {
        chosen = i;
        own = may;
      }
    }
    if (own <= 0) return NONE;
    const lamp = lamps[chosen];
    if (!lamp) return NONE;
    const way = sub(along(lamp.at, this.#anywhere(), lamp.radius), p);
    const far = Math.sqrt(dot(way, way));
    const s = scale(way, 1 / far);
    const cos = dot(n, s);
    const share = cos > 0 ? cos : -cos * through;
    if (share <= 0 || this.#shadowed(along(p, s, 0.002), s, far - lamp.radius - 0.01)) return NONE;
    return scale(lamp.light, (share / (far * far + 0.05)) * (sum / own));
  }

  #anywhere(): Vec {
    const y = 2 * this.#one() - 1;
    const t = this.#one() * Math.PI * 2;
    const r = Math.sqrt(1 - y * y);
    return [r * Math.cos(t), y, r * Math.sin(t)];
  }

  /**
   * Ray `which` of `many` of a pixel, through a lens of some width. The same points of pixel and lens are taken for each
   * pixel: edges come out smooth with few rays, where chance would fray them.
   */
  ray(x: number, y: number, size: { width: number; height: number }, which: number, many: number): readonly [Vec, Vec] {
    const { eye, at, angle, focus = 10, lens = 0 } = this.#scene;
    const ahead = unit(sub(at, eye));
    const [left, up] = frameOf(ahead);
    const high = Math.tan((angle * Math.PI) / 360);
    const [dx, dy] = [tent((0.5 + which * 0.7548776662) % 1), tent((0.5 + which * 0.5698402909) % 1)];
    const px = ((2 * (x + 0.5 + dx)) / size.width - 1) * high * (size.width / size.height);
    const py = (1 - (2 * (y + 0.5 + dy)) / size.height) * high;
    const d = along(along(ahead, left, -px), up, py);
    if (lens === 0) return [eye, unit(d)];
    const t = which * 2.399963;
    const r = lens * Math.sqrt((which + 0.5) / many);
    const from = along(along(eye, left, r * Math.cos(t)), up, r * Math.sin(t));
    return [from, unit(sub(along(eye, d, focus), from))];
  }
}

/** From even chance to a tent over −0.9 … 0.9: what a pixel takes in overlaps a little with its neighbours. */
const tent = (t: number) => 0.9 * (t < 0.5 ? Math.sqrt(2 * t) - 1 : 1 - Math.sqrt(2 - 2 * t));
const cap = (x: number) => Math.min(x, 12);
