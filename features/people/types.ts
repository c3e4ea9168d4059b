import type { Role } from "#features/identity/roles.ts";

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
export type Place = { id: number; name: string; depth: number };
