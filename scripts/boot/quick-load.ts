import { enableCompileCache } from "node:module";

// Loaded before a process's own modules: what Node makes of them is kept for its next life, in the folder that the address
// of this file names. Not in the system's folder for temporary files, where others could write what we run.

const folder = new URL(import.meta.url).searchParams.get("in");
if (folder) enableCompileCache(folder);
