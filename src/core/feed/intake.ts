/**
 * How the entries of a feed come in: `feed` is a document polled and parsed as RSS, Atom or JSON Feed; `sitemap` a news sitemap;
 * `page` a page of which a rule makes entries; `mail` letters, which arrive by themselves and are never polled.
 */
export type Intake = 'feed' | 'sitemap' | 'page' | 'mail'
