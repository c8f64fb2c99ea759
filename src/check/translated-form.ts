/** Addresses in a text: of pages, of mailboxes, and bare hosts. */
const address =
  /\b(?:https?|ftp|mailto|javascript|data):[^\s]*|\bwww\.[^\s]+|[\w.+-]+@[\w-]+\.\w+|\b[\w-]{2,}(?:\.[\w-]+)*\.(?:com|org|net|info|biz|io|co|app|dev|xyz|top|site|online|link|click|shop|news|tv|me|ly|gg|to|ru|cn|de|fr|uk|us|eu|ch|it|es|nl|pl|br|in|ma|dz|tn|eg|sa|ae|example|test|onion)\b(?:\/[^\s]*)?/giu
/** Tags, entities, links of Markdown, code, marks of a citation, and characters that turn the direction of a line. */
const markup = [
  /<\/?[a-z!]|>/gi,
  /&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/gi,
  /\]\(/g,
  /`{1,3}/g,
  /\*\*|__/g,
  /\[\d{1,3}\]|【/g,
  /[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u2069\ufeff]/g,
] as const

/** True when a translation has markup, an address or characters of control that its original has not. */
export function hasForeignForm(original: string, translated: string): boolean {
  const has = new Set(addressesIn(original))
  if (addressesIn(translated).some((found) => !has.has(found))) return true
  return markup.some((pattern) => count(translated, pattern) > count(original, pattern))
}

function addressesIn(text: string): readonly string[] {
  return (text.match(address) ?? []).map((found) => found.toLowerCase().replace(/[).,;:!?»”"']+$/u, ''))
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
