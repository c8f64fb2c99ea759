import { parseHTML } from 'linkedom'
import { parse, parseFragment } from 'parse5'

/** What the tests ask of an element; linkedom has no types of its own without those of a browser. */
export type Element = {
  readonly textContent: string
  readonly tagName: string
  readonly parentElement: Element | null
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): Iterable<Element>
  closest(selector: string): Element | null
}

/** A page or a part of one, to be asked by selectors. */
export function parseMarkup(markup: string): Element {
  const whole = markup.startsWith('<!doctype') ? markup : `<!doctype html><html><body>${markup}</body></html>`
  return parseHTML(whole).document as unknown as Element
}

/** Every element a selector finds. */
export function all(within: Element, selector: string): readonly Element[] {
  return [...within.querySelectorAll(selector)]
}

/** The text of what a selector finds, white space folded. */
export function texts(within: Element, selector: string): readonly string[] {
  return all(within, selector).map(textOf)
}

/** Text of an element, white space folded. */
export function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** The values of an attribute, in order of the document. */
export function values(within: Element, selector: string, attribute: string): readonly string[] {
  return all(within, selector).map((element) => element.getAttribute(attribute) ?? '')
}

/** Errors an HTML parser finds (WHATWG HTML §13.2.2), with the markup at which they stand. */
export function parseErrors(markup: string): readonly string[] {
  const errors: string[] = []
  const options = {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startOffset }: { code: string; startOffset: number }) => {
      errors.push(`${code}: ${markup.slice(startOffset, startOffset + 60)}`)
    },
  }
  if (markup.startsWith('<!doctype')) parse(markup, options)
  else parseFragment(markup, options)
  return errors
}

/** What the browser would show a screen reader as the name of a control; empty when it has none. */
export function nameOf(control: Element, page: Element): string {
  const id = control.getAttribute('id')
  const labelled = control.getAttribute('aria-labelledby')
  return (
    control.getAttribute('aria-label') ??
    (labelled === null ? undefined : textOf(page.querySelector(`#${labelled.split(' ')[0]}`))) ??
    (id === null ? undefined : textOf(page.querySelector(`label[for="${id}"]`)) || undefined) ??
    textOf(control.closest('label') ?? control)
  )
}

/** Headings of `main`, as their levels in order. */
export function headingLevels(page: Element): readonly number[] {
  return all(page, 'main h1, main h2, main h3, main h4').map(({ tagName }) => Number(tagName.slice(1)))
}
