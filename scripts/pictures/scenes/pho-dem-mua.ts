import { between, chance } from "../chance.ts";
import { ball, box, Mesh, tube } from "../mesh.ts";
import { person } from "../people.ts";
import type { Lamp, Scene } from "../scene.ts";
import { house, lampPost, motorbike, wires } from "../streets.ts";
import { cloth, glowing, ground, ripples } from "../stuff.ts";
import { add, hex, scale, type Vec } from "../vec.ts";

/** A street of shops at night, in the rain, its lights lying on the asphalt. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(51);
  const lamps: Lamp[] = [];
  const asphalt = ground("#17181a", "#232427", 0.5, 14);
  mesh.quad(
    { ...asphalt, mirror: 0.09, rough: 0.018, bend: ripples(0.055, 2.2, 1) },
    [-60, 0, 12],
    [60, 0, 12],
    [60, 0, -140],
    [-60, 0, -140],
  );
  const signs = ["#ff3b52", "#ffb43c", "#37c8ff", "#ff6ad0", "#6dff9a", "#fff0d0"];
  for (const side of [-1, 1]) {
    let z = 2;
    for (let i = 0; i < 20; i++) {
      const width = between(one, 3.8, 5.2);
      const sign = one() > 0.4 ? (signs[Math.floor(one() * signs.length)] as string) : undefined;
      const built = house({
        seed: i * 7 + side + 300,
        width,
        floors: Math.floor(between(one, 2, 5)),
        lit: 0.55,
        bright: 2.6,
        ...(sign && { sign }),
        shop: one() > 0.35 ? "open" : "shutter",
      });
      mesh.place(built, [side * 6.4, 0.15, z - width / 2], side < 0 ? Math.PI / 2 : -Math.PI / 2);
      lamps.push({
        at: [side * 5.2, 2.3, z - width / 2],
        radius: 0.5,
        light: scale(hex("#ffc98a"), between(one, 3, 9)),
      });
      if (sign) lamps.push({ at: [side * 5.4, 3.6, z - width / 2], radius: 0.5, light: scale(hex(sign), 5) });
      z -= width;
    }
    box(
      mesh,
      { ...ground("#3a3835", "#4a4744", 2, 12), mirror: 0.05, rough: 0.1, bend: ripples(0.03, 3) },
      [side * 5.4, 0, -60],
      [2.6, 0.15, 150],
    );
  }
  for (let i = 0; i < 6; i++) {
    const side = i % 2 === 0 ? -1 : 1;
    const at = lampPost(mesh, [side * 4.3, 0.1, -6 - i * 11], [-side * 1.5, 0, 0], 6, glowing("#ffdca8", 22));
    lamps.push({ at, radius: 0.2, light: scale(hex("#ffcf90"), 62) });
  }
  const walker = (at: Vec, turn: number, seed: number, umbrella: string) => {
    const who = new Mesh();
    who.place(person({ seed, doing: "walk" }), [0, 0, 0]);
    const top: Vec = [0.18, 2.02, 0.12];
    tube(who, cloth("#222222"), [0.2, 1.0, 0.15], top, 0.012);
    const skin = cloth(umbrella, 0.5);
    for (let k = 0; k < 16; k++) {
      const rim = (j: number): Vec =>
        add(top, [0.6 * Math.cos((j * Math.PI) / 8), -0.3 - 0.03 * (j % 2), 0.6 * Math.sin((j * Math.PI) / 8)]);
      const half = (j: number): Vec =>
        add(top, [0.36 * Math.cos((j * Math.PI) / 8), -0.09, 0.36 * Math.sin((j * Math.PI) / 8)]);
      who.triangle(skin, top, half(k), half(k + 1));
      who.quad(skin, half(k), rim(k), rim(k + 1), half(k + 1));
    }
    mesh.place(who, at, turn);
  };
  walker([-1.15, 0, -5.6], 3.05, 31, "#8f1d24");
  walker([0.0, 0, -13], 3.3, 34, "#22405e");
  walker([4.9, 0.15, -15], 0.2, 38, "#b98a2c");
  walker([-5, 0.15, -19], 3, 39, "#3b5a48");
  walker([-4.8, 0.15, -30], 0, 41, "#7a2a5a");
  for (const [x, z, c] of [
    [2.1, -15, "#8a1c1c"],
    [1.1, -27, "#1d3550"],
    [2.7, -38, "#3a3a3a"],
  ] as const) {
    const ride = motorbike(c, 26);
    ride.place(person({ seed: Math.floor(-z), doing: "sit", hat: "cap", top: "#3d4f7a" }), [0, 0.33, -0.3]);
    mesh.place(ride, [x, 0, z], -0.05);
    lamps.push({ at: [x, 0.95, z + 0.75], radius: 0.05, light: scale(hex("#fff0d0"), 7) });
  }
  mesh.place(motorbike("#30506a"), [4.75, 0.15, -7.2], 0.9);
  mesh.place(motorbike("#6a2a22"), [4.85, 0.15, -8.6], 0.9);
  mesh.place(motorbike("#444444"), [-4.8, 0.15, -9.5], -0.8);
  wires(mesh, [-4.3, 6.4, 3], [4.3, 6.6, -20], 5, 1, 0.5);
  wires(mesh, [-4.6, 6.2, 4], [-4.6, 6.2, -60], 6, 2, 0.6);
  wires(mesh, [4.6, 6.5, 4], [4.6, 6.3, -60], 6, 3, 0.6);
  const drop = { colour: [0, 0, 0] as Vec, emit: scale(hex("#c8d4e4"), 0.13), lamp: true };
  for (let i = 0; i < 5200; i++) {
    const far = 2.5 + 26 * one();
    const [x, y, long, w] = [
      between(one, -0.42, 0.42) * far,
      between(one, 0, 1.1) * far * 0.9,
      between(one, 0.2, 0.4),
      0.0016,
    ];
    const p: Vec = [x, y, 6 - far];
    mesh.triangle(drop, p, [p[0] + w * 2, p[1], p[2]], [p[0] - 0.05 * long, p[1] + long, p[2]]);
    if (i % 3 === 0) ball(mesh, drop, [x * 1.4, 0.02, 6 - far], [0.02, 0.012, 0.02], 3);
  }
  return {
    width: 1600,
    height: 2400,
    rays: 5,
    seed: 5,
    mesh,
    eye: [0.15, 1.5, 5.4],
    at: [-0.1, 2.3, -14],
    angle: 52,
    focus: 12,
    lens: 0.02,
    sky: (d) => scale(hex("#2a3348"), 0.4 + 0.5 * Math.max(0, 1 - d[1] * 2)),
    lamps,
    rest: [0.03, 0.03, 0.035],
    haze: { thick: 0.008, thins: 0.06, light: (d) => scale(hex("#8a7a6a"), 0.34 + 0.12 * Math.max(0, -d[2])) },
    look: {
      exposure: 0.95,
      shadows: [0.92, 1, 1.14],
      lights: [1.04, 1, 0.95],
      contrast: 0.2,
      glow: 0.16,
      corners: 0.45,
    },
  };
}
