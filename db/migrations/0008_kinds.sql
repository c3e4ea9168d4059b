-- What goes through the workflow. The law asks here how to read a text and knows none of them by name.
insert into document_kinds (name, title_field, slug_field, section_field, card_fields, single) values
  ('article', 'headline', 'slug', 'sectionId', '{kicker,standfirst,kind}', false),
  ('page', 'title', 'slug', null, '{place}', false),
  ('site', 'name', null, null, '{}', true);
