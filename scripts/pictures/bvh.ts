import type { Mesh } from "./mesh.ts";

/** What a ray met: which triangle, how far away, and where on it. */
export type Met = { triangle: number; far: number; u: number; v: number };

const f = (of: Float32Array, i: number): number => of[i] as number;
const n = (of: Int32Array, i: number): number => of[i] as number;
const BINS = 12;
const LEAF = 3;

/** Boxes in boxes around the triangles, split where a ray is likeliest to save work (surface area heuristic). */
export class Tree {
  readonly order: Int32Array;
  readonly #bounds: Float32Array;
  readonly #first: Int32Array;
  readonly #count: Int32Array;
  readonly #corners: Float32Array;
  readonly #stack = new Int32Array(128);
  readonly met: Met = { triangle: -1, far: 0, u: 0, v: 0 };

  constructor(mesh: Mesh) {
    const size = mesh.size;
    const low = new Float32Array(size * 3);
    const high = new Float32Array(size * 3);
    for (let t = 0; t < size; t++) {
      for (let a = 0; a < 3; a++) {
        const [p, q, r] = [0, 3, 6].map((c) => mesh.points[t * 9 + c + a] ?? 0) as [number, number, number];
        low[t * 3 + a] = Math.min(p, q, r);
        high[t * 3 + a] = Math.max(p, q, r);
      }
    }
    this.order = Int32Array.from({ length: size }, (_, i) => i);
    this.#bounds = new Float32Array(size * 12 + 12);
    this.#first = new Int32Array(size * 2 + 2);
    this.#count = new Int32Array(size * 2 + 2);
    this.#build(size, low, high);
    this.#corners = new Float32Array(size * 9);
    this.order.forEach((from, to) => {
      for (let a = 0; a < 3; a++) {
        const [p, q, r] = [0, 3, 6].map((c) => mesh.points[from * 9 + c + a] ?? 0) as [number, number, number];
        this.#corners[to * 9 + a] = p;
        this.#corners[to * 9 + 3 + a] = q - p;
        this.#corners[to * 9 + 6 + a] = r - p;
      }
    });
  }

