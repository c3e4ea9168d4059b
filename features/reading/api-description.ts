import { PROBLEMS } from "#features/addresses/inside.ts";
import {
  apiArticlePath,
  apiArticlesPath,
  apiDescriptionPath,
  apiSearchPath,
  apiSectionsPath,
} from "#features/addresses/machines.ts";
import { FORMS } from "#features/kinds/article.ts";
import type { Site } from "./types.ts";
import { say } from "./words.ts";

const text = { type: "string" } as const;
const url = { type: "string", format: "uri" } as const;
const moment = { type: "string", format: "date-time" } as const;
const listOf = (items: object) => ({ type: "array", items });
const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (of: object, type = "application/json") => ({ content: { [type]: { schema: of } } });

/** What can be asked of a site's API, as a document of OpenAPI 3.1. */
export function describedApi(site: Site, origin: string) {
  const unchanged = { "304": { description: say("api.unchanged") } };
  const no = (...whys: (keyof typeof PROBLEMS | "gone")[]) =>
    Object.fromEntries(
      whys.map((why) => [
        why === "gone" ? 410 : PROBLEMS[why],
        { description: say(`api.problem.${why}.title`), ...json(schema("Problem"), "application/problem+json") },
      ]),
    );
  const refused = (words: "api.tooMany" | "api.busy") => ({
    ...{ description: say(words), ...json(schema("Problem"), "application/problem+json") },
  });
  return {
    openapi: "3.1.0",
    info: { title: say("api.title", { site: site.name }), description: say("api.description"), version: "1" },
    servers: [{ url: origin }],
    paths: {
      [apiArticlesPath]: {
        get: {
          operationId: "articles",
          summary: say("api.articles"),
          parameters: [parameter("section", say("api.section"), text), parameter("after", say("api.after"), INTEGER)],
          responses: {
            "200": { description: say("api.articles"), ...json(schema("Articles")) },
            ...{ ...unchanged, ...no("after", "section") },
          },
        },
      },
      // Written with a number that the pattern takes the place of.
      [apiArticlePath(0).replace(/0$/, "{number}")]: {
        get: {
          operationId: "article",
          summary: say("api.article"),
          parameters: [{ name: "number", in: "path", required: true, description: say("api.number"), schema: INTEGER }],
          responses: {
            "200": { description: say("api.article"), ...json(schema("Article")) },
            ...{ ...unchanged, ...no("unknown", "gone", "hidden") },
          },
        },
      },
      [apiSearchPath]: {
        get: {
          operationId: "search",
          summary: say("api.search"),
          parameters: [
            { ...parameter("q", say("api.q"), text), required: true },
            parameter("section", say("api.section"), text),
            parameter("kind", say("api.kind"), { enum: [...FORMS, "topic", "week", "page", "english"] }),
            parameter("year", say("api.year"), INTEGER),
            parameter("page", say("api.page"), INTEGER),
          ],
          responses: {
            "200": { description: say("api.search"), ...json(schema("Found")) },
            ...no("search", "section"),
            ...{ "429": refused("api.tooMany"), "503": refused("api.busy") },
          },
        },
      },
      [apiSectionsPath]: {
        get: {
          operationId: "sections",
          summary: say("api.sections"),
          responses: { "200": { description: say("api.sections"), ...json(schema("Sections")) }, ...unchanged },
        },
      },
      [apiDescriptionPath]: {
        get: {
          operationId: "description",
          summary: say("api.openapi"),
          responses: { "200": { description: say("api.openapi"), ...json({ type: "object" }) }, ...unchanged },
        },
      },
    },
    components: { schemas: SCHEMAS },
  };
}

const INTEGER = { type: "integer", minimum: 1 } as const;

const parameter = (name: string, description: string, of: object) => ({
  ...{ name, in: "query", description, schema: of },
});

/** As far as every answer has it; ninjs has more. */
const SCHEMAS = {
  Articles: {
    type: "object",
    required: ["articles", "next"],
    properties: { articles: listOf(schema("Article")), next: { type: ["string", "null"], format: "uri" } },
  },
  Found: {
    type: "object",
    required: ["articles", "count", "isMore", "meant", "isOfMeant", "next"],
    properties: {
      ...{ articles: listOf(schema("Article")), count: { type: "integer", minimum: 0 }, isMore: { type: "boolean" } },
      ...{ meant: { type: ["string", "null"] }, isOfMeant: { type: "boolean" } },
      ...{ next: { type: ["string", "null"], format: "uri" } },
    },
  },
  Article: {
    type: "object",
    description: "ninjs 2.1",
    externalDocs: { url: "https://iptc.org/standards/ninjs/" },
    required: ["uri", "type", "title", "firstcreated", "versioncreated", "representationtype"],
    properties: {
      ...{ uri: url, type: { const: "text" }, title: text, by: text, language: text },
      ...{ firstcreated: moment, versioncreated: moment, expires: moment, pubstatus: text },
      representationtype: { enum: ["full", "partial"] },
      headlines: listOf(schema("Words")),
      descriptions: listOf(schema("Words")),
      bodies: listOf(schema("Words")),
      subjects: listOf({ type: "object", properties: { name: text, rel: text } }),
      renditions: listOf(schema("Rendition")),
      associations: listOf({
        type: "object",
        required: ["name", "uri"],
        properties: {
          name: text,
          uri: url,
          type: { const: "picture" },
          by: text,
          renditions: listOf(schema("Rendition")),
        },
      }),
    },
  },
  Words: { type: "object", required: ["value"], properties: { role: text, contenttype: text, value: text } },
  Rendition: {
    type: "object",
    required: ["name"],
    properties: { name: text, href: url, contenttype: text, width: { type: "integer" }, height: { type: "integer" } },
  },
  Sections: {
    type: "object",
    required: ["sections"],
    properties: {
      sections: listOf({
        type: "object",
        required: ["id", "parent", "name", "slug", "href", "articles", "feeds"],
        properties: {
          ...{ id: INTEGER, parent: { type: ["integer", "null"] }, name: text, slug: text, href: url, articles: url },
          feeds: { type: "object", properties: { rss: url, atom: url, json: url } },
        },
      }),
    },
  },
  Problem: {
    type: "object",
    required: ["title", "status", "detail"],
    properties: {
      ...{ title: text, status: { type: "integer" }, detail: text },
      reason: { enum: ["error", "merged", "authority", "expired", "person"] },
    },
  },
} as const;
