/**
 * What looking at the page of an article again came to. `changed`: it says something else, which is kept as a new revision;
 * `unchanged`: the same, or other only in what stands around it; `less`: less of the article is to be had than we hold;
 * `other-page`: another text stands at its address, or it leads to the front page; `missing`: there is no page at it any more (404);
 * `gone`: its server says that it was taken away for good (410); `refused`: the site closes it to programs; `failed`: it could not be
 * had.
 */
export type LookOutcome = 'changed' | 'unchanged' | 'less' | 'other-page' | 'missing' | 'gone' | 'refused' | 'failed'
