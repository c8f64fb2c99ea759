/**
 * Result of rechecking an article's page. `changed`: the text differs and is stored as a new revision; `unchanged`: only the
 * page around it differs, if anything; `less`: less of the article is available than we have; `other-page`: the URL has another
 * text or leads to the front page; `missing`: page not found (404); `gone`: deleted permanently (410); `refused`: the site
 * blocks programs; `failed`: the request failed.
 */
export type RecheckOutcome = 'changed' | 'unchanged' | 'less' | 'other-page' | 'missing' | 'gone' | 'refused' | 'failed'
