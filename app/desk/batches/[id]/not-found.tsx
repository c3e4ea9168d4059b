import { NotThere } from "#components/desk/not-there.tsx";

/** A batch that is not there, or holds nothing for this person. */
export default function BatchNotFound() {
  return <NotThere what="batch" />;
}
