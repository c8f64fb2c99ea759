import { type Finding, wrong } from './finding.ts'

/** A claim is one sentence or two joined ones; anything longer is rejected. In UTF-16 units. */
const longest = 600

const markup = /<[a-z!/]|&(?:[a-z]+|#\d+);|\]\(|\*\*|__|`|^\s*(?:[#>|*-]|\d+[.)])\s|\{\{|\}\}|<\||\|>/i
const address =
  /(?:https?:|www\.|mailto:|javascript:|data:)|\b[\w-]+\.(?:com|org|net|io|example|co|info|biz|ru|cn|xyz|link)\b|\b[\w.+-]+@[\w-]+\.\w/i
const mark =
  /\[\s*\d+(?:\s*[,–-]\s*\d+)*\s*\]|\(\s*(?:source|sentence|s)\.?\s*\d+|[\u00b9\u00b2\u00b3\u2070-\u2079]|†|‡|【/i
const order =
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|prompt|rule|above|previous|system)|\b(?:system|assistant|user)\s*:|\bas an ai\b|\b(?:click|tap) (?:here|on|the)\b|^(?:please|note that|here (?:is|are)|sure[,!]|output|respond|reply|print)\b/i
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff0-\uffff]|[\u{e0000}-\u{e0fff}]/u

/** A claim must be one plain sentence: no URL, markup, citation mark, instruction to a reader or program, line break or invisible character. */
export function checkForm(text: string): Finding {
  if (text.trim() === '' || !/\p{L}/u.test(text)) return wrong('form', 'It says nothing.')
  if (text.length > longest) return wrong('form', `It is longer than ${longest} characters.`)
  if (/[\n\r]/.test(text)) return wrong('form', 'It is more than one line.')
  if (hidden.test(text)) return wrong('form', 'It has a sign that cannot be seen.')
  if (address.test(text)) return wrong('form', 'It has an address.')
  if (markup.test(text)) return wrong('form', 'It has markup.')
  if (mark.test(text)) return wrong('form', 'It has a mark of a citation of its own.')
  if (order.test(text)) return wrong('form', 'It speaks to a reader or a program.')
  if (/[?]["”’»]?\s*$/.test(text)) return wrong('form', 'It asks and states nothing.')
  return undefined
}
