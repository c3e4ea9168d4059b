import type { Mesh } from "./mesh.ts";
import type { Vec } from "./vec.ts";

/** A glowing ball that lights the scene; what is seen of it is drawn by the mesh, if at all. */
export type Lamp = { at: Vec; radius: number; light: Vec };

export type Scene = {
  /** Of the finished picture, in pixels. */
  width: number;
  height: number;
  seed: number;
  mesh: Mesh;
  eye: Vec;
  /** What the camera looks at. */
  at: Vec;
  /** Height of the view as an angle, in degrees. */
  angle: number;
  /** How far away things are sharp, and how wide the lens is open, both in metres. */
  focus?: number;
  lens?: number;
  /** Light from where nothing stands. `fine` is asked for what is seen, not for what only lights. */
  sky: (d: Vec, fine: boolean) => Vec;
  sun?: { toward: Vec; light: Vec; spread: number };
  lamps?: readonly Lamp[];
  /** Haze: share of light lost a metre at the height 0, how fast it thins upwards (1/m), and its own light. */
  haze?: { thick: number; thins: number; light: (d: Vec) => Vec };
  /** Rays a pixel. */
  rays?: number;
  /** How often light is followed from surface to surface (1; rooms need 2), and what is left of it after that. */
  bounces?: number;
  rest?: Vec;
  look: Look;
};

/** What a darkroom does. */
export type Look = {
  exposure: number;
  /** Colours of the shadows and of the lights, about [1, 1, 1]. */
  shadows?: Vec;
  lights?: Vec;
  contrast?: number;
  saturation?: number;
  /** How much bright spots shine into their surroundings, and how dark the corners are. */
  glow?: number;
  corners?: number;
  grain?: number;
};