  #build(size: number, low: Float32Array, high: Float32Array): void {
    let nodes = 1;
    const todo: [node: number, from: number, to: number][] = [[0, 0, size]];
    const middle = (i: number, a: number) => f(low, n(this.order, i) * 3 + a) + f(high, n(this.order, i) * 3 + a);
    for (let next = todo.pop(); next; next = todo.pop()) {
      const [node, from, to] = next;
      const box = [1e30, 1e30, 1e30, -1e30, -1e30, -1e30];
      const mids = [1e30, 1e30, 1e30, -1e30, -1e30, -1e30];
      for (let i = from; i < to; i++) {
        for (let a = 0; a < 3; a++) {
          const t = n(this.order, i) * 3 + a;
          box[a] = Math.min(box[a] as number, f(low, t));
          box[a + 3] = Math.max(box[a + 3] as number, f(high, t));
          const m = f(low, t) + f(high, t);
          mids[a] = Math.min(mids[a] as number, m);
          mids[a + 3] = Math.max(mids[a + 3] as number, m);
        }
      }
      this.#bounds.set(box, node * 6);
      this.#first[node] = from;
      this.#count[node] = to - from;
      if (to - from <= LEAF) continue;
      const widths = [0, 1, 2].map((a) => (mids[a + 3] as number) - (mids[a] as number));
      const axis = widths.indexOf(Math.max(...widths));
      const [start, width] = [mids[axis] as number, widths[axis] as number];
      if (width < 1e-9) continue;
      const bin = (i: number) => Math.min(BINS - 1, Math.floor(((middle(i, axis) - start) / width) * BINS));
      const at = this.#split(from, to, bin, low, high);
      let [l, r] = [from, to - 1];
      while (l <= r) {
        if (bin(l) < at) {
          l++;
          continue;
        }
        const swap = n(this.order, l);
        this.order[l] = n(this.order, r);
        this.order[r] = swap;
        r--;
      }
      if (l === from || l === to) continue;
      this.#count[node] = -axis - 1;
      this.#first[node] = nodes;
      todo.push([nodes, from, l], [nodes + 1, l, to]);
      nodes += 2;
    }
  }

  #split(from: number, to: number, bin: (i: number) => number, low: Float32Array, high: Float32Array): number {
    const boxes = Array.from({ length: BINS }, () => [1e30, 1e30, 1e30, -1e30, -1e30, -1e30, 0]);
    for (let i = from; i < to; i++) {
      const b = boxes[bin(i)] as number[];
      for (let a = 0; a < 3; a++) {
        b[a] = Math.min(b[a] as number, f(low, n(this.order, i) * 3 + a));
        b[a + 3] = Math.max(b[a + 3] as number, f(high, n(this.order, i) * 3 + a));
      }
      b[6] = (b[6] as number) + 1;
    }
    const costs = (of: number[][]) => {
      const sum = [1e30, 1e30, 1e30, -1e30, -1e30, -1e30, 0] as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      return of.map((b) => {
        for (let a = 0; a < 3; a++) {
          sum[a] = Math.min(sum[a] as number, b[a] as number);
          sum[a + 3] = Math.max(sum[a + 3] as number, b[a + 3] as number);
        }
        sum[6] += b[6] as number;
        const [x, y, z] = [sum[3] - sum[0], sum[4] - sum[1], sum[5] - sum[2]];
        return sum[6] === 0 ? 0 : sum[6] * (x * y + y * z + z * x);
      });
    };
    const left = costs(boxes);
    const right = costs([...boxes].reverse()).reverse();
    let best = 1;
    for (let b = 1; b < BINS; b++) {
      const cost = (at: number) => (left[at - 1] as number) + (right[at] as number);
      if (cost(b) < cost(best)) best = b;
    }
    return best;
  }

  /** The first triangle on the way (`any`: just one), in `met`; false where there is none up to `most`. */
  hit(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, most: number, any: boolean): boolean {
    const bounds = this.#bounds;
    const stack = this.#stack;
    const corners = this.#corners;
    const ix = 1 / (dx || 1e-12);
    const iy = 1 / (dy || 1e-12);
    const iz = 1 / (dz || 1e-12);
    let far = most;
    let found = -1;
    let top = 0;
    stack[top++] = 0;
    while (top > 0) {
      const node = n(stack, --top);
      const b = node * 6;
      const x0 = (f(bounds, b) - ox) * ix;
      const x1 = (f(bounds, b + 3) - ox) * ix;
      const y0 = (f(bounds, b + 1) - oy) * iy;
      const y1 = (f(bounds, b + 4) - oy) * iy;
      const z0 = (f(bounds, b + 2) - oz) * iz;
      const z1 = (f(bounds, b + 5) - oz) * iz;
      const enter = Math.max(Math.min(x0, x1), Math.min(y0, y1), Math.min(z0, z1), 0);
      const leave = Math.min(Math.max(x0, x1), Math.max(y0, y1), Math.max(z0, z1), far);
      if (enter > leave * 1.00001) continue;
      const count = n(this.#count, node);
      const first = n(this.#first, node);
      if (count < 0) {
        const back = (count === -1 ? ix : count === -2 ? iy : iz) < 0;
        stack[top++] = back ? first : first + 1;
        stack[top++] = back ? first + 1 : first;
        continue;
      }
      for (let t = first; t < first + count; t++) {
        const c = t * 9;
        const ax = f(corners, c + 3);
        const ay = f(corners, c + 4);
        const az = f(corners, c + 5);
        const bx = f(corners, c + 6);
        const by = f(corners, c + 7);
        const bz = f(corners, c + 8);
        const px = dy * bz - dz * by;
        const py = dz * bx - dx * bz;
        const pz = dx * by - dy * bx;
        const det = ax * px + ay * py + az * pz;
        if (det > -1e-12 && det < 1e-12) continue;
        const tx = ox - f(corners, c);
        const ty = oy - f(corners, c + 1);
        const tz = oz - f(corners, c + 2);
        const u = (tx * px + ty * py + tz * pz) / det;
        if (u < 0 || u > 1) continue;
        const qx = ty * az - tz * ay;
        const qy = tz * ax - tx * az;
        const qz = tx * ay - ty * ax;
        const v = (dx * qx + dy * qy + dz * qz) / det;
        if (v < 0 || u + v > 1) continue;
        const w = (bx * qx + by * qy + bz * qz) / det;
        if (w < 1e-4 || w >= far) continue;
        if (any) return true;
        far = w;
        found = t;
        this.met.u = u;
        this.met.v = v;
      }
    }
    if (found < 0) return false;
    this.met.triangle = n(this.order, found);
    this.met.far = far;
    return true;
  }
}
