/** A feed's hub, and the feed's own URL there (WebSub §4: `rel=hub`, `rel=self`). */
export type NamedHub = { readonly hub: string; readonly topic: string }

/** The same from the Link headers of a response; absolute URLs. */
export type HubLinks = { readonly hub?: string; readonly self?: string }

/** Kind of request to a hub (WebSub §5.1). */
export type HubMode = 'subscribe' | 'unsubscribe'
