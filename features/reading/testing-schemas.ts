import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { RelaxNGValidator, XmlDocument, XmlValidateError } from "libxml2-wasm";

/*
 * What we send to machines, held against what its specification says. The schemas lie in fixtures/schemas, each with its source; that of
 * OpenAPI comes with its validator.
 */

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures/schemas", name), "utf8");

/** What is wrong with an XML document; nothing is. @throws where it is no XML */
export function xmlFaults(schema: "atom" | "opensearch" | "rss" | "sitemap" | "sitemap-news", xml: string): string[] {
  using rules = XmlDocument.fromString(fixture(`${schema}.rng`));
  using validator = RelaxNGValidator.fromDoc(rules);
  using document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlValidateError)
      return error.details.map(({ message, line }) => `${line}: ${message.trim()}`);
    throw error;
  }
}

/** The text of each element that a path of XPath finds. @param names prefixes of namespaces in it */
export function textsIn(xml: string, path: string, names: Record<string, string> = {}): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(path, names).map(({ content }) => content);
}

/** The same of JSON. */
export function jsonFaults(schema: "jsonfeed-1.1" | "ninjs-2.1" | "web-manifest", value: unknown): string[] {
  return schemaFaults(JSON.parse(fixture(`${schema}.json`)), value);
}

/** The same by a schema that is at hand. */
export function schemaFaults(schema: object, value: unknown): string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The same of a description of an API. */
export async function openApiFaults(described: object): Promise<string[]> {
  const { valid, errors } = await new Validator().validate(structuredClone(described) as Record<string, unknown>);
  return valid ? [] : [JSON.stringify(errors)];
}
