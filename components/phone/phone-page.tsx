"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { OnItsWay } from "#components/editor/files/on-its-way.tsx";
import type { Uploader } from "#components/editor/files/uploader.ts";
import { useChooser } from "#components/editor/files/use-chooser.tsx";
import { useUpload } from "#components/editor/files/use-upload.ts";
import { useUploads } from "#components/editor/files/use-uploads.ts";
import { Heading } from "#components/sign-in/heading.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import { phonePath, phoneUploadsPath } from "#features/addresses/desk.ts";
import { TOKEN_HEADER } from "#features/edge/token-header.ts";
import { newBlockId } from "#features/text/block-id.ts";

type Opened = { token: string; name: string } | { sentence: string | null };

/** A phone that brings pictures for somebody; the secret that lets it do so stands in the address behind the #. */
export function PhonePage() {
  const t = useTranslations("login.phone");
  const [opened, setOpened] = useState<Opened | null>(null);
  const [tried, setTried] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let latest = "";
    async function open() {
      const token = window.location.hash.slice(1);
      latest = token;
      setOpened(null);
      const said = await ask(token);
      if (latest === token) setOpened(said);
    }
    void open();
    // Another code read into the same window changes only what stands behind the #.
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, [tried]);
  return (
    <>
      <Heading>{t("title")}</Heading>
      {opened === null ? <p role="status">{t("opening")}</p> : null}
      {opened !== null && "sentence" in opened ? (
        <>
          <Note look="warning">{opened.sentence ?? t("notOpened")}</Note>
          {opened.sentence === null ? <Button onClick={() => setTried(tried + 1)}>{t("again")}</Button> : null}
        </>
      ) : null}
      {opened !== null && "token" in opened ? <Bringing key={opened.token} {...opened} /> : null}
    </>
  );
}

async function ask(token: string): Promise<Opened> {
  try {
    const answer = await fetch(phonePath, { headers: { [TOKEN_HEADER]: token }, redirect: "manual" });
    const { name, sentence } = (await answer.json()) as { name?: string; sentence?: string };
    return name === undefined ? { sentence: sentence ?? null } : { token, name };
  } catch {
    return { sentence: null };
  }
}

function Bringing({ token, name }: { token: string; name: string }) {
  const t = useTranslations("login.phone");
  const [ids, setIds] = useState<readonly string[]>([]);
  const uploads = useUploads(token, {
    whose: token.slice(0, 8),
    endpoint: phoneUploadsPath,
    headers: { [TOKEN_HEADER]: token },
  });
  useEffect(() => uploads.heldBy(() => true), [uploads]);
  const bring = (files: File[]) => {
    const brought = files.map((file) => ({ id: newBlockId(), file }));
    for (const { id, file } of brought) uploads.bring(id, file);
    setIds((before) => [...brought.map(({ id }) => id).toReversed(), ...before]);
  };
  const camera = useChooser({ camera: true, onChosen: bring });
  const chooser = useChooser({ multiple: true, onChosen: bring });
  return (
    <>
      <p className="break-words">{t("about", { name })}</p>
      <Actions
        main={
          <Button look="main" onClick={camera.choose}>
            {t("take")}
          </Button>
        }
        out={<Button onClick={chooser.choose}>{t("choose")}</Button>}
      />
      {camera.field}
      {chooser.field}
      <ul className="space-y-3">
        {ids.map((id) => (
          <Sent key={id} {...{ id, uploads }} />
        ))}
      </ul>
    </>
  );
}

function Sent({ id, uploads }: { id: string; uploads: Uploader }) {
  const t = useTranslations("login.phone");
  const upload = useUpload(uploads, id);
  const picture = uploads.pictureOf(id);
  const [isUnknown, setUnknown] = useState(false);
  if (upload === undefined) return null;
  const look = upload.kind === "refused" ? "border-danger text-danger" : "border-line";
  return (
    <li className={`grid grid-cols-[5rem_minmax(0,1fr)] items-center gap-3 rounded border bg-field p-2 ${look}`}>
      <div className="aspect-square overflow-clip rounded bg-paper">
        {picture === undefined || isUnknown ? null : (
          // biome-ignore lint/performance/noImgElement: it lies on this phone
          <img src={picture} alt="" className="size-full object-cover" onError={() => setUnknown(true)} />
        )}
      </div>
      {upload.kind === "arrived" ? (
        <p role="status" className="font-semibold break-words text-ok">
          {t("came", { name: upload.name })}
        </p>
      ) : (
        <OnItsWay
          className="figure-said"
          upload={upload}
          onCancel={() => uploads.cancel(id)}
          onAgain={() => uploads.again(id)}
        />
      )}
    </li>
  );
}
