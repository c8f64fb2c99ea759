/**
 * How a feed's entries come in: `feed` is a document polled and parsed as RSS, Atom or JSON Feed; `sitemap` a news sitemap;
 * `page` a web page whose entries a rule finds; `mail` newsletters, which are delivered to us and never polled.
 */
export type Intake = 'feed' | 'sitemap' | 'page' | 'mail'
