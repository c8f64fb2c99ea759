import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { type Link, type Place, placeName, placesFor } from './places.ts'

const ways = new WeakMap<Reader['words'], Map<string, Html>>()

/** Where one can go, and who is signed in. All but the last is the same on every page of a place, and is written once. */
export function navigation(reader: Reader, current: Place | undefined): Html {
  const { words } = reader
  const places = placesFor(reader)
  const known = ways.get(words) ?? new Map<string, Html>()
  ways.set(words, known)
  const as = `${current} ${places.map(({ id, path }) => id + path).join(' ')}`
  const written = known.get(as) ?? writeWays(reader, current, places)
  known.set(as, written)
  return html`${written}${who(reader)}</ul></details></li></ul></nav>`
}

/**
 * Where one can go: a bar, and the rest in a disclosure that opens without script. On a phone it is a bar of icons
 * within reach of the thumb, and what has no room there stands under More (a link that is not shown is not read out).
 */
function writeWays(reader: Reader, current: Place | undefined, all: readonly Link[]): Html {
  const { words } = reader
  const inBar = all.filter(({ at }) => at !== 'more')
  const inMore = all.filter(({ at }) => at !== 'bar')
  const isInMore = inMore.some(({ id, at }) => id === current && at === 'more')
  return html`<nav class="places" aria-label="${words.mainNavigation}"><ul class="in-bar">${inBar.map((place) => item(place, true))}
<li><details class="more-places" name="places"><summary${isInMore && html` class="on"`}>${icon('M5 7h14M5 12h14M5 17h14')}${words.frame.more}</summary>
<ul>${inMore.map((place) => item(place, false))}`

  function item({ id, path, key, at, icon: drawing }: Link, isBar: boolean): Html {
    // A place that stands twice, for wide and narrow windows, is pressed by its key once.
    const pressed = (isBar || at === 'more') && html` data-key="${key}"`
    return html`<li${at === 'wide' && (isBar ? html` class="wide"` : html` class="narrow"`)}><a href="${path}"${pressed}${id === current && html` aria-current="page"`}>${drawing && isBar && icon(drawing)}${placeName(id, reader)}</a></li>`
  }
}

/** Who is signed in, which leads to their account and the way out; for a guest the way in. */
function who({ identity, words }: Reader): Html | undefined {
  if (!identity || identity.role === 'guest')
    return identity && html`<li><a href="/sign-in">${words.accounts.signIn}</a></li>`
  const { mine, signOut } = words.accounts
  return html`<li><a href="/settings/account">${identity.name ? html`<bdi>${identity.name}</bdi> · ${signOut}` : mine}</a></li>`
}

function icon(drawing: string): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false"><path d="${drawing}"/></svg>`
}
