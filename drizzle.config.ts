import { defineConfig } from "drizzle-kit";

/** For developers only: `npx drizzle-kit generate` writes the next migration from db/schema. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
});
