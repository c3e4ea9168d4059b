/** What readers are told of what a generative program has made or changed. @param after the source that it stands behind */
export function AiMark({ after, children }: { after: string; children: string }) {
  return (
    <>
      {after === "" ? "" : " · "}
      <strong className="by-ai">{children}</strong>
    </>
  );
}
