import type common from "#messages/vi/common.json";
import type desk from "#messages/vi/desk.json";
import type editor from "#messages/vi/editor.json";
import type front from "#messages/vi/front.json";
import type imports from "#messages/vi/import.json";
import type library from "#messages/vi/library.json";
import type login from "#messages/vi/login.json";
import type mail from "#messages/vi/mail.json";
import type people from "#messages/vi/people.json";
import type replacing from "#messages/vi/replacing.json";
import type rights from "#messages/vi/rights.json";
import type site from "#messages/vi/site.json";
import type terms from "#messages/vi/terms.json";

/** A key that no message file has does not compile. */
declare module "next-intl" {
  interface AppConfig {
    Messages: {
      common: typeof common;
      desk: typeof desk;
      editor: typeof editor;
      front: typeof front;
      import: typeof imports;
      library: typeof library;
      login: typeof login;
      mail: typeof mail;
      people: typeof people;
      replacing: typeof replacing;
      rights: typeof rights;
      site: typeof site;
      terms: typeof terms;
    };
  }
}
