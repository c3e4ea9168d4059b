import { NotThere } from "#components/desk/not-there.tsx";

/** An article that is not there, or not for this person. */
export default function ArticleNotFound() {
  return <NotThere what="article" />;
}
