-- Lists say of a notice that it holds no more.
update document_kinds set card_fields = array['kicker', 'standfirst', 'kind', 'lead', 'validUntil'] where name = 'article';
