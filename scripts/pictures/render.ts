import { Light } from "./light.ts";
import type { Scene } from "./scene.ts";
import { type Field, smoothLight } from "./smooth.ts";
import type { Vec } from "./vec.ts";

/** Draws a scene as linear light, at `share` of its size. */
export function render(
  scene: Scene,
  share: number,
  rays: number,
): { light: Float32Array; width: number; height: number } {
  const light = new Light(scene);
  const width = Math.round(scene.width * share);
  const height = Math.round(scene.height * share);
  const three = () => new Float32Array(width * height * 3);
  const field: Field = {
    width,
    height,
    seen: three(),
    colour: three(),
    light: three(),
    normal: three(),
    far: new Float32Array(width * height),
  };
  const put = (to: Float32Array, i: number, v: Vec, most = 1) => {
    for (let a = 0; a < 3; a++) {
      const part = Math.min(v[a] as number, most);
      if (Number.isFinite(part)) to[i * 3 + a] = (to[i * 3 + a] as number) + part / rays;
    }
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      for (let r = 0; r < rays; r++) {
        const got = light.look(...light.ray(x, y, field, r, rays));
        put(field.seen, i, got.seen, 40);
        put(field.colour, i, got.colour);
        put(field.light, i, got.light, 20);
        put(field.normal, i, got.normal);
        field.far[i] = (field.far[i] as number) + got.far / rays;
      }
    }
  }
  const smoothed = smoothLight(field);
  return {
    width,
    height,
    light: field.seen.map((seen, i) => seen + (field.colour[i] as number) * (smoothed[i] as number)),
  };
}
