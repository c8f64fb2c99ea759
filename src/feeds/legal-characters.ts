import { windows1252 } from './entities.ts'

const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f]/

/** A text is gone over in parts of this length: V8 holds what it makes of a long one in as many pieces as there were signs to replace. */
const PART = 65_536

const C1 = Array.from({ length: 32 }, (_, index) => index + 0x80)

/**
 * Text without the control characters that XML 1.0 section 2.2 forbids, which would break titles, and with the 32 of
 * C1 as what their writers meant: the punctuation that windows-1252 has at these numbers. Form feed and vertical tab are
 * spaces. Text that has none of them, nearly all there is, is given back as it is.
 */
export function legalCharacters(text: string): string {
  if (!ILLEGAL.test(text)) return text
  if (text.length <= PART) return legalPart(text)
  const parts: string[] = []
  for (let from = 0; from < text.length; from += PART) parts.push(legalPart(text.slice(from, from + PART)))
  return parts.join('')
}

function legalPart(text: string): string {
  const legal = text.replace(/[\u000b\u000c]/g, ' ').replace(/[\u0000-\u0008\u000e-\u001f]+/g, '')
  if (!/[\u0080-\u009f]/.test(legal)) return legal
  // Letter by letter would take a second for a megabyte of nothing else.
  return C1.reduce((said, code) => said.replaceAll(String.fromCharCode(code), windows1252(code)), legal)
}
