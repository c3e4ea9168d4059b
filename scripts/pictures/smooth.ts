/** What the rays brought, a pixel: three numbers for light, colour and normal, one for the distance. */
export type Field = {
  width: number;
  height: number;
  seen: Float32Array;
  colour: Float32Array;
  light: Float32Array;
  normal: Float32Array;
  far: Float32Array;
};

const KERNEL = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16];

/**
 * Smooths the light where the surface is the same (edge-avoiding à-trous wavelets, Dammertz et al. 2010): few rays are
 * enough then, and what stays of the noise looks like film.
 */
export function smoothLight(field: Field, steps = 4): Float32Array {
  let from = field.light;
  for (let step = 0; step < steps; step++) from = once(field, from, 2 ** step, 1.2 / 2 ** step);
  return from;
}

function once(field: Field, from: Float32Array, gap: number, tolerance: number): Float32Array {
  const { width, height, normal, far } = field;
  const to = new Float32Array(from.length);
  const get = (of: Float32Array, i: number) => of[i] as number;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const c = i * 3;
      const [r, g, b] = [get(from, c), get(from, c + 1), get(from, c + 2)];
      const own = r + g + b + 0.05;
      let [sumR, sumG, sumB, sum] = [0, 0, 0, 0];
      for (let dy = -2; dy <= 2; dy++) {
        const v = y + dy * gap;
        if (v < 0 || v >= height) continue;
        for (let dx = -2; dx <= 2; dx++) {
          const u = x + dx * gap;
          if (u < 0 || u >= width) continue;
          const j = v * width + u;
          const k = j * 3;
          const cos =
            get(normal, c) * get(normal, k) +
            get(normal, c + 1) * get(normal, k + 1) +
            get(normal, c + 2) * get(normal, k + 2);
          if (cos <= 0.3) continue;
          const deep = Math.abs(get(far, i) - get(far, j)) / (0.02 * get(far, i) * (1 + gap) + 0.02);
          const other = get(from, k) + get(from, k + 1) + get(from, k + 2);
          const unlike = Math.abs(own - other - 0.05) / ((own + other) * tolerance);
          const weight =
            (KERNEL[dx + 2] as number) *
            (KERNEL[dy + 2] as number) *
            Math.min(1, cos) ** 16 *
            Math.exp(-deep - unlike * unlike);
          sumR += weight * get(from, k);
          sumG += weight * get(from, k + 1);
          sumB += weight * get(from, k + 2);
          sum += weight;
        }
      }
      const many = sum > 1e-6;
      to[c] = many ? sumR / sum : r;
      to[c + 1] = many ? sumG / sum : g;
      to[c + 2] = many ? sumB / sum : b;
    }
  }
  return to;
}
