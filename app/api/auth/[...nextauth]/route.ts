import { answerAuth } from "#features/identity/session.ts";

export { answerAuth as GET, answerAuth as POST };
