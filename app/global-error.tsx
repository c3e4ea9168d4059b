"use client";

import front from "#messages/vi/front.json" with { type: "json" };

/**
 * What stands when not even the desk's frame can be drawn, as while the database is away. Readers meet the front's own
 * page instead. Without a style sheet, which every page would get.
 */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="vi" style={{ colorScheme: "light dark" }}>
      <body style={{ font: "1.125rem/1.6 system-ui, sans-serif", margin: 0 }}>
        <title>{front.desk.title}</title>
        <main style={{ margin: "0 auto", maxWidth: "36rem", padding: "4rem 1.125rem" }}>
          <h1 style={{ fontSize: "1.5rem", lineHeight: 1.3 }}>{front.desk.title}</h1>
          <p>{front.desk.words}</p>
          {error.digest && (
            <p>
              {front.desk.code} {error.digest}
            </p>
          )}
          <button
            type="button"
            style={{ font: "inherit", fontWeight: 600, minHeight: "2.75rem", padding: "0.5rem 1rem" }}
            onClick={() => location.reload()}
          >
            {front.desk.again}
          </button>
        </main>
      </body>
    </html>
  );
}
