/** Where a feed says that its changes are told, and the address it goes by there (WebSub §4: `rel=hub`, `rel=self`). */
export type NamedHub = { readonly hub: string; readonly topic: string }

/** What an HTTP answer says of that in its Link fields; absolute addresses. */
export type HubLinks = { readonly hub?: string; readonly self?: string }

/** What a hub is asked for (WebSub §5.1). */
export type HubMode = 'subscribe' | 'unsubscribe'
