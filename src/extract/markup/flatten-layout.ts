const parts = /<(\/?)(table|thead|tbody|tfoot|tr|td)\b[^<>]*>/g

/**
 * Turns tables in sanitized markup into plain blocks, one below the other, as mail programs do on small screens: newsletters use tables for
 * layout. When a table has headings it contains data, and all tables stay.
 */
export function flattenLayout(safe: string): string {
  if (/<(?:th|caption)\b/.test(safe)) return safe
  return safe.replace(parts, (_, end: string, name: string) => (name === 'td' || name === 'table' ? `<${end}div>` : ''))
}
