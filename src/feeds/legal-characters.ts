import { windows1252 } from './entities.ts'

const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f]/

const EACH_ILLEGAL = new RegExp(ILLEGAL.source, 'g')

/**
 * Text without the control characters that XML 1.0 section 2.2 forbids, which would break titles, and with the 32 of
 * C1 as what their writers meant: the punctuation that windows-1252 has at these numbers. Form feed and vertical tab are
 * spaces. Text that has none of them, nearly all there is, is given back as it is.
 */
export function legalCharacters(text: string): string {
  if (!ILLEGAL.test(text)) return text
  return text.replace(EACH_ILLEGAL, (character) => {
    const code = character.charCodeAt(0)
    if (code >= 0x80) return windows1252(code)
    return code === 0x0b || code === 0x0c ? ' ' : ''
  })
}
