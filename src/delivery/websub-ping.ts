/**
 * Notifies a hub that a feed has changed. WebSub §6 leaves the format open; every hub accepts that of PubSubHubbub 0.4
 * (`hub.mode` and `hub.url`), and some need `hub.topic`.
 */
export function websubPing(
  hub: string,
  topic: string,
): { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array } {
  const fields = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic })
  return {
    url: hub,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new TextEncoder().encode(String(fields)),
  }
}
