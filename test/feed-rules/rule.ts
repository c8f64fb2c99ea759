import { parseHTML } from 'linkedom'

/** A rule that a feed breaks: where it stands, and what is wrong. */
export type Broken = { readonly rule: string; readonly found: string }

/** Notes what breaks a rule; the rules of a format are a list of such notes. */
export type Check = (rule: string, isKept: boolean, found?: unknown) => void

/** Collects what is broken. */
export function checking(): { readonly broken: Broken[]; readonly check: Check } {
  const broken: Broken[] = []
  return {
    broken,
    check: (rule, isKept, found = '') => {
      if (!isKept) broken.push({ rule, found: String(found).slice(0, 200) })
    },
  }
}

/** RFC 3339 §5.6, with the capitals RFC 4287 §3.3 asks for, and a day that there is. */
export function isRfc3339(text: string): boolean {
  const isShaped = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)
  return isShaped && !Number.isNaN(Date.parse(text))
}

/** RFC 3986 §4.3: absolute, of the web. */
export function isWebAddress(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(text) && URL.canParse(text)
}

/** RFC 3987 §2.2: an absolute IRI. */
export function isIri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s"<>\\^`{|}]+$/.test(text)
}

/** Addresses in HTML that lead nowhere once it is elsewhere. */
export function relativeAddresses(html: string): readonly string[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  return [...document.querySelectorAll('[href], [src]')]
    .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
    .filter((address) => !/^(https?:|mailto:)/.test(address))
}

/** Markup that must not come to a reader of feeds. */
export function activeMarkup(html: string): readonly string[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  return [...document.querySelectorAll('*')]
    .filter(
      (element) =>
        /^(script|iframe|object|embed|form|input|style|link|meta)$/i.test(element.localName) ||
        [...element.attributes].some(({ name }) => /^on/i.test(name)),
    )
    .map(({ localName }) => localName)
}
