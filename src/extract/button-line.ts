import type { PageBlock } from './page-blocks.ts'

const longestButton = 8
const shortestShout = 5
const longestShout = 20

/** What buttons ask for. */
const asking =
  /^(?:[\p{Extended_Pictographic}\u{fe0f}👉→»>]\s*)?(?:shop|buy|order|book|try|get|start|check (?:price|latest|availability|current|here)|go to|visit (?:site|website|the|store|our|us)|find (?:a|an|your|out)|view (?:on|deal|price|at|product)|see (?:on|deal|price|it|at|more|all|reviews?)|learn more|discover more|use code|download|claim|sign up|join (?:the|us|our|now)|watch (?:now|video|the video)|read (?:more|report|the report|full)|explore more|request (?:a|your)|contact us|subscribe|add to (?:cart|basket)|leave a comment|back to|directions$|homepage$|source$|website$|jetzt (?:kaufen|bestellen|buchen)|zum (?:angebot|shop|produkt)|mehr erfahren|acheter|commander|réserver|voir (?:le prix|l['’]offre)|en savoir plus|comprar|reservar|ver (?:oferta|precio)|saber? más|saiba mais|acquista|scopri di più|купить|заказать|подробнее|اشتر|احجز|اطلب)(?![\p{Ll}])/iu

const priced = /(?:^|\s)(?:check price|now [$€£]\d|[$€£]\d[\d.,]* (?:at|on|from) \p{Lu})/iu
const shout = /^[^\p{Ll}]*\p{Lu}{2,}[^\p{Ll}]*$/u
const buttonClass = /(?:^|[\s_-])(?:btn|buttons?|cta)(?:$|[\s_-])/i

/**
 * True for a paragraph that is a button: a few words, all of them one link, which ask for something, name a price, are in
 * capitals or stand in an element that calls itself a button. A linked heading or an item of a list is none.
 */
export function isButton({ kind, text, wordCount, linkShare, place }: PageBlock): boolean {
  if (kind !== 'paragraph' || linkShare < 0.9 || wordCount > longestShout) return false
  if (wordCount >= shortestShout && shout.test(text)) return true
  if (wordCount > longestButton) return false
  if (asking.test(text) || priced.test(text)) return true
  const { element } = place
  const link = element.children.find((child) => typeof child !== 'string')
  return [link, element, element.parent].some(
    (part) => typeof part === 'object' && buttonClass.test(part.attributes.class ?? ''),
  )
}
