/** Addresses of what citizens ask and are answered: the answers, the form of a question, and where one is looked up by its code. */
export const QUESTIONS = "hoi-dap";
export const askPath = `/${QUESTIONS}/gui`;
export const lookUpPath = `/${QUESTIONS}/tra-cuu`;

/** What a form sends there, and what it is called (`Drawable`). */
const FORMS: Readonly<Record<string, "ask" | "look_up">> = { [askPath]: "ask", [lookUpPath]: "look_up" };

/** The form that an address is, in its only spelling, whatever stands behind its `?`; undefined of any other. */
export const formAt = (url: string): "ask" | "look_up" | undefined => FORMS[url.split("?", 1)[0] ?? url];
