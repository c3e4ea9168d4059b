import { redirect } from "next/navigation";

/** Every other address below the sign-in page leads to it. */
export default function NoSuchPage(): never {
  redirect("/login");
}
