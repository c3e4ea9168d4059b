import { between, chance } from "../chance.ts";
import { box, type Material, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, tree } from "../plants.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { bench } from "../streets.ts";
import { ground, leaf, paint, tiles, wall } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

/** The flag, red with its star, in a light wind. Its pole stands at `at`. */
function flag(mesh: Mesh, at: Vec, wide: number): void {
  const [red, gold] = [hex("#c8201c"), hex("#f4d03a")];
  const star = (x: number, y: number) => {
    const a = (Math.atan2(x, y) + Math.PI * 2) % ((Math.PI * 2) / 5);
    const off = Math.PI / 5 - Math.abs(a - Math.PI / 5);
    return Math.hypot(x, y) * Math.cos(0.4 * Math.PI - off) < 0.3 * Math.cos(0.4 * Math.PI);
  };
  const m: Material = {
    colour: (p) =>
      star(((p[0] - at[0]) / wide - 0.5) * 1.5 * 1.04, (p[1] - at[1]) / (wide / 1.5) + 0.5 + 0.04) ? gold : red,
    through: 0.6,
  };
  sheet(
    mesh,
    m,
    (u, v) => {
      const wave = u * (0.16 * Math.sin(u * 8 - v * 1.5) + 0.05 * Math.sin(u * 19 + v * 4));
      return [at[0] + wide * u * 0.97, at[1] - (wide / 1.5) * v - 0.09 * u * u, at[2] + wave * wide * 0.6];
    },
    60,
    24,
  );
}

