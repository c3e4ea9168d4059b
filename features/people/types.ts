import type { Role } from "#features/roles/roles.ts";

/** Something that takes two people: still waiting, or lately in force because a day went by without an answer. */
export type Notice = {
  about: "role" | "reset";
  id: number;
  person: { name: string; email: string };
  /** For a role. */
  role: Role | null;
  sectionName: string | null;
  /** null is the operator at the machine. */
  askedBy: string | null;
  /** Whether the one who looks has asked for it. */
  own: boolean;
  /** When it is, or came, into force. */
  from: Date;
  waits: boolean;
  mayAgree: boolean;
  mayObject: boolean;
};

export type HeldRole = {
  id: number;
  role: Role;
  sectionName: string | null;
  from: Date;
  waits: boolean;
};

export type Account = {
  id: number;
  name: string;
  email: string;
  demo: boolean;
  switchedOff: boolean;
  hasPassword: boolean;
  lastSeenAt: Date | null;
  roles: HeldRole[];
};

/** A section with how deep it stands. */
export type SectionOption = { id: number; name: string; depth: number };

/** An account that was made, or let in anew: approvers are told of each. */
export type AccountNews = {
  /** The lines of which it was put together. */
  ids: number[];
  deed: "made" | "role" | "reset" | "switched_on";
  person: { name: string; email: string };
  /** What was given with it, and until when each waits, in hours, when nobody agrees. */
  roles: { role: Role; sectionName: string | null; hours: number }[];
  /** How long the way in itself waits. */
  hours: number;
  /** null is the operator at the machine. */
  by: string | null;
  at: Date;
};
