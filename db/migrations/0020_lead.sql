-- Lists show an article's lead picture beside its headline.
update document_kinds set card_fields = array['kicker', 'standfirst', 'kind', 'lead'] where name = 'article';