/** A school yard before the first drum: flame trees, the flag, pupils in white. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(131);
  mesh.quad(tiles("#b08c70", 0.5, 0.02), [-60, 0, 12], [60, 0, 12], [60, 0, -60], [-60, 0, -60]);
  const yellow = wall("#dcb768", 0.3);
  const white = wall("#e2dac8", 0.3);
  const z = -34;
  const dark = paint("#4a4034", 0.2);
  box(mesh, yellow, [0, 0, z - 6], [52, 7.6, 7]);
  for (let f = 0; f < 2; f++) {
    const y = f * 3.7;
    box(mesh, white, [0, y + 3.45, z - 1.2], [52, 0.3, 3.4]);
    if (f === 1) {
      box(mesh, yellow, [0, y - 0.1, z + 0.3], [52, 0.18, 0.25]);
      box(mesh, white, [0, y + 0.85, z + 0.3], [52, 0.12, 0.3]);
      for (let x = -26; x <= 26; x += 0.4) box(mesh, white, [x, y, z + 0.3], [0.1, 0.9, 0.12]);
    }
    for (let k = 0; k <= 16; k++) {
      const x = -26 + k * 3.25;
      box(mesh, yellow, [x, y, z + 0.3], [0.5, 3.5, 0.5]);
      if (k === 16) continue;
      sheet(
        mesh,
        yellow,
        (u, v) => {
          const arch = 2.55 + 0.85 * Math.sqrt(Math.max(0, 1 - (2 * u - 1) ** 2));
          return [x + 3.25 * u, y + arch + (3.5 - arch) * v, z + 0.5];
        },
        24,
        2,
      );
      box(mesh, paint("#3f6a5a", 0.15), [x + 0.85, y + 0.05, z - 2.45], [1, 2.3, 0.1]);
      box(mesh, dark, [x + 2.25, y + 1, z - 2.45], [1.3, 1.35, 0.08]);
      for (const s of [-0.95, 0.95])
        box(mesh, paint("#3f6a5a", 0.15), [x + 2.25 + s * 0.72, y + 1, z - 2.42], [0.08, 1.35, 0.1]);
    }
  }
  sheet(mesh, paint("#8a4630", 0.3, 2), (u, v) => [-27.5 + 55 * u, 7.5 + 2.7 * v, z + 1.6 - 6.6 * v], 2, 2);
  box(mesh, white, [0, 7.5, z + 1.5], [54, 0.25, 0.2]);
  box(mesh, white, [0, 7.6, z + 0.6], [7, 2.2, 0.5]);
  const green = leaf("#3c6a24", "#78a040", 0.6);
  const kinds = [1, 2].map((seed) => {
    const made = tree({
      seed: seed + 140,
      height: 8.5,
      leaves: 26000,
      leaf: 0.14,
      from: 0.3,
      wide: 0.72,
      thick: 0.035,
      green,
    });
    const bloom = tree({
      seed: seed + 140,
      height: 8.5,
      leaves: 15000,
      leaf: 0.14,
      from: 0.3,
      wide: 0.72,
      thick: 0.001,
      green: leaf("#c8341c", "#e8602c", 0.5),
    });
    made.place(bloom, [0, 0.3, 0]);
    return made;
  });
  [
    [-8.8, -7.5, 1, 1.15],
    [9.8, -13, 2, 1],
    [-14, -20, 3, 0.95],
    [17.5, -22, 4, 1],
    [-23, -26, 5, 0.9],
  ].forEach(([x, tz, turn, size], i) => {
    mesh.place(kinds[i % 2] as Mesh, [x as number, 0, tz as number], turn as number, size as number);
    box(mesh, white, [x as number, 0, tz as number], [1.9, 0.42, 1.9]);
  });
  tube(mesh, paint("#b8bcc0"), [1.6, 0, -22], [1.6, 10.4, -22], 0.06, 0.04);
  for (let s = 0; s < 3; s++) box(mesh, white, [1.6, 0, -22], [3.4 - s * 0.9, 0.2 * (s + 1), 3.4 - s * 0.9]);
  flag(mesh, [1.66, 10.25, -22], 3.1);
  for (let row = 0; row < 6; row++) {
    for (let k = 0; k < 9; k++) {
      if (one() > 0.9) continue;
      const at: Vec = [-8 + row * 1.5 + between(one, -0.1, 0.1), 0, -15.4 - k * 0.95 + between(one, -0.1, 0.1)];
      mesh.place(
        person({ seed: row * 20 + k, tall: between(one, 1.22, 1.36), top: "#e8e6de", legs: "#22304a" }),
        at,
        2.2 + between(one, -0.15, 0.15),
      );
      box(mesh, paint("#b8281c"), [at[0] + 0.05, 0.98, at[2] - 0.02], [0.14, 0.09, 0.2], 2.2);
    }
  }
  const runs: [number, number, number][] = [
    [3.9, -6.6, 2.6],
    [4.8, -8.3, 2.9],
    [2.6, -10.8, 3.0],
    [5.8, -12.5, 2.7],
    [-2.6, -8.8, 2.9],
  ];
  runs.forEach(([x, rz, turn], i) => {
    const child = person({ seed: 300 + i, doing: i < 3 ? "run" : "walk", tall: 1.25, top: "#e8e6de", legs: "#22304a" });
    box(
      child,
      paint(["#2f5a8a", "#c8502c", "#4a7a4a", "#8a3a6a", "#d8a02c"][i] as string),
      [0, 0.72, -0.16],
      [0.28, 0.36, 0.16],
    );
    mesh.place(child, [x, 0, rz], turn);
  });
  mesh.place(person({ seed: 330, top: "#b06a80", legs: "#d8d0c8", tall: 1.6 }), [0.4, 0, -14.8], 2.4);
  mesh.place(bench(), [-5.7, 0, -6.6], 1.2);
  blades(
    mesh,
    leaf("#b8341c", "#d8602c", 0.4),
    900,
    (c) => [-8.8 + between(c, -4.5, 4.5), -0.02, -7.5 + between(c, -4, 4)],
    0.06,
    3,
    0.4,
  );
  mesh.quad(ground("#4a5a2c", "#5f6a34"), [-200, -0.02, 30], [200, -0.02, 30], [200, -0.02, -250], [-200, -0.02, -250]);
  const toward: Vec = unit([-0.72, 0.52, 0.28]);
  return {
    width: 2400,
    height: 1600,
    seed: 13,
    mesh,
    eye: [0.6, 1.65, 3.2],
    at: [0, 3.5, -22],
    angle: 38,
    focus: 16,
    lens: 0.012,
    sky: sky({
      zenith: hex("#5f98dc"),
      horizon: hex("#dfe6e2"),
      glow: scale(hex("#fff0d0"), 1.3),
      toward,
      clouds: { share: 0.5, lit: scale(hex("#fffaf0"), 1.25), dark: hex("#aab8c8"), size: 1 },
    }),
    sun: { toward, light: scale(hex("#ffdcaa"), 5.6), spread: 0.012 },
    haze: { thick: 0.0025, thins: 0.03, light: () => scale(hex("#e4e2d4"), 0.85) },
    look: { exposure: 0.66, shadows: [0.97, 1, 1.05], lights: [1.02, 1, 0.96], contrast: 0.2 },
  };
}
