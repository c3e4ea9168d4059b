import { NotThere } from "#components/desk/not-there.tsx";

/** An address of the desk that none of its pages has. */
export default function DeskNotFound() {
  return <NotThere what="page" />;
}
