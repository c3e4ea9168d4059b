import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useSent } from "#components/ui/use-sent.ts";

/** A press on what others press as well: after a yes, and where somebody else has pressed meanwhile, the screen is drawn anew. */
export function useChoice<T>(...[action, onYes]: Parameters<typeof useSent<T>>) {
  const router = useRouter();
  const sent = useSent(action, onYes);
  const { outcome } = sent;
  useEffect(() => {
    if (outcome?.ok === false && outcome.code === "out_of_date") router.refresh();
  }, [outcome, router]);
  return sent;
}
