import type { FeedId, SourceId } from './ids.ts'

/** A publisher (schema.org NewsMediaOrganization); has feeds. */
export type Source = {
  readonly id: SourceId
  readonly name: string
  readonly homeUrl: string
  /** The owner, else the host. Outlets of one family don't count as independent of each other. */
  readonly family?: string
}

export type Feed = {
  readonly id: FeedId
  readonly sourceId: SourceId
  readonly url: string
  readonly title: string
  readonly siteUrl?: string
}

/** A feed's hub, and the feed's own URL there (WebSub §4: `rel=hub`, `rel=self`). */
export type NamedHub = { readonly hub: string; readonly topic: string }

/** The same from the Link headers of a response; absolute URLs. */
export type HubLinks = { readonly hub?: string; readonly self?: string }

/** Kind of request to a hub (WebSub §5.1). */
export type HubMode = 'subscribe' | 'unsubscribe'

/**
 * How a feed's entries come in: `feed` is a document polled and parsed as RSS, Atom or JSON Feed; `sitemap` a news sitemap;
 * `page` a web page whose entries a rule finds; `mail` newsletters, which are delivered to us and never polled.
 */
export type Intake = 'feed' | 'sitemap' | 'page' | 'mail'
