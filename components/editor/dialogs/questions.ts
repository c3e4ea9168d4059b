import type { Editor } from "@tiptap/react";
import type { useTranslations } from "next-intl";
import { safeHref, withinSite } from "#features/text/address.ts";
import { trueHostHint } from "../fields/true-host.ts";
import { listAround, setStart } from "../toolbar/commands.ts";
import type { Question } from "./ask.tsx";

type Words = ReturnType<typeof useTranslations<"editor">>;

/** What people type for an address, made whole: "sen-ho.example/tin" is https, "ubnd@sen-ho.example" is mail. */
function wholeAddress(typed: string): string {
  const text = typed.trim();
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  if (/^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#:].*)?$/u.test(text)) return `https://${text}`;
  return text;
}

export function askForLink(editor: Editor, t: Words): Question {
  const { href } = editor.getAttributes("link");
  const isLink = typeof href === "string";
  return {
    title: t("link.title"),
    label: t("link.label"),
    hint: (answer) => trueHostHint(wholeAddress(answer), t) ?? t("link.hint"),
    value: isLink ? href : "",
    done: t("link.done"),
    inputMode: "url",
    maxLength: 2048,
    problem: (answer) => (safeHref(wholeAddress(answer)) === null ? t("link.problem") : null),
    onAnswer(answer) {
      const address = withinSite(wholeAddress(answer), location.origin);
      const chain = editor.chain().focus();
      if (isLink) chain.extendMarkRange("link").setLink({ href: address }).run();
      else if (!editor.state.selection.empty) chain.setLink({ href: address }).run();
      else
        chain
          .insertContent({ type: "text", text: answer.trim(), marks: [{ type: "link", attrs: { href: address } }] })
          .run();
    },
    ...(isLink
      ? {
          remove: {
            label: t("link.remove"),
            onPress: () => editor.chain().focus().extendMarkRange("link").unsetLink().run(),
          },
        }
      : {}),
  };
}

export function askForTableName(editor: Editor, t: Words): Question {
  return {
    title: t("table.title"),
    label: t("table.label"),
    hint: () => t("table.hint"),
    value: String(editor.getAttributes("table").caption ?? ""),
    done: t("done"),
    maxLength: 300,
    problem: () => null,
    onAnswer: (caption) => editor.chain().focus().updateAttributes("table", { caption }).run(),
  };
}

export function askForListStart(editor: Editor, t: Words): Question {
  return {
    title: t("list.title"),
    label: t("list.label"),
    value: String(listAround(editor.state.selection)?.node.attrs.start ?? 1),
    done: t("done"),
    inputMode: "numeric",
    maxLength: 3,
    problem: (answer) => (/^[1-9]\d{0,2}$/.test(answer.trim()) ? null : t("list.problem")),
    onAnswer: (answer) => setStart(editor, Number(answer)),
  };
}
