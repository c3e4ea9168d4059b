import type { Metadata } from "next";
import "#components/site/pages.css";
import { FileView } from "#components/site/file-view.tsx";
import { fileMetadata } from "#components/site/page-metadata.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { filePage } from "#features/reading/file-page.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";

type Props = { params: Promise<{ site: string; id: string }> };

async function fileOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { id } = await params;
  const file = await filePage(site.id, Number(id));
  if (file === null) throw new Error(`File ${id} of ${site.key} is handed out by no live text.`);
  return { site, file };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, file } = await fileOf(params);
  return fileMetadata(site, originOf(site), file);
}

/** @throws when no live text hands it out: the front asked first and answers 404 itself */
export default async function FilePage({ params }: Props) {
  const { file } = await fileOf(params);
  return (
    <SitePage {...(await frameOf(params))}>
      <FileView file={file} />
    </SitePage>
  );
}
