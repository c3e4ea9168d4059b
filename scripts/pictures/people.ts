import { type Chance, chance, oneOf } from "./chance.ts";
import { ball, type Material, Mesh, tube } from "./mesh.ts";
import { cloth, paint } from "./stuff.ts";
import { add, type Vec } from "./vec.ts";

const SKIN = paint("#a9744f", 0.05);
const HAIR = paint("#17120f", 0.1);
const STRAW = cloth("#d9c18a", 0.3);
const TOPS = [
  "#b9c4c9",
  "#7d3b3a",
  "#3d5870",
  "#8a8f6a",
  "#c9b8a0",
  "#5f6f52",
  "#a65f43",
  "#44506b",
  "#d8d3c8",
] as const;
const LEGS = ["#22262e", "#2f3542", "#3b332c", "#4b4f57"] as const;

export type Pose = {
  seed: number;
  /** 1.6 for grown-ups. */
  tall?: number;
  doing?: "stand" | "walk" | "sit" | "squat" | "run" | "reach";
  hat?: "cone" | "cap" | "none";
  top?: string;
  legs?: string;
};

/** A person seen from afar: no face, looking to +z. */
export function person(pose: Pose): Mesh {
  const mesh = new Mesh();
  const one = chance(pose.seed);
  const top = cloth(pose.top ?? oneOf(one, TOPS), 0);
  const legs = cloth(pose.legs ?? oneOf(one, LEGS), 0);
  const { doing = "stand", hat = "none" } = pose;
  const hip = doing === "sit" ? 0.48 : doing === "squat" ? 0.3 : 0.86;
  const lean =
    doing === "squat" ? 0.22 : doing === "run" ? 0.16 : doing === "sit" ? 0.06 : doing === "reach" ? 0.2 : 0.03;
  const neck: Vec = [0, hip + 0.52, lean];
  legsOf(mesh, legs, doing, hip, one);
  const body = (t: number, w: number, d: number) =>
    ball(mesh, top, [0, hip + 0.02 + 0.44 * t, lean * t], [w, 0.17, d], 8);
  body(0.05, 0.165, 0.13);
  body(0.35, 0.165, 0.125);
  body(0.65, 0.185, 0.125);
  body(0.9, 0.19, 0.11);
  tube(mesh, SKIN, neck, add(neck, [0, 0.1, 0.01]), 0.05, 0.05, 8);
  const head = add(neck, [0, 0.18, 0.03]);
  ball(mesh, SKIN, head, [0.085, 0.115, 0.1], 8);
  ball(mesh, HAIR, add(head, [0, 0.03, -0.025]), [0.095, 0.11, 0.1], 8);
  if (hat === "cone") {
    const peak = add(head, [0, 0.22, 0]);
    const rim = (i: number): Vec => add(head, [0.27 * Math.cos(i), 0.04, 0.27 * Math.sin(i)]);
    for (let i = 0; i < 20; i++) mesh.triangle(STRAW, rim((i * Math.PI) / 10), rim(((i + 1) * Math.PI) / 10), peak);
  }
  if (hat === "cap") ball(mesh, top, add(head, [0, 0.055, 0.01]), [0.105, 0.085, 0.13], 8);
  armsOf(mesh, top, doing, neck, one);
  const sized = new Mesh();
  sized.place(mesh, [0, 0, 0], 0, (pose.tall ?? 1.6) / 1.62);
  return sized;
}

function legsOf(mesh: Mesh, m: Material, doing: NonNullable<Pose["doing"]>, hip: number, one: Chance): void {
  const stride = doing === "walk" ? 0.2 : doing === "run" ? 0.38 : 0.03;
  for (const side of [-1, 1]) {
    const from: Vec = [side * 0.085, hip, 0];
    const swing = side * stride * (one() > 0.5 ? 1 : 0.9);
    const knee: Vec =
      doing === "sit"
        ? [side * 0.1, 0.47, 0.4]
        : doing === "squat"
          ? [side * 0.16, 0.45, 0.34]
          : [side * 0.09, hip * 0.54, swing * 0.6 + 0.04];
    const foot: Vec =
      doing === "sit"
        ? [side * 0.1, 0.06, 0.42]
        : doing === "squat"
          ? [side * 0.13, 0.05, 0.1]
          : [side * 0.09, doing === "run" && swing < 0 ? 0.32 : 0.05, swing * 1.05];
    tube(mesh, m, from, knee, 0.085, 0.065, 8);
    ball(mesh, m, knee, 0.065, 6);
    tube(mesh, m, knee, foot, 0.062, 0.045, 8);
    ball(mesh, HAIR, add(foot, [0, -0.01, 0.05]), [0.045, 0.04, 0.11], 6);
  }
}

function armsOf(mesh: Mesh, m: Material, doing: NonNullable<Pose["doing"]>, neck: Vec, one: Chance): void {
  for (const side of [-1, 1]) {
    const shoulder = add(neck, [side * 0.18, -0.06, 0]);
    const swing = doing === "walk" || doing === "run" ? -side * (doing === "run" ? 0.3 : 0.14) : 0.05 * one();
    const ahead = doing === "sit" || doing === "squat" || doing === "reach";
    const elbow = add(shoulder, ahead ? [side * 0.05, -0.22, 0.14] : [side * 0.06, -0.26, swing * 0.5]);
    const hand = add(elbow, ahead ? [-side * 0.06, doing === "reach" ? 0.02 : -0.1, 0.24] : [0, -0.2, swing + 0.06]);
    tube(mesh, m, shoulder, elbow, 0.055, 0.045, 8);
    ball(mesh, m, shoulder, 0.062, 6);
    ball(mesh, SKIN, elbow, 0.043, 6);
    tube(mesh, SKIN, elbow, hand, 0.038, 0.03, 8);
    ball(mesh, SKIN, hand, 0.042, 6);
  }
}
