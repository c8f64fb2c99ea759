import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'

/** Attributes of the root element that the style sheet reads; defaults are left out. */
export function lookAttributes(reader: Reader): Html {
  const { density, textSize, typeface, keys } = reader.preferences
  return html`${reader.theme !== 'auto' && html` data-theme="${reader.theme}"`}${density === 'dense' && html` data-density="dense"`}${textSize !== 'medium' && html` data-text="${textSize}"`}${typeface === 'sans' && html` data-type="sans"`}${keys === 'off' && html` data-keys="off"`}`
}
