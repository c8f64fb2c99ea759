/**
 * How the entries of a feed come in: `feed` is a document polled and parsed as RSS, Atom or JSON Feed; `sitemap` a news sitemap;
 * `page` a page of which a rule makes entries; `mail` letters, which arrive by themselves and are never polled.
 */
export const intakes = ['feed', 'sitemap', 'page', 'mail'] as const
export type Intake = (typeof intakes)[number]
