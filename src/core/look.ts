/**
 * What looking at the page of an article again came to. `changed`: it says something else, which is kept as a new revision;
 * `unchanged`: the same, or other only in what stands around it; `less`: less of the article is to be had than we hold;
 * `other-page`: another text stands at its address; `gone`: its server says that it was taken away for good (410); `refused`: the site
 * closes it to programs; `failed`: it could not be had.
 */
export type LookOutcome = 'changed' | 'unchanged' | 'less' | 'other-page' | 'gone' | 'refused' | 'failed'
