import { NotThere } from "#components/desk/not-there.tsx";

/** A file that the site does not have. */
export default function FileNotFound() {
  return <NotThere what="file" />;
}
