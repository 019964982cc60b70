"""The search index: Pagefind finds words in texts, a few small files beside it do the rest.

Under `pagefind/` of a site lie Pagefind's own files and

- `search.json`: how many papers and files of keys there are;
- `papers.json`: what papers can be narrowed by and put in order by;
- `keys/`: which paper bears exactly this title, arXiv id or author's name;
- `words.json`: the words of titles, names and abstracts, for who mistyped one.

Why it is so: docs/adr/0011-search.md.
"""
